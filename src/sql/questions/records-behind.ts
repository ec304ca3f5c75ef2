import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { optionalDay, optionalNumber, text, texts } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** Which number's records: one joint, one cell of a table, to date or within its window. A missing group means all. */
export interface RecordsRequest {
  readonly joint: 'l2o' | 'o2d' | 'l2d';
  readonly windowDays: number | null;
  readonly filter: Filter;
  readonly groups: readonly { readonly dimension: Dimension; readonly group: string }[];
  readonly limit: number;
}

const spec = {
  id: text,
  crm_id: text,
  channel: text,
  segment: text,
  start_date: optionalDay,
  event_date: optionalDay,
  outcome: text,
  days: optionalNumber,
  counts: text,
  flags: texts,
};

const inGroups = (groups: RecordsRequest['groups']): Sql =>
  join([sql`true`, ...groups.map(({ dimension, group }) => sql`${columnOf(dimension)} = ${group}`)], ' AND ');

/**
 * The records a rate was made of. `counts` says how each one counts: `yes` (in the numerator), `no`, or `later` (converted
 * after the window). Those that have not had the window are not among them. Converted ones come first.
 */
export const recordsBehind = (request: RecordsRequest) =>
  request.joint === 'o2d' ? opportunitiesBehind(request) : leadsBehind(request);

const leadsBehind = ({ joint, windowDays, filter, groups, limit }: RecordsRequest) => {
  const reached = joint === 'l2o' ? sql`outcome = 'opportunity'` : sql`won_date IS NOT NULL`;
  const days =
    joint === 'l2o'
      ? sql`t_days`
      : sql`CASE WHEN won_date IS NULL THEN ${asOf} - anchor_date ELSE won_days END`;
  return question(
    sql`FROM (SELECT journey_id AS id, lead_id AS crm_id, channel, segment, anchor_date AS start_date,
        ${joint === 'l2o' ? sql`event_date` : sql`won_date`} AS event_date,
        CASE WHEN ${joint === 'l2d' ? sql`won_date IS NOT NULL` : sql`false`} THEN 'won' ELSE coalesce(state, outcome) END AS outcome,
        (${days})::DOUBLE AS days,
        CASE WHEN NOT (${reached}) THEN 'no' WHEN ${days} > ${windowDays}::INTEGER THEN 'later' ELSE 'yes' END AS counts, flags
      FROM journey
      WHERE in_cohort AND ${where(filter, sql`anchor_date`)} AND ${inGroups(groups)}
        AND (${windowDays}::INTEGER IS NULL OR anchor_date + ${windowDays}::INTEGER <= ${asOf}))
      ORDER BY counts = 'yes' DESC, counts = 'later' DESC, start_date DESC, id LIMIT ${limit}::BIGINT`,
    spec,
  );
};

const opportunitiesBehind = ({ windowDays, filter, groups, limit }: RecordsRequest) =>
  question(
    sql`SELECT opportunity_id AS id, opportunity_id AS crm_id, channel, segment, created_date AS start_date, close_date AS event_date, outcome,
        t_days::DOUBLE AS days,
        CASE WHEN outcome <> 'won' THEN 'no' WHEN t_days > ${windowDays}::INTEGER THEN 'later' ELSE 'yes' END AS counts, flags
      FROM opp
      WHERE ${where(filter, sql`created_date`)} AND ${inGroups(groups)}
        AND (${windowDays}::INTEGER IS NULL OR created_date + ${windowDays}::INTEGER <= ${asOf})
      ORDER BY counts = 'yes' DESC, counts = 'later' DESC, start_date DESC, id LIMIT ${limit}::BIGINT`,
    spec,
  );
