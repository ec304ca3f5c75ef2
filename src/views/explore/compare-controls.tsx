import { DateInput } from '../../ui/date-input.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { ViewChange } from '../view-state.ts';
import type { DayRange } from './compared-sides.ts';

interface CompareControlsProps {
  readonly isPeriods: boolean;
  readonly fieldName: string;
  readonly groups: readonly string[];
  readonly positions: { readonly a: number; readonly b: number };
  readonly periods: { readonly a: DayRange; readonly b: DayRange };
  readonly asOf: string;
  readonly firstDay: string;
  readonly onChange: (change: ViewChange) => void;
}

/** What is A and what is B. */
export function CompareControls(props: CompareControlsProps) {
  const { isPeriods, fieldName, groups, positions, periods, asOf, firstDay, onChange } = props;
  const options = groups.map((label, position) => ({ value: String(position), label }));
  const range = { min: firstDay, max: asOf };
  return (
    <div className="controls">
      <SegmentedSwitch
        label="Compare"
        options={[
          { value: 'groups', label: fieldName },
          { value: 'periods', label: 'Periods' },
        ]}
        selected={isPeriods ? 'periods' : 'groups'}
        onChange={(compare) => onChange({ compare: compare === 'groups' ? undefined : compare })}
      />
      {isPeriods ? (
        <>
          <DateInput
            label="A from"
            value={periods.a.from}
            {...range}
            onChange={(aFrom) => onChange({ aFrom: aFrom ?? undefined })}
          />
          <DateInput
            label="A to"
            value={periods.a.to}
            {...range}
            onChange={(aTo) => onChange({ aTo: aTo ?? undefined })}
          />
          <DateInput
            label="B from"
            value={periods.b.from}
            {...range}
            onChange={(bFrom) => onChange({ bFrom: bFrom ?? undefined })}
          />
          <DateInput
            label="B to"
            value={periods.b.to}
            {...range}
            onChange={(bTo) => onChange({ bTo: bTo ?? undefined })}
          />
        </>
      ) : (
        <>
          <SelectField
            label="A"
            options={options}
            selected={String(positions.a)}
            onChange={(value) => onChange({ a: Number(value) })}
          />
          <SelectField
            label="B"
            options={options}
            selected={String(positions.b)}
            onChange={(value) => onChange({ b: Number(value) })}
          />
        </>
      )}
    </div>
  );
}
