import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { day, number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

interface OpenLeadChangesRequest {
  readonly filter: Filter;
  readonly group: Dimension;
}

/**
 * How the stock of open, not recycled leads, with the anchor stage or without, changed, by month (its first day) and group: leads that became
 * open in it and leads that ceased to be. Summed from the start on, these are the open leads at the end of each month,
 * replayed from events with the persons, groups and sourcing links of today. The filter's dates do not apply to a stock.
 */
export const openLeadChanges = ({ filter, group }: OpenLeadChangesRequest) =>
  question(
    sql`WITH lived AS (
      SELECT s.person_no, s.n, e.order_key, e.event_date,
        max(e.order_key) FILTER (e.rank <= 3) OVER so_far AS last_entry_or_progress,
        max(e.order_key) FILTER (e.rank >= 1) OVER so_far AS last_stage,
        max(e.order_key) FILTER (e.rank = 4) OVER so_far AS last_recycled,
        max(e.order_key) FILTER (e.rank = 5) OVER so_far AS last_disqualified,
        lead(e.event_date) OVER in_order AS next_date
      FROM journey_start s JOIN person_event e
        ON e.person_no = s.person_no AND e.order_key >= s.start_key AND (s.next_key IS NULL OR e.order_key < s.next_key)
      WINDOW in_order AS (PARTITION BY s.person_no, s.n ORDER BY e.order_key),
        so_far AS (in_order ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
    ), converted AS (
      SELECT j.person_no, j.n, min(o.created_date) AS opportunity_date
      FROM journey_opportunity j JOIN opportunity_now o USING (opportunity_id) GROUP BY j.person_no, j.n
    ), span AS (
      SELECT l.person_no, l.n, l.event_date AS from_date, least(l.next_date, c.opportunity_date) AS to_date
      FROM lived l LEFT JOIN converted c USING (person_no, n)
      WHERE (last_disqualified IS NULL OR last_disqualified < last_entry_or_progress)
        AND coalesce(last_recycled < last_stage, true)
    ), grouped AS (
      SELECT ${columnOf(group)} AS group_name, from_date, to_date
      FROM span JOIN journey j ON j.person_no = span.person_no AND j.journey_no = span.n
      LEFT JOIN associated_opportunity a ON a.person_no = j.person_no
      WHERE (to_date IS NULL OR from_date < to_date)
        AND (a.created_date IS NULL OR a.created_date >= j.created_date - (SELECT backdate_days FROM definition))
        AND ${where({ ...filter, from: null, to: null }, sql`anchor_date`)}
    ), change AS (
      SELECT group_name, from_date AS day, 1 AS opened, 0 AS closed FROM grouped
      UNION ALL
      SELECT group_name, to_date, 0, 1 FROM grouped WHERE to_date IS NOT NULL
    )
    SELECT date_trunc('month', day)::DATE AS month, group_name, sum(opened)::DOUBLE AS opened, sum(closed)::DOUBLE AS closed
    FROM change GROUP BY month, group_name ORDER BY month, group_name`,
    { month: day, group_name: text, opened: number, closed: number },
  );
