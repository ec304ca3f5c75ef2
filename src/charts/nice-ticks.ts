/** A scale from 0 with round ticks. */
export interface NiceScale {
  readonly max: number;
  readonly ticks: readonly number[];
}

const ROUND_STEPS = [1, 2, 2.5, 5, 10];

/** About `count` round ticks from 0, and an end at half a step beyond the largest value. */
export function niceScale(largest: number, count: number): NiceScale {
  const end = largest > 0 ? largest : 0.1;
  const step = roundStep(end / count, ROUND_STEPS);
  const halves = Math.ceil((end / step) * 2 - 1e-9);
  const max = Math.min((halves * step) / 2, Math.max(1, end));
  const ticks = Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, index) => index * step);
  return { max, ticks };
}

/** The smallest round step that is not below a rough one; `rounds` are the first digits allowed, upwards to 10. */
export function roundStep(rough: number, rounds: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (rounds.find((round) => round * power >= rough * 0.999) ?? 10) * power;
}
