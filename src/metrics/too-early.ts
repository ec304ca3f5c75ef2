import type { Rate } from '../domain/rate.ts';
import type { Metric } from './metric.ts';
import { isRankable, rateOf } from './rate-of.ts';

/** Opportunities lost soon after they were created. */
export const earlyLoss: Metric = {
  id: 'early_loss',
  label: 'Lost early',
  question: 'Are leads made opportunities before they are ready?',
  definition:
    'Of the opportunities old enough, the share lost within the days that count as early. Together with more conversions than usual, made faster than usual, it points to leads that are made opportunities too early.',
  leftOut: 'Opportunities that no lead led to, and those younger than the days that count as early.',
  measure: 'share',
  better: 'lower',
  subject: 'the share of opportunities lost early',
};

/** Counts of one group; see the question of the same counts. */
export interface EarlyCounts {
  readonly row_group: string;
  readonly leads: number;
  readonly converted: number;
  readonly fast: number;
  readonly opportunities: number;
  readonly lost_early: number;
}

/** One group: how often it converts, how fast, and how often that is lost early. */
export interface EarlyGroup {
  readonly group: string;
  readonly l2o: Rate;
  /** Of those converted, the fast ones. */
  readonly fast: Rate;
  readonly lostEarly: Rate;
  /** Clearly above all others together in all three. */
  readonly isTooEarly: boolean;
}

const sum = (counts: readonly EarlyCounts[], pick: (counts: EarlyCounts) => number): number =>
  counts.reduce((total, entry) => total + pick(entry), 0);

const rates = (counts: readonly EarlyCounts[]) => ({
  l2o: rateOf(
    sum(counts, ({ converted }) => converted),
    sum(counts, ({ leads }) => leads),
  ),
  fast: rateOf(
    sum(counts, ({ fast }) => fast),
    sum(counts, ({ converted }) => converted),
  ),
  lostEarly: rateOf(
    sum(counts, ({ lost_early }) => lost_early),
    sum(counts, ({ opportunities }) => opportunities),
  ),
});

/** The whole interval of a rate of 30 or more lies above another rate. */
const isClearlyAbove = (rate: Rate, other: Rate): boolean =>
  isRankable(rate) && rate.low !== null && other.rate !== null && rate.low > other.rate;

/**
 * Groups whose leads are probably made opportunities too early: they convert more often than all other groups together,
 * faster, and lose more of it early, each beyond chance.
 */
export const tooEarly = (counts: readonly EarlyCounts[]): readonly EarlyGroup[] =>
  counts.map((entry) => {
    const own = rates([entry]);
    const others = rates(counts.filter((other) => other !== entry));
    return {
      group: entry.row_group,
      ...own,
      isTooEarly:
        isClearlyAbove(own.l2o, others.l2o) &&
        isClearlyAbove(own.fast, others.fast) &&
        isClearlyAbove(own.lostEarly, others.lostEarly),
    };
  });
