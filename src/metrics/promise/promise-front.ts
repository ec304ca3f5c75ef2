import { slaGrid } from '../../domain/sla-grid.ts';
import { paretoFront, type CostAndGain } from '../../stats/pareto-front.ts';
import type { MarketingTarget } from '../marketing-target.ts';
import type { Metric } from '../metric.ts';
import type { HistoryCell } from './sales-history.ts';
import { keptWeeks, replayByWeek, type Kept } from './sales-replay.ts';
import type { SalesTerms } from './sales-terms.ts';
import { keptMonths, promisedQuarter, quarterMonths, type MonthValue } from './value-path.ts';

/** Which pairs of promises nothing beats. */
export const promiseFrontMetric: Metric = {
  id: 'promise_front',
  label: 'Pairs of promises that nothing beats',
  question: 'Is there a pair of promises that brings as much for less work?',
  definition:
    'Pairs of promised values (60 to 140 % of what the last quarter of months delivered) and promised attempts (1 to 10), each replayed on history. Of those that would have been kept in at least half of the months and half of the weeks, the ones for which no other brings as much for fewer hours. Where none would have been kept, the same of all pairs.',
  leftOut:
    'Growth, the share promised and the minutes of an attempt are those of the draft, and so is the response time. What more attempts bring in money is not in it: own history cannot tell.',
  measure: 'money',
  better: 'higher',
  subject: 'the pairs of promises that nothing beats',
};

/** A pair of promises on history: hours of sales a week, and what it brings a quarter in minor units. */
export interface PromisePair extends CostAndGain {
  readonly responseMinutes: number;
  readonly attempts: number;
  /** The promised value over that of today. */
  readonly share: number;
  /** Would have been kept in at least half of the months and half of the weeks. */
  readonly isKept: boolean;
}

/** All pairs, and those that nothing beats, ascending: of the kept ones or, where none would have been kept, of all. */
export interface PromiseFront {
  readonly pairs: readonly PromisePair[];
  readonly front: readonly PromisePair[];
  readonly isFrontKept: boolean;
}

/** What a pair is judged on. */
export interface FrontBasis {
  readonly cells: readonly HistoryCell[];
  readonly months: readonly MonthValue[];
  readonly asOf: string;
  /** Value delivered a month today, in minor units. */
  readonly todayMinor: number;
  /** Hours a week under some terms, at today's volume of leads. */
  readonly hoursOf: (terms: SalesTerms) => number | null;
  /** What the promised value is multiplied by under some terms: 1 where they change nothing in money. */
  readonly factorOf: (terms: SalesTerms) => number;
}

const shares = [0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4] as const;

const isHalf = ({ kept, of }: Kept): boolean => of > 0 && kept * 2 >= of;

/** Whether a pair would have been kept in at least half of the months, and in half of the weeks both in time and in attempts. */
export const isKeptPair = (
  months: Kept,
  weeks: { readonly response: Kept; readonly attempts: Kept },
): boolean => isHalf(months) && isHalf(weeks.response) && isHalf(weeks.attempts);

/**
 * Pairs around the draft: other values and attempts, with the growth, the share promised and the response time of the
 * draft, alike for all segments. Empty where no hours can be told.
 */
export const promiseFront = (
  { cells, months, asOf, todayMinor, hoursOf, factorOf }: FrontBasis,
  marketing: MarketingTarget,
  sales: SalesTerms,
): PromiseFront => {
  const replayed = slaGrid.attempts.map((attempts) => {
    const terms = { ...sales, attempts, bySegment: [] };
    const weeks = keptWeeks(replayByWeek(cells, terms, asOf), sales.attainment);
    return { terms, weeks, hours: hoursOf(terms), factor: factorOf(terms) };
  });
  const pairs = shares.flatMap((share): readonly PromisePair[] => {
    const target = { ...marketing, valueMinor: todayMinor * share };
    const ofMonths = keptMonths(months, target);
    const value = promisedQuarter(target);
    const volume = value / (quarterMonths * todayMinor);
    return replayed.flatMap(({ terms, weeks, hours, factor }) => {
      if (hours === null) return [];
      const { responseMinutes, attempts } = terms;
      const [cost, gain] = [hours * volume, value * factor];
      return [{ cost, gain, responseMinutes, attempts, share, isKept: isKeptPair(ofMonths, weeks) }];
    });
  });
  const kept = pairs.filter(({ isKept }) => isKept);
  return { pairs, front: paretoFront(kept.length > 0 ? kept : pairs), isFrontKept: kept.length > 0 };
};
