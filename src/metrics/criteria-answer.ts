import type { Rate } from '../domain/rate.ts';
import type { Metric } from './metric.ts';
import { rateDifference, type RateDifference } from './rate-difference.ts';
import { rateOf } from './rate-of.ts';

/** How many leads meet criteria. */
export const criteriaShare: Metric = {
  id: 'criteria_share',
  label: 'Leads that meet the criteria',
  question: 'How many of the leads of a period meet these criteria, and what became of those that do?',
  definition:
    'Of the leads created in the period, the share that meets the criteria by the as-of day, and before it became an opportunity.',
  leftOut:
    'Leads of a person whose opportunity is older than the lead. A value that is not known meets nothing. Fields are those of the export.',
  measure: 'share',
  better: 'neither',
  subject: 'the share of leads that meet the criteria',
};

/** Counts of the leads that meet criteria, or of those that do not; see the question of the same name. */
export interface CriteriaCounts {
  readonly meets: boolean;
  readonly leads: number;
  readonly mature: number;
  readonly converted: number;
  readonly with_deal: number;
  readonly opportunities: number;
  readonly won: number;
}

/** What became of one of the two parts. Rates are within the windows, among those that have had them. */
export interface CriteriaPart {
  readonly leads: number;
  readonly l2o: Rate;
  readonly o2d: Rate;
  /** Leads with a deal by now, whatever their age. */
  readonly withDeal: number;
}

/** How many meet the criteria, and what became of both parts. */
export interface CriteriaAnswer {
  readonly share: Rate;
  readonly meets: CriteriaPart;
  readonly others: CriteriaPart;
  /** Those that meet them minus the others. */
  readonly difference: Readonly<Record<'l2o' | 'o2d', RateDifference>>;
}

const partOf = (counts: readonly CriteriaCounts[], meets: boolean): CriteriaPart => {
  const own = counts.find((one) => one.meets === meets);
  return {
    leads: own?.leads ?? 0,
    l2o: rateOf(own?.converted ?? 0, own?.mature ?? 0),
    o2d: rateOf(own?.won ?? 0, own?.opportunities ?? 0),
    withDeal: own?.with_deal ?? 0,
  };
};

/** The answer from its counts; a part without a row is empty. */
export const criteriaAnswer = (counts: readonly CriteriaCounts[]): CriteriaAnswer => {
  const [meets, others] = [partOf(counts, true), partOf(counts, false)];
  return {
    share: rateOf(meets.leads, meets.leads + others.leads),
    meets,
    others,
    difference: { l2o: rateDifference(others.l2o, meets.l2o), o2d: rateDifference(others.o2d, meets.o2d) },
  };
};
