import { dimensions, type Dimension } from '../../domain/dimension.ts';
import { fieldWords } from '../../sentences/field-words.ts';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { pivotFieldsOf, type ViewChange, type ViewState } from '../view-state.ts';

const fields = dimensions.map((value) => ({ value, label: fieldWords[value].one }));

const clocks = [
  { value: 'cohort', label: 'Cohort' },
  { value: 'period', label: 'Period' },
] as const;

/** The two fields of the pivot and its clock. A field that is already on the other side changes places with it. */
export function PivotControls({
  state,
  onChange,
}: {
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}) {
  const { rows, columns } = pivotFieldsOf(state);
  const setRows = (field: Dimension): void =>
    onChange({ rows: field, columns: field === columns ? rows : columns });
  const setColumns = (field: Dimension): void =>
    onChange({ columns: field, rows: field === rows ? columns : rows });
  return (
    <div className="controls">
      <span className="control">
        <span aria-hidden="true">Rows</span>
        <SegmentedSwitch label="Rows" options={fields} selected={rows} onChange={setRows} />
      </span>
      <span className="control">
        <span aria-hidden="true">Columns</span>
        <SegmentedSwitch label="Columns" options={fields} selected={columns} onChange={setColumns} />
      </span>
      <span className="control">
        <span aria-hidden="true">Clock</span>
        <SegmentedSwitch
          label="Clock"
          options={clocks}
          selected={state.clock ?? 'cohort'}
          onChange={(clock) => onChange({ clock: clock === 'cohort' ? undefined : clock })}
        />
      </span>
    </div>
  );
}
