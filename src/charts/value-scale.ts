import { roundStep } from './nice-ticks.ts';

/** A scale that holds some values, with round ticks; it need not start at 0 and may lie below it. */
export interface ValueScale {
  readonly low: number;
  readonly high: number;
  /** The distance between two ticks; says how many decimals a tick needs. */
  readonly step: number;
  readonly ticks: readonly number[];
}

const ROUND_STEPS = [1, 2, 5, 10];

/** About `count` round ticks around the values. The ends are whole half-steps, so 0 is never passed for nothing. */
export function valueScale(values: readonly number[], count: number): ValueScale {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return { low: 0, high: 1, step: 1, ticks: [] };
  const [least, most] = widened(Math.min(...finite), Math.max(...finite));
  const step = roundStep((most - least) / count, ROUND_STEPS);
  const low = (Math.floor((least / step) * 2 + 1e-9) * step) / 2;
  const high = (Math.ceil((most / step) * 2 - 1e-9) * step) / 2;
  const first = Math.ceil(low / step - 1e-9);
  const length = Math.floor(high / step + 1e-9) - first + 1;
  return { low, high, step, ticks: Array.from({ length }, (_, index) => (first + index) * step) };
}

/** Where a value lies between two pixels; values beyond the ends lie beyond the pixels. */
export function pixelOf({ low, high }: ValueScale, from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

/** Equal values get room on both sides, and 0 alone gets room above. */
function widened(least: number, most: number): readonly [number, number] {
  if (least < most) return [least, most];
  if (least === 0) return [0, 1];
  const room = Math.abs(least) * 0.1;
  return [least - room, most + room];
}
