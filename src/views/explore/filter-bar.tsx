import type { Analysis } from '../../engine/analysis.ts';
import type { Basis } from '../../metrics/channel-verdict.ts';
import { chosenWindowDays } from '../../metrics/chosen-windows.ts';
import { count } from '../../sentences/format.ts';
import { Button } from '../../ui/button.tsx';
import { DateInput } from '../../ui/date-input.tsx';
import { NumberInput } from '../../ui/number-input.tsx';
import { MultiSelectField } from '../../ui/multi-select-field.tsx';
import { SegmentedSwitch } from '../../ui/segmented-switch.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { anchorOptions } from '../anchor-options.ts';
import type { GroupNames, ViewChange, ViewState } from '../view-state.ts';

interface FilterBarProps {
  readonly analysis: Analysis;
  readonly names: GroupNames;
  readonly state: ViewState;
  readonly onChange: (change: ViewChange) => void;
}

const bases: readonly { readonly value: Basis; readonly label: string }[] = [
  { value: 'windowed', label: 'Within the window' },
  { value: 'toDate', label: 'To date' },
];

const cleared: ViewChange = {
  from: undefined,
  to: undefined,
  channel: undefined,
  segment: undefined,
  asOf: undefined,
  knownAt: undefined,
  anchor: undefined,
  l2oDays: undefined,
  o2dDays: undefined,
};

/** Slices the page in words. Every choice is in the address. */
export function FilterBar({ analysis, names, state, onChange }: FilterBarProps) {
  const { definitions, firstDay } = analysis;
  const options = (field: 'channel' | 'segment') =>
    (names[field] ?? []).map((label, position) => ({ value: String(position), label }));
  const isFiltered = Object.keys(cleared).some((field) => Object.hasOwn(state, field));
  return (
    <div className="toolbar">
      <DateInput
        label="Leads from"
        value={state.from ?? null}
        min={firstDay}
        max={definitions.asOf}
        onChange={(from) => onChange({ from: from ?? undefined })}
      />
      <DateInput
        label="to"
        value={state.to ?? null}
        min={state.from ?? firstDay}
        max={definitions.asOf}
        onChange={(to) => onChange({ to: to ?? undefined })}
      />
      <MultiSelectField
        label="Channel"
        options={options('channel')}
        selected={(state.channel ?? []).map(String)}
        onChange={(channel) => onChange({ channel: channel.map(Number) })}
        formatCount={count}
      />
      <MultiSelectField
        label="Segment"
        options={options('segment')}
        selected={(state.segment ?? []).map(String)}
        onChange={(segment) => onChange({ segment: segment.map(Number) })}
        formatCount={count}
      />
      <SelectField
        label="Anchor"
        options={anchorOptions}
        selected={definitions.anchor}
        onChange={(anchor) => onChange({ anchor })}
        isSet={state.anchor !== undefined}
      />
      <DateInput
        label="As of"
        value={definitions.asOf}
        min={firstDay}
        max={definitions.exportAsOf}
        onChange={(asOf) => onChange({ asOf: asOf ?? undefined })}
      />
      {(['l2o', 'o2d'] as const).map(
        (joint) =>
          analysis.windows[`${joint}Days`] !== null && (
            <NumberInput
              key={joint}
              label={joint === 'l2o' ? 'Opportunity within' : 'Deal within'}
              unit="days"
              value={state[`${joint}Days`] ?? analysis.windows[`${joint}Days`]}
              min={chosenWindowDays.shortest}
              max={chosenWindowDays.longest}
              onChange={(days) => onChange({ [`${joint}Days`]: days })}
              isSet={state[`${joint}Days`] !== undefined}
            />
          ),
      )}
      {isFiltered && (
        <Button variant="link" onPress={() => onChange(cleared)}>
          Clear all
        </Button>
      )}
      <span className="push">
        <SegmentedSwitch
          label="Counted"
          options={bases}
          selected={state.basis ?? 'windowed'}
          onChange={(basis) => onChange({ basis: basis === 'windowed' ? undefined : basis })}
        />
      </span>
    </div>
  );
}
