import { useId, useState } from 'react';

/** A number in a range. */
export interface NumberInputProps {
  readonly label: string;
  /** Stands after the number, such as "days". */
  readonly unit?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  /** Whether only whole numbers count; true where it is not said. */
  readonly isWhole?: boolean;
  readonly onChange: (value: number) => void;
  /** Draws the field as one that changes the page. */
  readonly isSet?: boolean;
  /** For amounts of money. */
  readonly isWide?: boolean;
}

/** A labelled number. What is typed counts on Enter or on leaving the field; out of range it is taken back. */
export function NumberInput(props: NumberInputProps) {
  const { label, unit, value, min, max, isWhole = true, onChange, isSet = false, isWide = false } = props;
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (): void => {
    const typed = Number(draft);
    const isNumber = isWhole ? Number.isInteger(typed) : Number.isFinite(typed);
    if (draft !== null && draft !== '' && isNumber && typed >= min && typed <= max) onChange(typed);
    setDraft(null);
  };
  return (
    <span className={isSet ? 'field field-set' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={`field-control ${isWide ? 'field-amount' : 'field-number'}`}
        type="number"
        inputMode={isWhole ? 'numeric' : 'decimal'}
        step={isWhole ? 1 : 'any'}
        value={draft ?? value ?? ''}
        min={min}
        max={max}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
        onBlur={take}
      />
      {unit !== undefined && <span className="field-unit">{unit}</span>}
    </span>
  );
}
