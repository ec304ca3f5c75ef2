import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import type { SlaTerms } from '../../domain/sla.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { boolean, number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

interface OpenLeadsRequest {
  readonly filter: Filter;
  readonly rows: Dimension;
  readonly columns: Dimension;
  readonly terms: Pick<SlaTerms, 'qualificationLimitDays' | 'neglectedDays'>;
}

/**
 * Open leads of the cohort cell by cell and by age in days after the anchor: `age` is the upper end of a bucket (7, 14,
 * 21, 60) or 0 for anything older. Recycled leads are apart; `overdue` and `neglected` count the others alone.
 */
export const openLeads = ({ filter, rows, columns, terms }: OpenLeadsRequest) =>
  question(
    sql`SELECT ${columnOf(rows)} AS row_group, ${columnOf(columns)} AS column_group, state IS NOT DISTINCT FROM 'recycled' AS is_recycled,
      (CASE WHEN t_days <= 7 THEN 7 WHEN t_days <= 14 THEN 14 WHEN t_days <= 21 THEN 21 WHEN t_days <= 60 THEN 60 ELSE 0 END)::DOUBLE AS age,
      count(*)::DOUBLE AS leads,
      (count(*) FILTER (state IS NULL AND t_days > ${terms.qualificationLimitDays}::INTEGER))::DOUBLE AS overdue,
      (count(*) FILTER (state IS NULL AND (last_activity_date IS NULL
        OR last_activity_date < ${asOf} - ${terms.neglectedDays}::INTEGER)))::DOUBLE AS neglected
    FROM journey WHERE in_cohort AND outcome = 'open' AND ${where(filter, sql`anchor_date`)}
    GROUP BY row_group, column_group, is_recycled, age ORDER BY row_group, column_group, is_recycled, age`,
    {
      row_group: text,
      column_group: text,
      is_recycled: boolean,
      age: number,
      leads: number,
      overdue: number,
      neglected: number,
    },
  );
