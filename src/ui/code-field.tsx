import { useId } from 'react';

/** A text of several lines in the letters of code. */
export interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called for Ctrl or Command with Enter. */
  readonly onSubmit: () => void;
}

/** A labelled field for a statement. Tab leaves it, as it leaves any other field. */
export function CodeField({ label, value, onChange, onSubmit }: CodeFieldProps) {
  const id = useId();
  return (
    <div className="code-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={6}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSubmit();
        }}
      />
    </div>
  );
}
