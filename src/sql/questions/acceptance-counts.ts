import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * Leads by segment that have had the window for opportunities since they were an MQL, and how far they came: each stage
 * holds those that came to it or beyond. A null window gives none.
 */
export const acceptanceCounts = ({
  filter,
  l2oDays,
}: {
  readonly filter: Filter;
  readonly l2oDays: number | null;
}) =>
  question(
    sql`SELECT segment, count(*)::DOUBLE AS mql, count(sal_date)::DOUBLE AS sal, count(sql_date)::DOUBLE AS sql,
      (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS opportunity
    FROM journey WHERE in_cohort AND mql_date + ${l2oDays}::INTEGER <= ${asOf} AND ${where(filter, sql`mql_date`)}
    GROUP BY segment ORDER BY segment`,
    { segment: text, mql: number, sal: number, sql: number, opportunity: number },
  );
