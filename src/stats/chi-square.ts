import type { Group } from './group.ts';
import { upperGamma } from './special-functions.ts';

/** Pearson's statistic, its degrees of freedom and the chance p of one at least as large where all rates are equal. */
export interface ChiSquare {
  readonly statistic: number;
  readonly degrees: number;
  readonly p: number;
}

/**
 * Whether groups have one rate: Pearson's chi-square of the table of successes and failures, without continuity
 * correction (Pearson 1900). Groups without trials are left out. Null for fewer than two groups, or where all trials
 * succeeded or none did: nothing can differ then.
 */
export const chiSquare = (groups: readonly Group[]): ChiSquare | null => {
  const seen = groups.filter(({ n }) => n > 0);
  const trials = seen.reduce((sum, { n }) => sum + n, 0);
  const successes = seen.reduce((sum, { k }) => sum + k, 0);
  if (seen.length < 2 || successes === 0 || successes === trials) return null;
  const rate = successes / trials;
  const spread = seen.reduce((sum, { k, n }) => sum + n * (k / n - rate) ** 2, 0);
  const statistic = spread / (rate * (1 - rate));
  const degrees = seen.length - 1;
  return { statistic, degrees, p: upperGamma(degrees / 2, statistic / 2) };
};
