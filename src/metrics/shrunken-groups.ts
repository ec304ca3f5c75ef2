import { minimumSample } from '../domain/definitions.ts';
import { fitBetaBinomial, shrunkenRate, type BetaBinomialFit } from '../stats/beta-binomial.ts';
import { wilson } from '../stats/wilson.ts';

/** k of n of one named group. */
export interface GroupTally {
  readonly group: string;
  readonly k: number;
  readonly n: number;
}

/** A group with its rate drawn towards the common one. */
export interface ShrunkenGroup extends GroupTally {
  /** As counted; null without records. */
  readonly raw: number | null;
  /** Drawn towards the common rate; with fewer than three groups the raw rate. Null where there is neither. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Place by `rate`, 1 for the highest, among groups of 30 or more; null of smaller ones. Equal rates have the same place. */
  readonly rank: number | null;
}

/** All groups with the distribution they share; `fit` is null for fewer than three groups with records. */
export interface ShrunkenGroups {
  readonly fit: BetaBinomialFit | null;
  readonly groups: readonly ShrunkenGroup[];
}

const confidence = 0.95;

const shrunk = (tally: GroupTally, fit: BetaBinomialFit | null): Omit<ShrunkenGroup, 'rank'> => {
  const { k, n } = tally;
  const raw = n === 0 ? null : k / n;
  if (fit !== null) return { ...tally, raw, ...shrunkenRate(k, n, fit, confidence) };
  const bounds = wilson(k, n);
  return { ...tally, raw, rate: raw, low: bounds?.low ?? null, high: bounds?.high ?? null };
};

/** Draws the rates of groups towards the common one, so that a small group leads no ranking by luck. Keeps their order. */
export const shrunkenGroups = (tallies: readonly GroupTally[]): ShrunkenGroups => {
  const fit = fitBetaBinomial(tallies);
  const groups = tallies.map((tally) => shrunk(tally, fit));
  const rates = groups.flatMap(({ n, rate }) => (n >= minimumSample.rank && rate !== null ? [rate] : []));
  return {
    fit,
    groups: groups.map((group) => ({
      ...group,
      rank:
        group.n < minimumSample.rank || group.rate === null
          ? null
          : 1 + rates.filter((other) => other > (group.rate ?? 0)).length,
    })),
  };
};
