import type { Rate } from '../domain/rate.ts';
import type { OverlapPart } from './definition-diff.ts';
import type { Metric } from './metric.ts';
import { rateDifference, type RateDifference } from './rate-difference.ts';
import { rateOf } from './rate-of.ts';

/** How far two definitions agree. */
export const agreementShare: Metric = {
  id: 'definition_agreement',
  label: 'Leads both definitions take',
  question: 'Do marketing and sales mean the same leads?',
  definition:
    'Of the leads that either definition takes, by an event of the stage itself, the share that both take.',
  leftOut:
    'Leads that neither takes. Rates of the parts are to date: an opportunity or a deal by now counts.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of leads that both definitions take',
};

/** Counts of one part; see the question of the same name. `side` is before, after or both. */
export interface TakenCounts {
  readonly side: string;
  readonly journeys: number;
  readonly opportunities: number;
  readonly deals: number;
}

/** Whom two definitions take, what they agree on, and what became of each part. */
export interface TakenLeads {
  readonly first: number;
  readonly second: number;
  /** Taken by both, of those taken by either. */
  readonly agreement: Rate;
  readonly onlyFirst: OverlapPart;
  readonly both: OverlapPart;
  readonly onlySecond: OverlapPart;
  /** Leads that only one takes, held against those that both take: disputed minus agreed, to an opportunity. */
  readonly disputed: { readonly onlyFirst: RateDifference; readonly onlySecond: RateDifference };
}

const partOf = (counts: readonly TakenCounts[], side: string): OverlapPart => {
  const own = counts.find((one) => one.side === side);
  const journeys = own?.journeys ?? 0;
  return {
    journeys,
    toOpportunity: rateOf(own?.opportunities ?? 0, journeys),
    toDeal: rateOf(own?.deals ?? 0, journeys),
  };
};

/** The comparison from its counts; a part without a row is empty. */
export const takenLeads = (counts: readonly TakenCounts[]): TakenLeads => {
  const onlyFirst = partOf(counts, 'before');
  const both = partOf(counts, 'both');
  const onlySecond = partOf(counts, 'after');
  return {
    first: onlyFirst.journeys + both.journeys,
    second: onlySecond.journeys + both.journeys,
    agreement: rateOf(both.journeys, onlyFirst.journeys + both.journeys + onlySecond.journeys),
    onlyFirst,
    both,
    onlySecond,
    disputed: {
      onlyFirst: rateDifference(both.toOpportunity, onlyFirst.toOpportunity),
      onlySecond: rateDifference(both.toOpportunity, onlySecond.toOpportunity),
    },
  };
};
