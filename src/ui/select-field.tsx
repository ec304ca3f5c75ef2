import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { ChevronIcon } from './icons.tsx';
import { optionOf, type Option } from './option.ts';

/** One of many, in a list that opens. */
export interface SelectFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly selected: Value | null;
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  /** Draws the field as one that changes the page. */
  readonly isSet?: boolean;
  readonly disabled?: boolean;
  /** The label is said but not shown: a table's head shows it already. */
  readonly isLabelHidden?: boolean;
}

/** A labelled choice of one. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const {
    label,
    options,
    selected,
    onChange,
    placeholder = 'Choose',
    isSet = false,
    disabled = false,
    isLabelHidden = false,
  } = props;
  return (
    <Select
      className={isSet ? 'field field-set' : 'field'}
      isDisabled={disabled}
      placeholder={placeholder}
      value={selected}
      onChange={(key) => {
        const chosen = optionOf(options, key);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Label className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</Label>
      <Button className="field-control">
        <SelectValue>{({ selectedText }) => selectedText || placeholder}</SelectValue>
        <ChevronIcon direction="down" />
      </Button>
      <Popover className="popover" offset={6}>
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="option">
              {({ isSelected }) => <OptionRow option={option} isSelected={isSelected} />}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function OptionRow({
  option,
  isSelected,
}: {
  readonly option: Option<string>;
  readonly isSelected: boolean;
}) {
  return (
    <>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        {isSelected && <path d="M2.5 8.5l3.5 3.5 7.5-8.5" className="line-ink" />}
      </svg>
      <span>{option.label}</span>
      {option.count !== undefined && <span className="option-count">{option.count}</span>}
    </>
  );
}
