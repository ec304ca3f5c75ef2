/** Journeys and opportunities in detail, built together: what most sections read. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { detailsOf } from './detailed-journeys.ts';
import type { Histories } from './histories.ts';
import type { NaiveOpportunity } from './journeys.ts';
import { opportunityRow } from './journeys.ts';
import { startJourneys } from './journeys-in-progress.ts';
import type { NaiveConfig, NaiveSettings } from './settings.ts';
import { withDefaults } from './settings.ts';

/** One opportunity under its one sourcing journey; one without a journey has channel and segment `(unsourced)`. */
export interface DetailedOpportunity extends NaiveOpportunity {
  segment: string;
  /** As exported; null is unknown. It also stands for the amount at creation, histories hold no other. */
  amount: number | null;
  journey: DetailedJourney | null;
}

/** Everything that was derived, each list sorted by id. */
export interface NaiveWorld {
  journeys: DetailedJourney[];
  opportunities: DetailedOpportunity[];
  settings: NaiveSettings;
}

/** Builds journeys and opportunities from raw histories. */
export function naiveWorld(histories: Histories, config: NaiveConfig): NaiveWorld {
  const settings = withDefaults(config);
  const started = startJourneys(histories, settings);
  const journeys = detailsOf(started, histories, settings);
  const byId = new Map(journeys.map((journey) => [journey.row.journey_id, journey]));
  const opportunities = started.opportunities.map((item): DetailedOpportunity => {
    const row = opportunityRow(item, started.journeys, settings);
    const journey = byId.get(row.sourcing_journey ?? '') ?? null;
    return { ...row, journey, segment: journey?.segment ?? '(unsourced)', amount: item.amount };
  });
  return {
    journeys,
    opportunities: opportunities.toSorted((a, b) => (a.opportunity_id < b.opportunity_id ? -1 : 1)),
    settings,
  };
}
