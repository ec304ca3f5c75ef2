import { Button, Checkbox, CheckboxGroup, DialogTrigger, Popover } from 'react-aria-components';
import { ChevronIcon } from './icons.tsx';
import { TickBox } from './tick-box.tsx';
import type { Option } from './option.ts';

/** Any of many; none chosen means all of them, unless another word says what it means. */
export interface MultiSelectFieldProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly selected: readonly Value[];
  readonly onChange: (values: readonly Value[]) => void;
  readonly formatCount?: (count: number) => string;
  readonly clearLabel?: string;
  /** Shown where none is chosen; missing: "All" and how many there are. */
  readonly noneLabel?: string;
}

/** A chip that says what is chosen and opens a list of tick boxes. */
export function MultiSelectField<Value extends string>(props: MultiSelectFieldProps<Value>) {
  const { label, options, selected, onChange, formatCount = String, clearLabel = 'Clear', noneLabel } = props;
  return (
    <DialogTrigger>
      <span className={selected.length > 0 ? 'field field-set' : 'field'}>
        <Button className="field-button">
          <span className="field-label">{label}</span>
          <span className="field-control">
            <span>
              {selected.length === 0 && noneLabel !== undefined ? noneLabel : summaryOf(options, selected)}
            </span>
            <ChevronIcon direction="down" />
          </span>
        </Button>
      </span>
      <Popover className="popover" offset={8} placement="bottom start" aria-label={label}>
        <CheckboxGroup
          className="options"
          aria-label={label}
          value={[...selected]}
          onChange={(values) =>
            onChange(options.map(({ value }) => value).filter((value) => values.includes(value)))
          }
        >
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} className="option">
              <TickBox />
              <span>{option.label}</span>
              {option.count !== undefined && (
                <span className="option-count">{formatCount(option.count)}</span>
              )}
            </Checkbox>
          ))}
        </CheckboxGroup>
        <div className="popover-foot">
          <Button className="button-link" isDisabled={selected.length === 0} onPress={() => onChange([])}>
            {clearLabel}
          </Button>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

function summaryOf<Value extends string>(
  options: readonly Option<Value>[],
  selected: readonly Value[],
): string {
  if (selected.length === 0) return `All ${options.length}`;
  if (selected.length > 1) return `${selected.length} of ${options.length}`;
  return options.find(({ value }) => value === selected[0])?.label ?? '1';
}
