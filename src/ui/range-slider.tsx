import { useId, useState } from 'react';

/** A place on the scale of a slider with its words. */
export interface SliderTick {
  readonly value: number;
  readonly label: string;
}

/** A number that can be dragged, stepped and typed. */
export interface RangeSliderProps {
  readonly label: string;
  /** The value in words, large, and beside it what it is today. */
  readonly words: string;
  readonly aside: string;
  /** The value as it is read out, such as "3 business hours". */
  readonly spoken: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
  /** The typed number may have another unit than the slider; out of range it is taken back. */
  readonly typed: {
    readonly value: number;
    readonly min: number;
    readonly max: number;
    readonly unit: string;
    readonly onChange: (value: number) => void;
  };
  /** Where the past lies, and today. */
  readonly band: { readonly low: number; readonly high: number } | null;
  readonly today: number | null;
  readonly ticks: readonly SliderTick[];
  readonly note: string;
}

/** A native slider over a scale that shows the past, and the same number as a field. */
export function RangeSlider(props: RangeSliderProps) {
  const { label, words, aside, spoken, value, min, max, step, onChange, typed, note } = props;
  const id = useId();
  return (
    <div className="slider">
      <div className="slider-head">
        <label htmlFor={id}>{label}</label>
        <output htmlFor={id}>
          {words} <small>{aside}</small>
        </output>
      </div>
      <div className="slider-track">
        <Scale {...props} />
        <input
          id={id}
          type="range"
          value={value}
          min={min}
          max={max}
          step={step}
          aria-valuetext={spoken}
          aria-describedby={`${id}-note`}
          onChange={(event) => onChange(Number(event.target.value))}
        />
      </div>
      <div className="slider-foot">
        <p className="note" id={`${id}-note`}>
          {note}
        </p>
        <TypedNumber {...typed} label={`${label}, as a number`} />
      </div>
    </div>
  );
}

function Scale({ min, max, band, today, ticks }: RangeSliderProps) {
  const at = (value: number): string =>
    `${(Math.min(1, Math.max(0, (value - min) / (max - min))) * 100).toFixed(2)}%`;
  return (
    <svg className="slider-scale" aria-hidden="true">
      {band && band.high > band.low && (
        <rect
          x={at(band.low)}
          y="6"
          width={`${Number.parseFloat(at(band.high)) - Number.parseFloat(at(band.low))}%`}
          height="20"
          className="fill-band fill-edged"
        />
      )}
      <line x1="0" x2="100%" y1="16" y2="16" className="line-limit" />
      {ticks.map(({ value, label }, index) => (
        <g key={value}>
          <line x1={at(value)} x2={at(value)} y1="12" y2="20" className="line-limit" />
          <text
            x={at(value)}
            y="45"
            textAnchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
            dx={index === 0 ? -10 : index === ticks.length - 1 ? 10 : 0}
            className="axis-word"
          >
            {label}
          </text>
        </g>
      ))}
      {today !== null && <line x1={at(today)} x2={at(today)} y1="4" y2="28" className="line-ink" />}
    </svg>
  );
}

/** What is typed counts on Enter or on leaving the field; out of range it is taken back. */
export function TypedNumber({
  label,
  shownLabel,
  value,
  min,
  max,
  unit,
  onChange,
}: Omit<RangeSliderProps['typed'], 'value'> & {
  readonly label: string;
  readonly shownLabel?: string;
  /** An empty text is no number. */
  readonly value: number | '';
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const take = (): void => {
    const number = Number(draft);
    if (draft !== null && draft !== '' && number >= min && number <= max) onChange(number);
    setDraft(null);
  };
  return (
    <label className="field">
      <span className={shownLabel === undefined ? 'visually-hidden' : 'field-label'}>
        {shownLabel ?? label}
      </span>
      <input
        className="field-control field-number"
        type="number"
        inputMode="decimal"
        step="any"
        value={draft ?? value}
        min={min}
        max={max}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          if (event.key === 'Escape') setDraft(null);
        }}
        onBlur={take}
      />
      <span className="field-unit">{unit}</span>
    </label>
  );
}
