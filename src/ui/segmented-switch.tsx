import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { optionOf, type Option } from './option.ts';

/** One of a few, always exactly one. */
export interface SegmentedSwitchProps<Value extends string> {
  /** Names the group for those who do not see it. */
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly selected: Value;
  readonly onChange: (value: Value) => void;
}

/** A switch of two to five segments. */
export function SegmentedSwitch<Value extends string>(props: SegmentedSwitchProps<Value>) {
  const { label, options, selected, onChange } = props;
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const chosen = optionOf(options, [...keys][0]);
        if (chosen) onChange(chosen.value);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="segment">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
