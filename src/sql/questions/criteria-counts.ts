import type { Windows } from '../../domain/definitions.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { boolean, number } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * Leads created in a period by whether they meet a rule, as `rule_arrival` has it: each by its earliest lead, and no later
 * than the day it became an opportunity, so that what follows a conversion never counts as its sign. Of both: all, those
 * that have had the window of L2O since creation and those converted within it; the opportunities they sourced that have
 * had the window of O2D and those won within it; leads with a deal by now. At most one row for each of the two.
 */
export const criteriaCounts = (filter: Filter, { l2oDays, o2dDays }: Windows) =>
  question(
    sql`WITH cohort AS (
        SELECT j.journey_id, j.outcome, j.won_date,
          coalesce(a.moment.day <= CASE WHEN j.outcome = 'opportunity' THEN j.event_date ELSE ${asOf} END, false) AS meets,
          coalesce(j.created_date + ${l2oDays}::INTEGER <= ${asOf}, false) AS is_mature,
          j.outcome = 'opportunity' AND j.event_date - j.created_date <= ${l2oDays}::INTEGER AS in_time
        FROM (SELECT * FROM journey WHERE outcome <> 'associated_existing' AND ${where(filter, sql`created_date`)}) j
        JOIN scoped_lead l USING (lead_id) JOIN rule_arrival a USING (lead_no)
      ), led AS (
        SELECT meets, count(*) AS leads, count(*) FILTER (is_mature) AS mature,
          count(*) FILTER (is_mature AND in_time) AS converted, count(won_date) AS with_deal
        FROM cohort GROUP BY meets
      ), sourced AS (
        SELECT c.meets, count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf}) AS opportunities,
          count(*) FILTER (o.created_date + ${o2dDays}::INTEGER <= ${asOf} AND o.outcome = 'won' AND o.t_days <= ${o2dDays}::INTEGER) AS won
        FROM opp o JOIN cohort c USING (journey_id) GROUP BY c.meets
      )
      SELECT meets, leads::DOUBLE AS leads, mature::DOUBLE AS mature, converted::DOUBLE AS converted, with_deal::DOUBLE AS with_deal,
        coalesce(opportunities, 0)::DOUBLE AS opportunities, coalesce(won, 0)::DOUBLE AS won
      FROM led LEFT JOIN sourced USING (meets) ORDER BY meets`,
    {
      meets: boolean,
      leads: number,
      mature: number,
      converted: number,
      with_deal: number,
      opportunities: number,
      won: number,
    },
  );

/** How many leads created in a period have no score, no fit and no segment; an unknown value meets nothing. */
export const unknownFields = (filter: Filter) =>
  question(
    sql`SELECT (count(*) FILTER (score IS NULL))::DOUBLE AS score, (count(*) FILTER (fit IS NULL))::DOUBLE AS fit,
      (count(*) FILTER (channel = '(blank)'))::DOUBLE AS channel, (count(*) FILTER (segment = '(blank)'))::DOUBLE AS segment
    FROM journey WHERE outcome <> 'associated_existing' AND ${where(filter, sql`created_date`)}`,
    { score: number, fit: number, channel: number, segment: number },
  );
