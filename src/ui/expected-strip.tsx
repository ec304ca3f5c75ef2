/** What is expected, its range, and what it is today, in one unit. */
export interface ExpectedStripProps {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly today: number;
  readonly format: (value: number) => string;
}

/** A band from low to high, a heavy line at what is expected, dashes at today; decoration beside the words. */
export function ExpectedStrip({ value, low, high, today, format }: ExpectedStripProps) {
  const most = Math.max(value, high ?? value, today) * 1.06;
  const at = (amount: number): string => `${(most > 0 ? (Math.max(0, amount) / most) * 100 : 0).toFixed(2)}%`;
  return (
    <svg className="expected-strip" aria-hidden="true">
      <line x1="0" x2="100%" y1="16" y2="16" className="line-hair" />
      {low !== null && high !== null && (
        <>
          <rect
            x={at(low)}
            y="8"
            width={`${Number.parseFloat(at(high)) - Number.parseFloat(at(low))}%`}
            height="16"
            className="fill-band"
          />
          {[low, high].map((end) => (
            <g key={end}>
              <line x1={at(end)} x2={at(end)} y1="5" y2="27" className="line-mark" />
              <text x={at(end)} y="46" textAnchor={end === low ? 'middle' : 'end'} className="axis-word">
                {format(end)}
              </text>
            </g>
          ))}
        </>
      )}
      <line x1={at(value)} x2={at(value)} y1="2" y2="30" className="line-tick" />
      <line x1={at(today)} x2={at(today)} y1="4" y2="28" className="line-mark line-dashed" />
    </svg>
  );
}
