import { minimumSample } from '../domain/definitions.ts';

/** k of n. */
export interface Tally {
  readonly k: number;
  readonly n: number;
}

/** A rate as it is shown, and the lowest and highest it could be; equal where nothing can move it. */
export interface Bounds extends Tally {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What is not certain of a rate: which of the records counted now are in doubt, and how many records, counted now or
 * not, could belong in the rate as a yes, and how many as a no. A record that could be either is in both. One that must
 * be in the rate could be both, so that each end has a place for it.
 */
export interface Doubt {
  readonly inDoubt: Tally;
  readonly couldBeYes: number;
  readonly couldBeNo: number;
}

/** Records counted now that may not belong in the rate at all. */
export const mayLeave = (yes: number, no: number): Doubt => ({
  inDoubt: { k: yes, n: yes + no },
  couldBeYes: yes,
  couldBeNo: no,
});

/** Records that belong in the rate, but whose answer may be the other one. */
export const mayTurn = (yes: number, no: number): Doubt => ({
  inDoubt: { k: yes, n: yes + no },
  couldBeYes: yes + no,
  couldBeNo: yes + no,
});

/** Records that are not counted now and may belong in the rate, as a yes or as a no. */
export const mayJoin = (asYes: number, asNo: number): Doubt => ({
  inDoubt: { k: 0, n: 0 },
  couldBeYes: asYes,
  couldBeNo: asNo,
});

const ratio = (k: number, n: number, otherwise: number): number => (n === 0 ? otherwise : k / n);

/** The lowest and highest a rate could be under a doubt; null where fewer than five are counted and no rate is shown. */
export const boundsUnder = ({ k, n }: Tally, doubt: Doubt | null): Bounds | null => {
  if (n < minimumSample.hide) return null;
  const rate = k / n;
  if (doubt === null) return { k, n, rate, low: rate, high: rate };
  const { inDoubt, couldBeYes, couldBeNo } = doubt;
  const sure = { k: k - inDoubt.k, n: n - inDoubt.n };
  return {
    k,
    n,
    rate,
    low: Math.min(rate, ratio(sure.k, sure.n + couldBeNo, rate)),
    high: Math.max(rate, ratio(sure.k + couldBeYes, sure.n + couldBeYes, rate)),
  };
};

/** The bounds where there are two readings of the records as a whole: the one shown, and another. */
export const boundsOfEither = (shown: Tally, other: Tally): Bounds | null => {
  const bounds = boundsUnder(shown, null);
  if (bounds === null || other.n <= 0) return bounds;
  const rate = other.k / other.n;
  return { ...bounds, low: Math.min(bounds.rate, rate), high: Math.max(bounds.rate, rate) };
};

/** How far a rate could be from what is shown, as a fraction; 0 where it cannot move. */
export const movement = ({ rate, low, high }: Bounds): number => Math.max(rate - low, high - rate);
