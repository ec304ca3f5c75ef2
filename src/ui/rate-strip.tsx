import type { Rate } from '../domain/rate.ts';

/** How sure a rate is, and whether it is the exception. */
export type RateTone = 'settled' | 'unsettled' | 'signal';

/** The interval of one rate on a scale from 0 to `max`. */
export interface RateStripProps {
  readonly rate: Rate;
  /** The right end of the scale, the same in every cell of a column. */
  readonly max: number;
  /** A small upright tick. */
  readonly average: number | null;
  readonly tone: RateTone;
}

const barClass = {
  settled: 'line-mark line-bar',
  unsettled: 'line-context line-bar',
  signal: 'line-signal line-bar',
};
const dotClass = { settled: 'fill-mark', unsettled: 'ring-quiet', signal: 'fill-signal' };

/** A small bar with a dot, as wide as its place; decoration beside the number, so hidden from assistive technology. */
export function RateStrip({ rate, max, average, tone }: RateStripProps) {
  const at = (value: number) => `${max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0}%`;
  const { rate: value, low, high } = rate;
  return (
    <svg className="rate-strip" aria-hidden="true">
      <line x1="0" y1="6" x2="100%" y2="6" className="line-hair" />
      {average !== null && <line x1={at(average)} y1="1" x2={at(average)} y2="11" className="line-limit" />}
      {low !== null && high !== null && (
        <line x1={at(low)} y1="6" x2={at(high)} y2="6" className={barClass[tone]} />
      )}
      {value !== null && (
        <circle cx={at(value)} cy="6" r={tone === 'unsettled' ? 4 : 4.5} className={dotClass[tone]} />
      )}
    </svg>
  );
}
