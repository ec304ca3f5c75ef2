import { question } from '../question.ts';
import { number, optionalDay } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** First lead, and latest event of any kind, in the canonical tables; forecasts (the close date of an open opportunity) are no events. */
export const eventSpan = question(
  sql`SELECT (SELECT min(created_date) FROM lead) AS first_day, max(day) AS last_day FROM (
      SELECT created_date AS day FROM lead
      UNION ALL SELECT event_date FROM stage_event
      UNION ALL SELECT created_date FROM opportunity
      UNION ALL SELECT close_date FROM opportunity WHERE outcome <> 'open'
      UNION ALL SELECT event_date FROM activity
    )`,
  { first_day: optionalDay, last_day: optionalDay },
);

/** How many events name the stage that an MQL cohort is anchored at. */
export const stageCoverage = question(
  sql`SELECT (count(*) FILTER (stage = 'mql' OR from_stage = 'mql'))::DOUBLE AS mql FROM stage_event`,
  { mql: number },
);

/** Counts of what the journey rules did, for the notes under the numbers. */
export const journeyFacts = question(
  sql`SELECT
      (SELECT count(*) FROM journey)::DOUBLE AS journeys,
      (SELECT count(*) FROM journey WHERE in_cohort)::DOUBLE AS in_cohort,
      (SELECT count(*) FROM journey WHERE anchor_date IS NULL)::DOUBLE AS without_anchor,
      (SELECT count(*) FROM journey WHERE outcome = 'associated_existing')::DOUBLE AS associated_existing,
      (SELECT count(*) FROM journey WHERE journey_no > 1)::DOUBLE AS reentries,
      (SELECT count(*) FROM journey WHERE in_cohort AND outcome = 'opportunity')::DOUBLE AS converted,
      (SELECT count(*) FROM journey WHERE in_cohort AND outcome = 'opportunity' AND list_contains(flags, 'imputed_mql'))::DOUBLE AS imputed_mql,
      (SELECT count(*) FROM journey WHERE list_contains(flags, 'clamped'))::DOUBLE AS clamped,
      (SELECT count(*) FROM excluded_lead)::DOUBLE AS excluded,
      (SELECT count(*) FROM scoped_lead)::DOUBLE AS leads,
      (SELECT count(DISTINCT person_no) FROM person)::DOUBLE AS persons,
      (SELECT count(*) FROM opp)::DOUBLE AS opportunities,
      (SELECT count(*) FROM opp WHERE outcome = 'won')::DOUBLE AS deals,
      (SELECT count(*) FROM opp WHERE outcome <> 'won')::DOUBLE AS not_won,
      (SELECT count(*) FROM opp WHERE journey_id IS NULL)::DOUBLE AS unsourced,
      (SELECT count(*) FROM opp WHERE list_contains(flags, 'close_before_create'))::DOUBLE AS close_before_create,
      (SELECT count(*) FROM opp WHERE list_contains(flags, 'future_close'))::DOUBLE AS future_close,
      (SELECT coalesce(sum(opportunities), 0) FROM associated_opportunity)::DOUBLE AS opportunities_before_lead`,
  {
    journeys: number,
    in_cohort: number,
    without_anchor: number,
    associated_existing: number,
    reentries: number,
    converted: number,
    imputed_mql: number,
    clamped: number,
    excluded: number,
    leads: number,
    persons: number,
    opportunities: number,
    deals: number,
    not_won: number,
    unsourced: number,
    close_before_create: number,
    future_close: number,
    opportunities_before_lead: number,
  },
);
