import type { ReactNode } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { anchorOptions } from '../anchor-options.ts';
import type { ViewChange, ViewState } from '../view-state.ts';

interface ReviewBarProps {
  readonly analysis: Analysis;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
  /** What stands at its end. */
  readonly children?: ReactNode;
}

const cleared: ViewChange = { asOf: undefined, knownAt: undefined, anchor: undefined };

/** Which Monday is looked at, and from which event leads are counted. Every choice is in the address. */
export function ReviewBar({ analysis, state, onChange, children }: ReviewBarProps) {
  const { definitions, firstDay } = analysis;
  const isChosen = Object.keys(cleared).some((field) => Object.hasOwn(state, field));
  return (
    <div className="toolbar">
      <DateInput
        label="As of"
        value={definitions.asOf}
        min={firstDay}
        max={definitions.exportAsOf}
        onChange={(asOf) => onChange({ asOf: asOf ?? undefined })}
      />
      <SelectField
        label="Anchor"
        options={anchorOptions}
        selected={definitions.anchor}
        onChange={(anchor) => onChange({ anchor })}
        isSet={state.anchor !== undefined}
      />
      {isChosen && (
        <Button variant="link" onPress={() => onChange(cleared)}>
          Clear all
        </Button>
      )}
      <div className="review-actions">{children}</div>
    </div>
  );
}
