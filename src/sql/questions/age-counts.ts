import { referenceMonths } from '../../domain/definitions.ts';
import { asOf, monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { sql } from '../sql.ts';

const rows = { age: number, converted: number, left: number, total: number };

const since = monthsBefore(referenceMonths);

/** Days from anchor to opportunity, disqualification or the as-of day, over the reference months: the life table of L2O. */
export const daysToOpportunity = question(
  sql`SELECT t_days::DOUBLE AS age, (count(*) FILTER (outcome = 'opportunity'))::DOUBLE AS converted,
      (count(*) FILTER (outcome = 'disqualified'))::DOUBLE AS left, count(*)::DOUBLE AS total
    FROM journey WHERE in_cohort AND anchor_date > ${since} GROUP BY t_days ORDER BY t_days`,
  rows,
);

/** Days from opportunity to won, lost or the as-of day, over the reference months: the life table of O2D. */
export const daysToDeal = question(
  sql`SELECT t_days::DOUBLE AS age, (count(*) FILTER (outcome = 'won'))::DOUBLE AS converted,
      (count(*) FILTER (outcome = 'lost'))::DOUBLE AS left, count(*)::DOUBLE AS total
    FROM opp WHERE t_days IS NOT NULL AND created_date > ${since} GROUP BY t_days ORDER BY t_days`,
  rows,
);

/** Days from anchor to the first won opportunity, else to disqualification or the as-of day: the life table of L2D. */
export const daysFromLeadToDeal = question(
  sql`SELECT age::DOUBLE AS age, (count(*) FILTER (won_days IS NOT NULL))::DOUBLE AS converted,
      (count(*) FILTER (won_days IS NULL AND outcome = 'disqualified'))::DOUBLE AS left, count(*)::DOUBLE AS total
    FROM (
      SELECT *, CASE WHEN won_days IS NOT NULL THEN won_days WHEN outcome = 'disqualified' THEN t_days
                     ELSE ${asOf} - anchor_date END AS age
      FROM journey WHERE in_cohort AND anchor_date > ${since}
    ) GROUP BY age ORDER BY age`,
  rows,
);
