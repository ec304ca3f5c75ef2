import { useId } from 'react';

/** A short text. */
export interface TextInputProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** A labelled line of text. */
export function TextInput({ label, value, placeholder, onChange }: TextInputProps) {
  const id = useId();
  return (
    <span className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="field-control"
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={20}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
