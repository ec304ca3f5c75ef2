import { wilson, z95 } from './wilson.ts';

/** A difference of two proportions, first minus second, with its interval; all in [-1, 1]. */
export interface Difference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The difference k1/n1 - k2/n2 of two independent proportions with the hybrid score interval, without continuity
 * correction (Newcombe 1998, Statistics in Medicine 17:873, method 10). Null where either side has no trials.
 */
export const newcombe = (
  k1: number,
  n1: number,
  k2: number,
  n2: number,
  z: number = z95,
): Difference | null => {
  const first = wilson(k1, n1, z);
  const second = wilson(k2, n2, z);
  if (first === null || second === null) return null;
  const p1 = k1 / n1;
  const p2 = k2 / n2;
  const difference = p1 - p2;
  return {
    difference,
    low: difference - Math.hypot(p1 - first.low, second.high - p2),
    high: difference + Math.hypot(first.high - p1, p2 - second.low),
  };
};
