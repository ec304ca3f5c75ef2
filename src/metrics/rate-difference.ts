import { minimumSample } from '../domain/definitions.ts';
import { newcombe } from '../stats/newcombe.ts';
import type { Direction, Verdict } from './verdict.ts';

/** k of n. */
interface Tally {
  readonly k: number;
  readonly n: number;
}

/** How a rate differs between two periods or two groups: second minus first, with its 95 % interval, as shares. */
export interface RateDifference {
  /** Null where one side has no records. */
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: Verdict;
  readonly direction: Direction;
}

/** Half an interval wider than this is marked as of low precision. */
export const lowPrecision = 0.1;

/**
 * Compares a rate of two periods or groups. A difference whose interval leaves zero out is `probably` one; with zero in
 * it, `usual` where the interval is narrow enough to say so. Below 30 on a side, or with half an interval above 10
 * points around zero, nothing can be told.
 */
export const rateDifference = (first: Tally, second: Tally): RateDifference => {
  const found = newcombe(second.k, second.n, first.k, first.n);
  if (found === null)
    return { difference: null, low: null, high: null, verdict: 'cannotTell', direction: 'none' };
  const { difference, low, high } = found;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'none';
  const isTested = Math.min(first.n, second.n) >= minimumSample.test;
  const leavesZeroOut = low > 0 || high < 0;
  const isPrecise = (high - low) / 2 <= lowPrecision;
  const verdict = !isTested ? 'cannotTell' : leavesZeroOut ? 'probably' : isPrecise ? 'usual' : 'cannotTell';
  return { difference, low, high, verdict, direction };
};
