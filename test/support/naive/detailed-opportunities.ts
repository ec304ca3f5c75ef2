/** Opportunities as facts (section 1, table `opp`), with what sections 3 to 6 need beside the row. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { Histories } from './histories.ts';
import type { NaiveOpportunity } from './journeys.ts';
import { buildJourneysNaively } from './journeys.ts';
import type { NaiveConfig } from './settings.ts';

/** One opportunity under its one sourcing journey; one without a journey has channel and segment `(unsourced)`. */
export interface DetailedOpportunity extends NaiveOpportunity {
  segment: string;
  /** As exported; null is unknown. It also stands for the amount at creation, histories hold no other. */
  amount: number | null;
  journey: DetailedJourney | null;
}

/** Every opportunity that exists on the as-of day, sorted by id. */
export function detailedOpportunities(
  histories: Histories,
  journeys: DetailedJourney[],
  config: NaiveConfig,
): DetailedOpportunity[] {
  const byId = new Map(journeys.map((journey) => [journey.row.journey_id, journey]));
  const amounts = new Map(histories.opportunities.map((item) => [item.opportunity_id, item.amount]));
  return buildJourneysNaively(histories, config).opportunities.map((row) => {
    const journey = byId.get(row.sourcing_journey ?? '') ?? null;
    return {
      ...row,
      journey,
      segment: journey?.segment ?? '(unsourced)',
      amount: amounts.get(row.opportunity_id) ?? null,
    };
  });
}
