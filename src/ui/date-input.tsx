import { useId, useState } from 'react';

/** A day as `YYYY-MM-DD`; null when none is chosen. */
export interface DateInputProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
}

/** A labelled day, with the browser's own calendar. Half-typed days and days out of range are kept to itself. */
export function DateInput({ label, value, onChange, min, max }: DateInputProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (text: string): void => {
    const isComplete =
      text === '' || ((min === undefined || text >= min) && (max === undefined || text <= max));
    setDraft(isComplete ? null : text);
    if (isComplete) onChange(text === '' ? null : text);
  };
  return (
    <span className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-control"
        type="date"
        value={draft ?? value ?? ''}
        min={min}
        max={max}
        onChange={(event) => take(event.target.value)}
        onBlur={() => setDraft(null)}
      />
    </span>
  );
}
