import { sql, type Sql } from './sql.ts';

/** The censoring day, as a DATE. */
export const asOf: Sql = sql`(SELECT as_of FROM definition)`;

/** The day from which on, itself left out, the last `months` months before the censoring day lie. */
export const monthsBefore = (months: number): Sql => sql`(${asOf} - to_months(${months}::INTEGER))::DATE`;

/** Calendar months as whole numbers, so that a lag in months is a difference: months since year 0. */
export const monthOf = (day: Sql): Sql => sql`(year(${day}) * 12 + month(${day}) - 1)`;
