import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** Which leads, and the field they are grouped by. */
export interface DwellRequest {
  readonly filter: Filter;
  readonly groups: Dimension;
}

const asOf = sql`(SELECT as_of FROM definition)`;

interface LeadStageDates {
  readonly stage: Sql;
  readonly entered: Sql;
  readonly next: Sql;
  /** Whether the lead was seen to enter the stage, rather than to have skipped it. */
  readonly seen: Sql;
}

const stages: readonly LeadStageDates[] = [
  { stage: sql`'created'`, entered: sql`created_date`, next: sql`mql_date`, seen: sql`true` },
  {
    stage: sql`'mql'`,
    entered: sql`mql_date`,
    next: sql`sal_date`,
    seen: sql`NOT list_contains(flags, 'imputed_mql')`,
  },
  { stage: sql`'sal'`, entered: sql`sal_date`, next: sql`sql_date`, seen: sql`seen_sal` },
  { stage: sql`'sql'`, entered: sql`sql_date`, next: sql`opportunity_date`, seen: sql`seen_sql` },
];

const spells = (filter: Filter): Sql =>
  join(
    stages.map(
      ({ stage, entered, next, seen }) =>
        sql`SELECT row_group, ${stage} AS stage, recycled_days, ${entered} AS entered, least(${next}, disqualified_date) AS left_on
          FROM entry WHERE ${entered} IS NOT NULL AND ${seen} AND ${where(filter, entered)}`,
    ),
    ' UNION ALL ',
  );

/**
 * How long leads stay in a stage, as a life table per stage and group: days from its effective entry to that of the next
 * stage, to disqualification or to being recycled, whichever came first (`ended`), else to the as-of day (in `total`
 * only). Stages that a lead skipped are left out, and so are leads whose only opportunity is older than they. The
 * filter's period is that of the entry into the stage.
 */
export const dwellAges = ({ filter, groups }: DwellRequest) =>
  question(
    sql`WITH past AS (
      SELECT j.person_no, j.n AS journey_no, bool_or(e.rank = 2) AS seen_sal, bool_or(e.rank = 3) AS seen_sql,
        list(e.event_date) FILTER (e.rank = 4) AS recycled_days
      FROM journey_start j JOIN person_event e
        ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
      WHERE e.rank BETWEEN 2 AND 4 GROUP BY j.person_no, j.n
    ), entry AS (
      SELECT *, ${columnOf(groups)} AS row_group,
        CASE WHEN outcome = 'opportunity' THEN event_date END AS opportunity_date,
        CASE WHEN outcome = 'disqualified' THEN event_date END AS disqualified_date
      FROM journey LEFT JOIN past USING (person_no, journey_no)
      WHERE outcome <> 'associated_existing'
    ), spell AS (${spells(filter)}), ended AS (
      SELECT row_group, stage, entered, least(left_on, list_min(list_filter(recycled_days, day -> day >= entered))) AS ended_on
      FROM spell
    )
    SELECT row_group, stage, (coalesce(ended_on, ${asOf}) - entered)::DOUBLE AS age,
      count(ended_on)::DOUBLE AS ended, count(*)::DOUBLE AS total
    FROM ended GROUP BY row_group, stage, age ORDER BY row_group, stage, age`,
    { row_group: text, stage: text, age: number, ended: number, total: number },
  );
