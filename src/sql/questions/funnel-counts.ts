import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { boolean, number, optionalNumber, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** What is asked: leads created in the period, cut by which field. */
export interface FunnelRequest {
  readonly filter: Filter;
  readonly by: Dimension;
}

const firsts = [
  sql`created_first`,
  sql`mql_first`,
  sql`sal_first`,
  sql`sql_first`,
  sql`opportunity_first`,
  sql`won_first`,
] as const;

/** How many first days come before this one: it keeps order and sameness of days, and there are few different ones. */
const place = (day: Sql): Sql =>
  firsts.reduce(
    (sum, other) => sql`${sum} + coalesce((${other} < ${day})::INTEGER, 0)`,
    sql`CASE WHEN ${day} IS NOT NULL THEN 0 END`,
  );

const [created, mql, sal, sqlStage, opportunity, won] = firsts;

/** Journeys by the order of their first days and by how they stand. The table of ways has to be there. */
export const placeCounts = ({ filter, by }: FunnelRequest) =>
  question(
    sql`SELECT ${columnOf(by)} AS row_group, standing,
      (${place(created)})::INTEGER AS created_place, (${place(mql)})::INTEGER AS mql_place,
      (${place(sal)})::INTEGER AS sal_place, (${place(sqlStage)})::INTEGER AS sql_place,
      (${place(opportunity)})::INTEGER AS opportunity_place, (${place(won)})::INTEGER AS won_place,
      count(*)::DOUBLE AS journeys
    FROM journey_path WHERE is_counted AND ${where(filter, sql`created_date`)}
    GROUP BY ALL ORDER BY ALL`,
    {
      row_group: text,
      standing: text,
      created_place: optionalNumber,
      mql_place: optionalNumber,
      sal_place: optionalNumber,
      sql_place: optionalNumber,
      opportunity_place: optionalNumber,
      won_place: optionalNumber,
      journeys: number,
    },
  );

/** The name of the state that a letter of a way stands for. */
const stateOf = (
  letter: Sql,
): Sql => sql`CASE ${letter} WHEN '<' THEN 'start' WHEN 'c' THEN 'created' WHEN 'm' THEN 'mql'
  WHEN 's' THEN 'sal' WHEN 'q' THEN 'sql' WHEN 'r' THEN 'recycled' WHEN 'd' THEN 'disqualified'
  WHEN 'o' THEN 'opportunity' WHEN 'w' THEN 'won' WHEN 'l' THEN 'lost' ELSE 'stay' END`;

/** Moves from state to state, of journeys and of opportunities without a lead. The table of ways has to be there. */
export const moveCounts = ({ filter, by }: FunnelRequest) =>
  question(
    sql`SELECT row_group, ${stateOf(sql`substr(way, i, 1)`)} AS from_state, ${stateOf(sql`substr(way, i + 1, 1)`)} AS to_state,
      sum(journeys)::DOUBLE AS moves
    FROM (
      SELECT row_group, way, count(*) AS journeys, unnest(generate_series(1, length(way) - 1)) AS i
      FROM (
        SELECT ${columnOf(by)} AS row_group, '<' || way || '>' AS way
        FROM journey_path WHERE is_counted AND ${where(filter, sql`created_date`)}
        UNION ALL
        SELECT ${columnOf(by)}, CASE outcome WHEN 'won' THEN '<ow>' WHEN 'lost' THEN '<ol>' ELSE '<o>' END
        FROM opp WHERE journey_id IS NULL AND ${where(filter, sql`created_date`)}
      ) GROUP BY row_group, way
    )
    GROUP BY ALL ORDER BY ALL`,
    { row_group: text, from_state: text, to_state: text, moves: number },
  );

/** Journeys that no funnel counts, because their only opportunity is older than they are. */
export const leftOutOfFunnels = ({ filter, by }: FunnelRequest) =>
  question(
    sql`SELECT ${columnOf(by)} AS row_group, count(*)::DOUBLE AS journeys
    FROM journey_path WHERE NOT is_counted AND ${where(filter, sql`created_date`)} GROUP BY ALL ORDER BY ALL`,
    { row_group: text, journeys: number },
  );

const anyDay = (day: Sql): Sql => sql`coalesce(bool_or(${day} IS NOT NULL), false)`;

/** Which stages the whole data has any event of. The table of ways has to be there. */
export const stagesRecorded = question(
  sql`SELECT ${anyDay(created)} AS created, ${anyDay(mql)} AS mql, ${anyDay(sal)} AS sal, ${anyDay(sqlStage)} AS "sql",
      EXISTS (SELECT 1 FROM opp) AS opportunity, EXISTS (SELECT 1 FROM opp WHERE outcome = 'won') AS won
    FROM journey_path WHERE is_counted`,
  { created: boolean, mql: boolean, sal: boolean, sql: boolean, opportunity: boolean, won: boolean },
);

/** Whether the table of ways was made since the journeys were last built. */
export const hasJourneyPath = question(
  sql`SELECT count(*) > 0 AS is_there FROM information_schema.tables WHERE table_name = 'journey_path'`,
  { is_there: boolean },
);
