import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';
import type { DwellRequest } from './dwell-ages.ts';

/**
 * How long a decision on a lead takes, as a life table per group: days from the anchor to an opportunity or a
 * disqualification (`ended`), else to the as-of day (in `total` only).
 */
export const decisionAges = ({ filter, groups }: DwellRequest) =>
  question(
    sql`SELECT ${columnOf(groups)} AS row_group, t_days::DOUBLE AS age,
      (count(*) FILTER (outcome IN ('opportunity', 'disqualified')))::DOUBLE AS ended, count(*)::DOUBLE AS total
    FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
    GROUP BY row_group, t_days ORDER BY row_group, t_days`,
    { row_group: text, age: number, ended: number, total: number },
  );
