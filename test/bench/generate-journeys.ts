import type { Sql } from '../../src/sql/sql.ts';
import { lastDay } from './generate-files.ts';

const statement = (text: string): Sql => ({ text, params: [] });

const mixed = (of: string): string => `(xor(${of}, ${of} >> 16) * 73244475 % 4294967296)`;

/** Columns from `name_0` on that look like random numbers from 0 up to 1, made of a whole number: the same in every version of DuckDB. */
const draws = (of: string, names: readonly string[]): string => {
  const stages = names.map(
    (_, index) => `(${of} * 2654435761 + ${index * 40503 + 977}) % 4294967296 AS r${index}`,
  );
  const once = names.map((_, index) => `${mixed(`r${index}`)} AS r${index}`);
  const twice = names.map((name, index) => `${mixed(`r${index}`)} / 4294967296.0 AS ${name}`);
  return `SELECT i, ${twice.join(', ')} FROM (SELECT i, ${once.join(', ')} FROM (SELECT i, ${stages.join(', ')}`;
};

/**
 * Statements that make the tables of journeys and opportunities themselves, as the model would: for numbers of leads
 * whose files would take longer to read than the questions are worth. Ten channels, four segments, three years.
 */
export const journeyTables = (journeys: number): readonly Sql[] => [
  statement(
    `CREATE OR REPLACE TABLE definition (anchor TEXT, as_of DATE, export_as_of DATE, reentry_days INTEGER, backdate_days INTEGER, account_match_days INTEGER)`,
  ),
  statement(`INSERT INTO definition VALUES ('mql', DATE '${lastDay}', DATE '${lastDay}', 90, 1, 0)`),
  statement(`CREATE OR REPLACE TABLE journey AS
    WITH draw AS (
      ${draws('i', ['a', 'b', 'c', 'd', 'e', 'f'])} FROM range(${journeys}) r(i)))
    ), dated AS (
      SELECT *, DATE '${lastDay}' - (d * 1095)::INTEGER AS anchor_date,
        CASE WHEN c < 0.15 THEN 'opportunity' WHEN c < 0.55 THEN 'disqualified' ELSE 'open' END AS fate,
        (e * e * 120)::INTEGER AS after FROM draw
    )
    SELECT 'j' || i AS journey_id, 'Channel ' || (a * a * 10)::INTEGER AS channel, 'Segment ' || (b * 4)::INTEGER AS segment,
      'Owner ' || (f * 40)::INTEGER AS owner, 'Campaign ' || (e * 30)::INTEGER AS campaign,
      anchor_date, anchor_date AS mql_date, anchor_date - (b * 20)::INTEGER AS created_date, true AS in_cohort,
      CASE WHEN anchor_date + after > DATE '${lastDay}' THEN 'open' ELSE fate END AS outcome,
      CASE WHEN fate = 'open' OR anchor_date + after > DATE '${lastDay}' THEN DATE '${lastDay}' - anchor_date ELSE after END AS t_days,
      CASE WHEN fate = 'open' AND f < 0.1 THEN 'recycled' END AS state,
      CASE WHEN fate = 'opportunity' AND f < 0.3 AND anchor_date + after + (f * 300)::INTEGER <= DATE '${lastDay}'
        THEN anchor_date + after + (f * 300)::INTEGER END AS won_date,
      CASE WHEN fate = 'opportunity' AND f < 0.3 AND anchor_date + after + (f * 300)::INTEGER <= DATE '${lastDay}'
        THEN after + (f * 300)::INTEGER END AS won_days,
      CASE WHEN f > 0.97 THEN ['imputed_mql'] ELSE [] END AS flags,
      after, f
    FROM dated`),
  statement(`CREATE OR REPLACE TABLE opp AS
    SELECT 'o' || journey_id AS opportunity_id, journey_id, channel, segment, campaign, owner,
      segment AS lead_segment, owner AS lead_owner, anchor_date, anchor_date + after AS created_date,
      CASE WHEN anchor_date + after + (f * 300)::INTEGER <= DATE '${lastDay}' THEN anchor_date + after + (f * 300)::INTEGER END AS close_date,
      CASE WHEN anchor_date + after + (f * 300)::INTEGER > DATE '${lastDay}' THEN 'open' WHEN f < 0.3 THEN 'won' ELSE 'lost' END AS outcome,
      least((f * 300)::INTEGER, DATE '${lastDay}' - anchor_date - after) AS t_days,
      (1000 + f * 90000)::INTEGER * 100 AS amount_minor, (1000 + f * 80000)::INTEGER * 100 AS amount_created_minor
    FROM journey WHERE outcome = 'opportunity'`),
  statement(`CREATE OR REPLACE VIEW sourced_opp AS
    SELECT opportunity_id, journey_id, channel, lead_segment AS segment, lead_owner AS owner, campaign,
      anchor_date, created_date, close_date, outcome, amount_minor FROM opp WHERE journey_id IS NOT NULL`),
  statement(`ALTER TABLE journey DROP COLUMN after`),
  statement(`ALTER TABLE journey DROP COLUMN f`),
];
