import type { Filter } from '../domain/filter.ts';
import { asOf } from './as-of.ts';
import { sql, type Sql } from './sql.ts';
import { where } from './where.ts';

/**
 * Which leads: those anchored in the filter's period and `windowDays` ago or longer. A lead stalls after
 * `qualificationLimitDays` in one stage, an opportunity after `opportunityLimitDays` (null: never). `handovers`: whether the
 * table of handovers was built; without it no row names a failed promise.
 */
export interface LeakRequest {
  readonly filter: Filter;
  readonly windowDays: number | null;
  readonly qualificationLimitDays: number;
  readonly opportunityLimitDays: number | null;
  readonly handovers: boolean;
}

/** What the handovers say of a journey: never tried in any cycle; late, or too few attempts, in the cycle it ended in. */
const failures = (handovers: boolean): Sql =>
  handovers
    ? sql`SELECT journey_id, bool_and(NOT is_contacted) AS untried,
          arg_max(status = 'breached', handover_at) AS slow,
          arg_max(attempts_due AND NOT attempts_ok, handover_at) AS few_attempts
        FROM handover GROUP BY journey_id`
    : sql`SELECT NULL::VARCHAR AS journey_id, false AS untried, false AS slow, false AS few_attempts WHERE false`;

/**
 * Where each lead of a cohort stands, as named parts of a statement that begins with them: `standing` has one row a lead,
 * with the furthest stage it reached, what became of it there, the promises that sales failed to keep, and whom it belongs
 * to; `amount` has the money of its opportunities that stand so.
 */
export const leadStanding = (request: LeakRequest): Sql =>
  sql`WITH linked AS (
      SELECT person_no, n AS journey_no, bool_or(outcome = 'open') AS is_open,
        max(sourced_date) FILTER (outcome = 'open') AS open_since
      FROM journey_opportunity GROUP BY person_no, n
    ), failure AS (${failures(request.handovers)}), cohort AS (
      SELECT *, CASE WHEN outcome = 'opportunity' THEN 'opportunity' WHEN sql_date IS NOT NULL THEN 'sql'
          WHEN sal_date IS NOT NULL THEN 'sal' WHEN mql_date IS NOT NULL THEN 'mql' ELSE 'created' END AS stage,
        ${asOf} - coalesce(sql_date, sal_date, mql_date, created_date) AS days_in_stage
      FROM journey
      WHERE in_cohort AND anchor_date + ${request.windowDays}::INTEGER <= ${asOf} AND ${where(request.filter, sql`anchor_date`)}
    ), standing AS (
      SELECT c.journey_id, c.lead_id, c.channel, c.segment, c.owner, c.anchor_date, c.last_activity_date, c.stage,
        CASE WHEN c.won_date IS NOT NULL THEN 'won'
             WHEN c.outcome = 'disqualified' OR (c.outcome = 'opportunity' AND NOT l.is_open) THEN 'dropped'
             WHEN c.state = 'recycled' THEN 'recycled'
             WHEN c.outcome = 'opportunity' THEN
               CASE WHEN ${asOf} - l.open_since > ${request.opportunityLimitDays}::INTEGER THEN 'stalled' ELSE 'in_progress' END
             WHEN c.days_in_stage > ${request.qualificationLimitDays}::INTEGER THEN 'stalled'
             ELSE 'in_progress' END AS standing,
        coalesce(f.untried, false) AS untried, coalesce(f.slow, false) AS slow, coalesce(f.few_attempts, false) AS few_attempts,
        f.journey_id IS NOT NULL AS is_handed_over,
        c.outcome = 'opportunity' AND c.t_days <= ${request.windowDays}::INTEGER AS converted
      FROM cohort c LEFT JOIN linked l USING (person_no, journey_no) LEFT JOIN failure f USING (journey_id)
    ), amount AS (
      SELECT s.journey_id, sum(o.amount_minor) AS amount_minor, count(*) - count(o.amount_minor) AS without_amount
      FROM standing s JOIN opp o ON o.journey_id = s.journey_id
        AND o.outcome = CASE s.standing WHEN 'won' THEN 'won' WHEN 'dropped' THEN 'lost' ELSE 'open' END
      GROUP BY s.journey_id
    )`;
