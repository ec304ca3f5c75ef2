/** What a rate is, and what it could be, on a scale that all strips of a column share. */
export interface BoundsStripProps {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** The ends of the scale; what lies beyond is cut off with an arrow. */
  readonly from: number;
  readonly to: number;
  readonly tone: 'settled' | 'signal';
}

const margin = 5;

/** A bar from the lowest to the highest, with a dot where the rate is shown; decoration beside the words. */
export function BoundsStrip({ rate, low, high, from, to, tone }: BoundsStripProps) {
  const share = (value: number): number =>
    Math.min(1, Math.max(0, to > from ? (value - from) / (to - from) : 0.5));
  const at = (value: number): string => `${margin + share(value) * (100 - 2 * margin)}%`;
  return (
    <svg className="bounds-strip" aria-hidden="true">
      <line x1="0" y1="6" x2="100%" y2="6" className="line-hair" />
      <line
        x1={at(low)}
        y1="6"
        x2={at(high)}
        y2="6"
        className={`${tone === 'signal' ? 'line-signal' : 'line-mark'} line-bar`}
      />
      <circle cx={at(rate)} cy="6" r="4.5" className={tone === 'signal' ? 'fill-signal' : 'fill-mark'} />
    </svg>
  );
}
