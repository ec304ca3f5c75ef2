import { useId, useState } from 'react';

/** A whole percentage. */
export interface ShareSliderProps {
  readonly label: string;
  /** From 0 to 100. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A percentage that is set by a slider or as a number. What is typed counts on Enter or on leaving the field; what is no whole percentage is taken back. */
export function ShareSlider({ label, value, onChange }: ShareSliderProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const take = (): void => {
    const typed = Number(draft);
    if (draft !== null && draft !== '' && Number.isInteger(typed) && typed >= 0 && typed <= 100)
      onChange(typed);
    setDraft(null);
  };
  return (
    <div className="share">
      <label className="share-name" htmlFor={id} title={label}>
        <bdi>{label}</bdi>
      </label>
      <input
        type="range"
        className="share-range"
        aria-label={`${label}, slider`}
        min={0}
        max={100}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="field">
        <input
          id={id}
          className="field-control field-number"
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          value={draft ?? value}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
            if (event.key === 'Escape') setDraft(null);
          }}
          onBlur={take}
        />
        <span className="field-unit">%</span>
      </span>
    </div>
  );
}
