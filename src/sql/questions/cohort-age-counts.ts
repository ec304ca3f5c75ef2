import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

/** Which records, from which day on, and the ages in days that they are looked at. */
export interface CohortAgeRequest {
  readonly joint: 'l2o' | 'o2d';
  readonly filter: Filter;
  readonly from: string;
  readonly ages: readonly number[];
}

interface Start {
  readonly table: Sql;
  readonly day: Sql;
  readonly isConverted: Sql;
}

const starts: Readonly<Record<CohortAgeRequest['joint'], Start>> = {
  l2o: {
    table: sql`(SELECT * FROM journey WHERE in_cohort)`,
    day: sql`anchor_date`,
    isConverted: sql`outcome = 'opportunity'`,
  },
  o2d: { table: sql`opp`, day: sql`created_date`, isConverted: sql`outcome = 'won'` },
};

/**
 * Every month of start and every age: how many started (`size`), how many of them had reached the age on the as-of day
 * (`n`), and how many of these had converted by it, the last day included (`k`). Months are the epoch day of their first
 * day. A month without a record is missing.
 */
export const cohortAgeCounts = ({ joint, filter, from, ages }: CohortAgeRequest) => {
  const { table, day, isConverted } = starts[joint];
  const list = join(
    ages.map((age) => sql`(${age}::INTEGER)`),
    ', ',
  );
  return question(
    sql`WITH record AS (
      SELECT ${day} AS started, CASE WHEN ${isConverted} THEN t_days END AS converted_days
      FROM ${table} WHERE ${day} >= ${from}::DATE AND ${where(filter, day)}
    )
    SELECT (date_trunc('month', started)::DATE - DATE '1970-01-01')::INTEGER AS month, age::INTEGER AS age,
      count(*)::INTEGER AS size,
      (count(*) FILTER (started + age <= (SELECT as_of FROM definition)))::INTEGER AS n,
      (count(*) FILTER (started + age <= (SELECT as_of FROM definition) AND converted_days <= age))::INTEGER AS k
    FROM record CROSS JOIN (VALUES ${list}) AS looked_at(age)
    GROUP BY ALL ORDER BY ALL`,
    { month: number, age: number, size: number, n: number, k: number },
  );
};
