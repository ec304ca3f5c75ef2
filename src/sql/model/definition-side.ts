import { sql, type Sql } from '../sql.ts';

const tables = { before: sql`journey_before`, after: sql`journey_after` } as const;

/**
 * Keeps what is compared of the journeys that are built now, under one of the two names. The table of ways has to be
 * there: `*_first` are days with an event of the stage itself, since every lead with an opportunity counts as qualified.
 */
export const keepSide = (side: keyof typeof tables): Sql =>
  sql`CREATE OR REPLACE TABLE ${tables[side]} AS
    SELECT j.journey_id, j.lead_id, j.channel, j.in_cohort, j.anchor_date,
      CASE WHEN j.won_date IS NOT NULL THEN 'won' ELSE coalesce(j.state, j.outcome) END AS outcome,
      j.n_opps > 0 AS has_opportunity, j.won_date IS NOT NULL AS has_deal,
      p.mql_first, p.sal_first, p.sql_first
    FROM journey j JOIN journey_path p USING (journey_id)`;

/** Lets go of both sides. */
export const dropSides: readonly Sql[] = [
  sql`DROP TABLE IF EXISTS journey_before`,
  sql`DROP TABLE IF EXISTS journey_after`,
];
