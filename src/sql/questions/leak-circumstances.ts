import { asOf } from '../as-of.ts';
import { leadStanding, type LeakRequest } from '../lead-standing.ts';
import { question } from '../question.ts';
import { boolean, day, number, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';

/** The last handover of each journey and whether it came while nobody had opened. */
const arrivals = (handovers: boolean): Sql =>
  handovers
    ? sql`SELECT l.journey_id, coalesce(l.at_s >= o.close_s, true) AS is_outside FROM (
          SELECT journey_id, max(epoch_ms(handover_at)) // 1000 AS at_s, any_value(coalesce(calendar_no, 0)) AS calendar_no
          FROM handover LEFT JOIN owner_calendar USING (owner) GROUP BY journey_id
        ) l ASOF LEFT JOIN opening o ON o.calendar_no = l.calendar_no AND l.at_s >= o.open_s`
    : sql`SELECT NULL::VARCHAR AS journey_id, false AS is_outside WHERE false`;

/**
 * What surrounded the leads of a cohort, by where they stand: the owner, the month of the anchor (its first day), whether
 * the last handover came in opening hours (`inside`, `outside`; `unknown` without one), and whether no person has tried the
 * lead in the last `neglectedDays` days. Each lead is in exactly one row.
 */
export const leakCircumstances = (request: LeakRequest, neglectedDays: number) =>
  question(
    sql`${leadStanding(request)}, arrival AS (${arrivals(request.handovers)}), seen AS (
      SELECT s.owner, date_trunc('month', s.anchor_date)::DATE AS month, s.stage, s.standing, s.untried, s.slow, s.few_attempts,
        CASE WHEN a.is_outside THEN 'outside' WHEN NOT a.is_outside THEN 'inside' ELSE 'unknown' END AS arrival,
        coalesce(s.last_activity_date < ${asOf} - ${neglectedDays}::INTEGER, true) AS is_neglected
      FROM standing s LEFT JOIN arrival a USING (journey_id)
    )
    SELECT owner, month, stage, standing, untried, slow, few_attempts, arrival, is_neglected, count(*)::DOUBLE AS journeys
    FROM seen GROUP BY ALL ORDER BY ALL`,
    {
      owner: text,
      month: day,
      stage: text,
      standing: text,
      untried: boolean,
      slow: boolean,
      few_attempts: boolean,
      arrival: text,
      is_neglected: boolean,
      journeys: number,
    },
  );
