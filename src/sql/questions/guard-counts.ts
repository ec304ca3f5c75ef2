import type { Windows } from '../../domain/definitions.ts';
import { asOf, monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { day, number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';

/** Two spans side by side: from `from` to the day before `since`, and from `since` on. Local days. */
export interface AroundRequest {
  readonly from: string;
  readonly since: string;
}

const side = (since: string, column: ReturnType<typeof sql>) =>
  sql`CASE WHEN ${column} >= ${since}::DATE THEN 'after' ELSE 'before' END`;

/**
 * How handovers whose attempt period is over were worked, before and after a day: attempts in all; handovers tried at
 * all, and those of them with a two-way contact in the period; handovers answered in time, and those of them with one
 * attempt and nothing that ended the duty to try.
 */
export const workCounts = ({ from, since }: AroundRequest) =>
  question(
    sql`SELECT ${side(since, sql`handover_date`)} AS side, count(*)::DOUBLE AS handovers, sum(attempts)::DOUBLE AS attempts,
      (count(*) FILTER (attempts > 0))::DOUBLE AS tried,
      (count(*) FILTER (attempts > 0 AND epoch_ms(contact_at) // 1000 < epoch_ms(handover_at) // 1000 + (SELECT attempt_s FROM sla_term)))::DOUBLE AS contacted,
      (count(*) FILTER (status = 'met'))::DOUBLE AS in_time,
      (count(*) FILTER (status = 'met' AND attempts <= 1 AND NOT attempt_stop))::DOUBLE AS one_touch
    FROM handover WHERE attempts_due AND handover_date >= ${from}::DATE GROUP BY side ORDER BY side`,
    {
      side: text,
      handovers: number,
      attempts: number,
      tried: number,
      contacted: number,
      in_time: number,
      one_touch: number,
    },
  );

/** Leads and opportunities that have had their window, before and after a day, and those that converted in it. A null window gives none. */
export const jointsAround = ({ from, since }: AroundRequest, { l2oDays, o2dDays }: Windows) =>
  question(
    sql`SELECT 'l2o' AS joint, ${side(since, sql`anchor_date`)} AS side, count(*)::DOUBLE AS n,
        (count(*) FILTER (outcome = 'opportunity' AND t_days <= ${l2oDays}::INTEGER))::DOUBLE AS k
      FROM journey WHERE in_cohort AND anchor_date >= ${from}::DATE AND anchor_date + ${l2oDays}::INTEGER <= ${asOf} GROUP BY side
      UNION ALL
      SELECT 'o2d' AS joint, ${side(since, sql`created_date`)} AS side, count(*)::DOUBLE AS n,
        (count(*) FILTER (outcome = 'won' AND t_days <= ${o2dDays}::INTEGER))::DOUBLE AS k
      FROM opp WHERE journey_id IS NOT NULL AND created_date >= ${from}::DATE AND created_date + ${o2dDays}::INTEGER <= ${asOf} GROUP BY side
      ORDER BY joint, side`,
    { joint: text, side: text, n: number, k: number },
  );

/** The last days of a month, in which a target may be chased. */
export const lastDaysOfMonth = 3;

/**
 * Handovers of the last twelve months that are over: how many a month, how many in its last three days, and of both
 * kinds those that have had the window and those that had an opportunity in it.
 */
export const monthEndCounts = (l2oDays: number | null) =>
  question(
    sql`WITH dated AS (
      SELECT *, last_day(handover_date) - handover_date < ${lastDaysOfMonth}::INTEGER AS is_late,
        coalesce(handover_date + ${l2oDays}::INTEGER <= ${asOf}, false) AS is_mature,
        coalesce(opp_date - handover_date <= ${l2oDays}::INTEGER, false) AS is_converted
      FROM handover WHERE last_day(handover_date) <= ${asOf} AND handover_date > ${monthsBefore(12)}
    )
    SELECT date_trunc('month', handover_date)::DATE AS month, day(last_day(handover_date))::DOUBLE AS days,
      count(*)::DOUBLE AS handovers, (count(*) FILTER (is_late))::DOUBLE AS late,
      (count(*) FILTER (is_late AND is_mature))::DOUBLE AS late_mature,
      (count(*) FILTER (is_late AND is_mature AND is_converted))::DOUBLE AS late_converted,
      (count(*) FILTER (NOT is_late AND is_mature))::DOUBLE AS other_mature,
      (count(*) FILTER (NOT is_late AND is_mature AND is_converted))::DOUBLE AS other_converted
    FROM dated GROUP BY month, days ORDER BY month`,
    {
      month: day,
      days: number,
      handovers: number,
      late: number,
      late_mature: number,
      late_converted: number,
      other_mature: number,
      other_converted: number,
    },
  );
