import type { Filter } from '../domain/filter.ts';
import { sql, type Sql } from './sql.ts';
import { where } from './where.ts';

/**
 * The handovers of a filter as `arrival`, each with whether the calendar of its owner was open at that instant
 * (`is_inside`): the opening instant is in, the closing instant is not. A handover without a time of day says nothing of
 * it, so look at `is_day_only` too.
 */
export const arrivalsOf = (filter: Filter): Sql =>
  sql`placed AS (
      SELECT h.*, coalesce(c.calendar_no, 0) AS calendar_no, epoch_ms(h.handover_at) // 1000 AS at_s
      FROM handover h LEFT JOIN owner_calendar c USING (owner) WHERE ${where(filter, sql`handover_date`)}
    ), arrival AS (
      SELECT p.*, coalesce(p.at_s < o.close_s, false) AS is_inside
      FROM placed p ASOF LEFT JOIN opening o ON o.calendar_no = p.calendar_no AND p.at_s >= o.open_s
    )`;
