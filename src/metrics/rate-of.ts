import { minimumSample } from '../domain/definitions.ts';
import type { Rate } from '../domain/rate.ts';
import { wilson } from '../stats/wilson.ts';

/** k of n as a rate with its 95 % interval; below five no rate is shown, which also keeps single persons from being read off. */
export const rateOf = (k: number, n: number): Rate => {
  const bounds = n < minimumSample.hide ? null : wilson(k, n);
  return { k, n, rate: bounds === null ? null : k / n, low: bounds?.low ?? null, high: bounds?.high ?? null };
};

/** Whether a rate rests on enough records to be ranked or compared. */
export const isRankable = (rate: Rate | null): boolean => rate !== null && rate.n >= minimumSample.rank;
