import { toEpochDay } from '../domain/local-date.ts';
import { lastWholeWeek } from '../metrics/review/last-whole-week.ts';
import type { ReviewInput } from '../metrics/review/weekly-review.ts';
import { wonDeals } from '../sql/questions/won-deals.ts';
import type { Analysis } from './analysis.ts';
import type { PromiseFacts } from './promise-facts.ts';
import type { QueryEngine } from './query-engine.ts';

/** Asks what the weekly review needs beside the cube. */
export const reviewFacts = async (
  engine: QueryEngine,
  analysis: Analysis,
): Promise<Omit<ReviewInput, keyof PromiseFacts | 'track'>> => {
  const { anchor, asOf, exportAsOf } = analysis.definitions;
  const week = lastWholeWeek(toEpochDay(asOf));
  const wins = await engine.ask(wonDeals({ from: week.start, to: week.end }));
  return {
    anchor,
    definition: { name: analysis.definitionSet.name, version: analysis.definitionSet.version },
    exportAsOf,
    currency: analysis.currency,
    notMeasurable: analysis.notMeasurable,
    wins: wins.map((deal) => ({
      opportunityId: deal.opportunity_id,
      channel: deal.channel,
      segment: deal.segment,
      amountMinor: deal.amount_minor,
      closeDate: deal.close_date,
      days: deal.days,
      earlier: deal.earlier,
      earlierOfChannel: deal.earlier_of_channel,
      earlierOfSegment: deal.earlier_of_segment,
      earlierOfBoth: deal.earlier_of_both,
      earlierAsLarge: deal.earlier_as_large,
    })),
  };
};
