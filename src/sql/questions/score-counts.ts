import { referenceMonths, type Windows } from '../../domain/definitions.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf, monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number, optionalNumber, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

/** Where fit and interest are cut in three; a value equal to a cut belongs to the lower group. Null where nothing has a value. */
export interface ScoreCuts {
  readonly fitLow: number | null;
  readonly fitHigh: number | null;
  readonly interestLow: number | null;
  readonly interestHigh: number | null;
}

/** Terciles of fit and score over the leads anchored in the reference months. */
export const scoreTerciles = question(
  sql`SELECT quantile_disc(fit, 1 / 3)::DOUBLE AS fit_low, quantile_disc(fit, 2 / 3)::DOUBLE AS fit_high,
      quantile_disc(score, 1 / 3)::DOUBLE AS interest_low, quantile_disc(score, 2 / 3)::DOUBLE AS interest_high
    FROM journey WHERE in_cohort AND anchor_date > ${monthsBefore(referenceMonths)}`,
  {
    fit_low: optionalNumber,
    fit_high: optionalNumber,
    interest_low: optionalNumber,
    interest_high: optionalNumber,
  },
);

const groupOf = (value: Sql, low: number | null, high: number | null): Sql =>
  sql`CASE WHEN ${value} IS NULL THEN 'unknown' WHEN ${value} <= ${low}::DOUBLE THEN 'low' WHEN ${value} <= ${high}::DOUBLE THEN 'middle' ELSE 'high' END`;

/**
 * Leads by how well they fit and how interested they are, in three groups each and `unknown`: those that have had the
 * window of L2O and those converted within it; the opportunities they sourced that have had the window of O2D, and those
 * won within it; all opportunities they sourced and the deals among them that have an amount, with the sum in minor units.
 */
export const scoreMatrixCounts = (filter: Filter, { l2oDays, o2dDays }: Windows, cuts: ScoreCuts) =>
  question(
    sql`WITH cohort AS (
        SELECT journey_id, outcome, t_days, coalesce(anchor_date + ${l2oDays}::INTEGER <= ${asOf}, false) AS is_mature,
          ${groupOf(sql`fit`, cuts.fitLow, cuts.fitHigh)} AS fit, ${groupOf(sql`score`, cuts.interestLow, cuts.interestHigh)} AS interest
        FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
      ), led AS (
        SELECT fit, interest, count(*) FILTER (is_mature) AS leads,
          count(*) FILTER (is_mature AND outcome = 'opportunity' AND t_days <= ${l2oDays}::INTEGER) AS converted
        FROM cohort GROUP BY ALL
      ), sourced AS (
        SELECT c.fit, c.interest, count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf}) AS opportunities,
          count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf} AND o.outcome = 'won' AND o.t_days <= ${o2dDays}::INTEGER) AS won,
          count(o.amount_minor) FILTER (o.outcome = 'won') AS deals, sum(o.amount_minor) FILTER (o.outcome = 'won') AS won_minor
        FROM opp o JOIN cohort c USING (journey_id) GROUP BY c.fit, c.interest
      )
      SELECT fit, interest, leads::DOUBLE AS leads, converted::DOUBLE AS converted, coalesce(opportunities, 0)::DOUBLE AS opportunities,
        coalesce(won, 0)::DOUBLE AS won, coalesce(deals, 0)::DOUBLE AS deals, coalesce(won_minor, 0)::DOUBLE AS won_minor
      FROM led LEFT JOIN sourced USING (fit, interest) ORDER BY fit, interest`,
    {
      fit: text,
      interest: text,
      leads: number,
      converted: number,
      opportunities: number,
      won: number,
      deals: number,
      won_minor: number,
    },
  );

/**
 * How leads fared by their score, whatever stage they reached: leads created that have had the window since creation,
 * those with an opportunity within it, those that somebody tried to reach, the opportunities they sourced that have had
 * the window of O2D with those won in it, deals by now and their amounts in minor units; and, of all ages, how many are
 * open and not in nurture now. Leads without a score are left out.
 */
export const scoreCounts = (filter: Filter, { l2oDays, o2dDays }: Windows) =>
  question(
    sql`WITH cohort AS (
        SELECT journey_id, score, outcome, event_date, created_date, state, last_activity_date,
          coalesce(created_date + ${l2oDays}::INTEGER <= ${asOf}, false) AS is_mature
        FROM journey WHERE score IS NOT NULL AND outcome <> 'associated_existing' AND ${where(filter, sql`created_date`)}
      ), led AS (
        SELECT score, count(*) FILTER (is_mature) AS leads,
          count(*) FILTER (is_mature AND outcome = 'opportunity' AND event_date - created_date <= ${l2oDays}::INTEGER) AS converted,
          count(*) FILTER (is_mature AND last_activity_date >= created_date) AS attempted,
          count(*) FILTER (outcome = 'open' AND state IS DISTINCT FROM 'recycled') AS open_now
        FROM cohort GROUP BY score
      ), sourced AS (
        SELECT c.score, count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf}) AS opportunities,
          count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf} AND o.outcome = 'won' AND o.t_days <= ${o2dDays}::INTEGER) AS won,
          count(*) FILTER (o.outcome = 'won') AS deals, sum(o.amount_minor) FILTER (o.outcome = 'won') AS won_minor
        FROM opp o JOIN cohort c USING (journey_id) WHERE c.is_mature GROUP BY c.score
      )
      SELECT score, leads::DOUBLE AS leads, converted::DOUBLE AS converted, attempted::DOUBLE AS attempted, open_now::DOUBLE AS open_now,
        coalesce(opportunities, 0)::DOUBLE AS opportunities, coalesce(won, 0)::DOUBLE AS won,
        coalesce(deals, 0)::DOUBLE AS deals, coalesce(won_minor, 0)::DOUBLE AS won_minor
      FROM led LEFT JOIN sourced USING (score) ORDER BY score`,
    {
      score: number,
      leads: number,
      converted: number,
      attempted: number,
      open_now: number,
      opportunities: number,
      won: number,
      deals: number,
      won_minor: number,
    },
  );

/** Open leads that are not in nurture, by owner; those without an owner are left out. */
export const openLoads = (filter: Filter) =>
  question(
    sql`SELECT owner, count(*)::DOUBLE AS open_now FROM journey
      WHERE outcome = 'open' AND state IS DISTINCT FROM 'recycled' AND owner <> '(blank)' AND ${where(filter, sql`created_date`)}
      GROUP BY owner ORDER BY owner`,
    { owner: text, open_now: number },
  );
