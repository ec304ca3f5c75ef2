import { useId } from 'react';

/** A day as `YYYY-MM-DD`; null when none is chosen. */
export interface DateInputProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly min?: string;
  readonly max?: string;
}

/** A labelled day, with the browser's own calendar. */
export function DateInput({ label, value, onChange, min, max }: DateInputProps) {
  const id = useId();
  return (
    <span className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-control"
        type="date"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </span>
  );
}
