import type { SalesPromise } from '../../metrics/agreement.ts';
import { withoutSegment } from '../../metrics/promise/draft-terms.ts';
import { several } from '../../sentences/format.ts';
import { attemptWords, responseWords, shareWords } from '../../sentences/sla/term-words.ts';
import { Button } from '../../ui/button.tsx';
import { TypedNumber } from '../../ui/range-slider.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { SelectField } from '../../ui/select-field.tsx';

/** What holds for sales' whole promise, and for which leads the sliders below are. */
export interface SalesRulesProps {
  readonly promise: SalesPromise;
  readonly segments: readonly string[];
  /** The segment whose own terms are set; null: all leads. */
  readonly segment: string | null;
  readonly minutesPerAttempt: number;
  readonly onChange: (promise: SalesPromise) => void;
  readonly onSegment: (segment: string | null) => void;
  readonly onMinutes: (minutes: number) => void;
}

/** The share promised, the minutes of an attempt, and other terms for single segments. */
export function SalesRules(props: SalesRulesProps) {
  const { promise, segments, segment, minutesPerAttempt, onChange, onSegment, onMinutes } = props;
  const [first] = segments;
  return (
    <div className="side-rules">
      {first !== undefined && segments.length > 1 && (
        <SegmentedSwitch
          label="Terms for"
          options={[
            { value: 'all', label: 'All leads' },
            { value: 'segment', label: 'Per segment' },
          ]}
          selected={segment === null ? 'all' : 'segment'}
          onChange={(scope) => onSegment(scope === 'all' ? null : first)}
        />
      )}
      {segment !== null && (
        <SelectField
          label="Segment"
          options={segments.map((name) => ({ value: name, label: name }))}
          selected={segment}
          onChange={onSegment}
        />
      )}
      <TypedNumber
        label="Share of leads promised"
        shownLabel="Promised for"
        value={Math.round(promise.attainment * 1000) / 10}
        min={1}
        max={100}
        unit="% of leads"
        onChange={(share) => onChange({ ...promise, attainment: share / 100 })}
      />
      <TypedNumber
        label="Minutes for one attempt"
        shownLabel="One attempt takes"
        value={minutesPerAttempt}
        min={1}
        max={120}
        unit="min"
        onChange={onMinutes}
      />
      <p className="note">
        {promise.bySegment.length === 0
          ? `The same terms for all leads: ${responseWords(promise.responseMinutes)} for ${shareWords(promise.attainment)}, ${attemptWords(promise.attempts)}.`
          : `${several(promise.bySegment.length, ['segment has', 'segments have'])} terms of ${promise.bySegment.length === 1 ? 'its' : 'their'} own: ${ownTerms(promise)}.`}{' '}
        {segment !== null && promise.bySegment.some((own) => own.segment === segment) && (
          <Button variant="link" onPress={() => onChange(withoutSegment(promise, segment))}>
            {segment} as all leads
          </Button>
        )}
      </p>
    </div>
  );
}

const ownTerms = ({ bySegment }: SalesPromise): string =>
  bySegment
    .map(
      ({ segment, responseMinutes, attempts }) =>
        `${segment} ${responseWords(responseMinutes)}, ${attemptWords(attempts)}`,
    )
    .join('; ');
