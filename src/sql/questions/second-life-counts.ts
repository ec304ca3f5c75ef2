import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';
import type { DwellRequest } from './dwell-ages.ts';

/**
 * What became of leads after they were first recycled, by group and days waited. `returned`: a stage or an opportunity
 * followed, `waited` days later; `left`: disqualified without return; the rest of `total` still waits. `converted` (to an
 * opportunity) and `won` are among the returned; `won_minor` is what the latter's deals brought, each deal under the one
 * lead that sourced it. Leads that had an opportunity by the day they were recycled, or were disqualified before it, are
 * left out.
 */
export const secondLifeCounts = ({ filter, groups }: DwellRequest) =>
  question(
    sql`WITH lead AS (
      SELECT *, ${columnOf(groups)} AS row_group FROM journey
      WHERE in_cohort AND list_contains(flags, 'recycled') AND ${where(filter, sql`anchor_date`)}
    ), event AS (
      SELECT l.person_no, l.journey_no, e.rank, e.order_key, e.event_date,
        min(e.order_key) FILTER (e.rank = 4) OVER own AS recycled_key, min(e.event_date) FILTER (e.rank = 4) OVER own AS recycled_on
      FROM lead l JOIN journey_start j ON j.person_no = l.person_no AND j.n = l.journey_no
      JOIN person_event e ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
      WINDOW own AS (PARTITION BY l.person_no, l.journey_no)
    ), recycled AS (
      SELECT person_no, journey_no, any_value(recycled_on) AS recycled_on,
        min(event_date) FILTER (rank BETWEEN 1 AND 3 AND order_key > recycled_key) AS staged_on
      FROM event GROUP BY person_no, journey_no
    ), life AS (
      SELECT l.journey_id, l.row_group, l.won_date, r.recycled_on,
        l.outcome = 'opportunity' AS converted,
        least(r.staged_on, CASE WHEN l.outcome = 'opportunity' THEN l.event_date END) AS returned_on,
        CASE WHEN l.outcome = 'disqualified' THEN l.event_date END AS disqualified_on
      FROM lead l JOIN recycled r USING (person_no, journey_no)
      WHERE NOT coalesce(l.outcome = 'opportunity' AND l.event_date <= r.recycled_on
        OR l.outcome = 'disqualified' AND l.event_date < r.recycled_on, false)
    ), deal AS (
      SELECT journey_id, sum(amount_minor) AS won_minor FROM opp
      WHERE outcome = 'won' AND journey_id IN (SELECT journey_id FROM life WHERE converted) GROUP BY journey_id
    )
    SELECT row_group, (coalesce(returned_on, disqualified_on, ${asOf}) - recycled_on)::DOUBLE AS waited,
      count(*)::DOUBLE AS total, count(returned_on)::DOUBLE AS returned,
      (count(*) FILTER (returned_on IS NULL AND disqualified_on IS NOT NULL))::DOUBLE AS left,
      (count(*) FILTER (converted))::DOUBLE AS converted,
      (count(*) FILTER (converted AND won_date IS NOT NULL))::DOUBLE AS won,
      coalesce(sum(won_minor), 0)::DOUBLE AS won_minor
    FROM life LEFT JOIN deal USING (journey_id)
    GROUP BY row_group, waited ORDER BY row_group, waited`,
    {
      row_group: text,
      waited: number,
      total: number,
      returned: number,
      left: number,
      converted: number,
      won: number,
      won_minor: number,
    },
  );
