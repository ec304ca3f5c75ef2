import { movement, type Bounds } from '../metrics/bounds.ts';
import { percent } from './format.ts';

/** Rounding must not make a claim stronger: the lower end is rounded down, the upper end up. */
const tolerance = 1e-9;
const percentDown = (fraction: number): string => percent(Math.floor(fraction * 1000 + tolerance) / 1000);
const percentUp = (fraction: number): string => percent(Math.ceil(fraction * 1000 - tolerance) / 1000);

/** What a rate could be: a range, that nothing can move it, or that nothing can be said. */
export const boundsWords = (bounds: Bounds | null): string => {
  if (bounds === null) return 'cannot be told';
  return movement(bounds) === 0 ? 'cannot move' : `${percentDown(bounds.low)} to ${percentUp(bounds.high)}`;
};

/** A distance between rates in percentage points, rounded up to one decimal. */
export const points = (fraction: number): string =>
  `${(Math.ceil(fraction * 1000 - tolerance) / 10).toFixed(1)} points`;
