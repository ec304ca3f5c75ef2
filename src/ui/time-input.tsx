import { useId } from 'react';

/** A time of the day as `HH:MM`. */
export interface TimeInputProps {
  /** Said, not shown: the row it stands in names it. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A time of the day; half-typed ones are kept to itself by the browser. */
export function TimeInput({ label, value, onChange }: TimeInputProps) {
  const id = useId();
  return (
    <span className="field">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-control"
        type="time"
        value={value}
        onChange={(event) => {
          if (event.target.value !== '') onChange(event.target.value);
        }}
      />
    </span>
  );
}
