import type { Dimension } from '../../domain/dimension.ts';
import { noFilter, type Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** Which leads, and the field they are grouped by. */
export interface DwellRequest {
  readonly filter: Filter;
  readonly groups: Dimension;
}

interface LeadStageDates {
  readonly stage: Sql;
  readonly entered: Sql;
  readonly next: Sql;
  /** Whether the lead was seen to enter the stage, rather than to have skipped it. */
  readonly seen: Sql;
}

const stages: readonly LeadStageDates[] = [
  { stage: sql`'created'`, entered: sql`created_date`, next: sql`mql_date`, seen: sql`seen_created` },
  {
    stage: sql`'mql'`,
    entered: sql`mql_date`,
    next: sql`sal_date`,
    seen: sql`NOT list_contains(flags, 'imputed_mql')`,
  },
  { stage: sql`'sal'`, entered: sql`sal_date`, next: sql`sql_date`, seen: sql`seen_sal` },
  { stage: sql`'sql'`, entered: sql`sql_date`, next: sql`opportunity_date`, seen: sql`seen_sql` },
];

const spells: Sql = join(
  stages.map(
    ({ stage, entered, next, seen }) =>
      sql`SELECT row_group, ${stage} AS stage, person_no, journey_no, ${entered} AS entered, ${next} AS advanced_on
          FROM entry WHERE ${entered} IS NOT NULL AND ${seen}`,
  ),
  ' UNION ALL ',
);

/**
 * How long leads stay in a stage, as a life table per stage and group: days from its effective entry to that of the next
 * stage, to a disqualification that no later stage made void or to being recycled, whichever came first (`ended`), else to
 * the as-of day (in `total` only). Stages that a lead skipped are left out (creation too, where a journey starts with an
 * MQL), and so are leads whose only opportunity is older than they. The filter's period is that of the entry into the
 * stage.
 */
export const dwellAges = ({ filter, groups }: DwellRequest) =>
  question(
    sql`WITH event AS (
      SELECT j.person_no, j.n AS journey_no, e.rank, e.order_key, e.event_date
      FROM journey_start j JOIN person_event e
        ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
    ), past AS (
      SELECT person_no, journey_no, bool_or(rank = 0) AS seen_created, bool_or(rank = 2) AS seen_sal, bool_or(rank = 3) AS seen_sql,
        max(order_key) FILTER (rank <= 3) AS last_progress
      FROM event GROUP BY person_no, journey_no
    ), ending AS (
      SELECT person_no, journey_no, event_date FROM event JOIN past USING (person_no, journey_no)
      WHERE rank = 4 OR (rank = 5 AND order_key > last_progress)
    ), entry AS (
      SELECT *, ${columnOf(groups)} AS row_group, CASE WHEN outcome = 'opportunity' THEN event_date END AS opportunity_date
      FROM journey JOIN past USING (person_no, journey_no)
      WHERE outcome <> 'associated_existing' AND ${where({ ...noFilter, values: filter.values }, sql`created_date`)}
    ), spell AS (
      SELECT * FROM (${spells}) WHERE ${where({ ...filter, values: {} }, sql`entered`)}
    ), early AS (
      SELECT person_no, journey_no, stage, min(event_date) AS left_on
      FROM spell JOIN ending USING (person_no, journey_no) WHERE event_date >= entered GROUP BY person_no, journey_no, stage
    ), ended AS (
      SELECT s.row_group, s.stage, s.entered, least(s.advanced_on, e.left_on) AS ended_on
      FROM spell s LEFT JOIN early e USING (person_no, journey_no, stage)
    )
    SELECT row_group, stage, (coalesce(ended_on, ${asOf}) - entered)::DOUBLE AS age,
      count(ended_on)::DOUBLE AS ended, count(*)::DOUBLE AS total
    FROM ended GROUP BY row_group, stage, age ORDER BY row_group, stage, age`,
    { row_group: text, stage: text, age: number, ended: number, total: number },
  );
