import { chiSquare } from './chi-square.ts';
import { fisherExact } from './fisher-exact.ts';
import type { Group } from './group.ts';

/** Which test was made of two groups, and the chance p of a difference at least as unlikely where their rates are equal. */
export interface Association {
  readonly test: 'chi-square' | 'fisher';
  readonly p: number;
}

/**
 * Whether two groups differ in their rate, two-sided: Pearson's chi-square without correction, or Fisher's exact test
 * where any count expected under one rate is below 5. Null where a group has no trials.
 */
export const association = (first: Group, second: Group): Association | null => {
  const trials = first.n + second.n;
  const successes = first.k + second.k;
  const smallestExpected = (Math.min(first.n, second.n) * Math.min(successes, trials - successes)) / trials;
  if (smallestExpected >= 5) {
    const found = chiSquare([first, second]);
    return found && { test: 'chi-square', p: found.p };
  }
  const p = fisherExact(first, second);
  return p === null ? null : { test: 'fisher', p };
};
