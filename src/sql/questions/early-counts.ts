import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** What is asked: cut by which field, and how many days are the window, fast and early. */
export interface EarlyRequest {
  readonly filter: Filter;
  readonly groups: Dimension;
  readonly l2oDays: number | null;
  /** A lead that converts within so many days of its anchor was qualified fast. */
  readonly fastDays: number;
  /** An opportunity lost within so many days of its creation was lost early. */
  readonly earlyDays: number;
}

/**
 * How quickly leads are made opportunities and how quickly these are lost, by group: leads that have had the window,
 * those converted in it, and of these the fast ones; opportunities that the same leads sourced and that are old enough
 * to have been lost early, and those that were.
 */
export const earlyCounts = ({ filter, groups, l2oDays, fastDays, earlyDays }: EarlyRequest) =>
  question(
    sql`WITH mature AS (
        SELECT journey_id, ${columnOf(groups)} AS row_group, outcome = 'opportunity' AND t_days <= ${l2oDays}::INTEGER AS is_converted,
          t_days <= ${fastDays}::INTEGER AS is_fast
        FROM journey WHERE in_cohort AND anchor_date + ${l2oDays}::INTEGER <= ${asOf} AND ${where(filter, sql`anchor_date`)}
      ), led AS (
        SELECT row_group, count(*) AS leads, count(*) FILTER (is_converted) AS converted,
          count(*) FILTER (is_converted AND is_fast) AS fast
        FROM mature GROUP BY row_group
      ), sourced AS (
        SELECT m.row_group, count(*) AS opportunities,
          count(*) FILTER (o.outcome = 'lost' AND o.t_days <= ${earlyDays}::INTEGER) AS lost_early
        FROM opp o JOIN mature m USING (journey_id) WHERE o.created_date + ${earlyDays}::INTEGER <= ${asOf}
        GROUP BY m.row_group
      )
      SELECT row_group, leads::DOUBLE AS leads, converted::DOUBLE AS converted, fast::DOUBLE AS fast,
        coalesce(opportunities, 0)::DOUBLE AS opportunities, coalesce(lost_early, 0)::DOUBLE AS lost_early
      FROM led LEFT JOIN sourced USING (row_group) ORDER BY row_group`,
    {
      row_group: text,
      leads: number,
      converted: number,
      fast: number,
      opportunities: number,
      lost_early: number,
    },
  );
