import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/** Minutes that pass while the team works, or all of them. */
export type ResponseClock = 'business' | 'elapsed';

interface ResponseRequest {
  readonly filter: Filter;
  readonly group: Dimension;
  readonly clock: ResponseClock;
}

const columns: Readonly<Record<ResponseClock, readonly [response: Sql, watched: Sql]>> = {
  business: [sql`response_bmin`, sql`watched_bmin`],
  elapsed: [sql`response_minutes`, sql`watched_minutes`],
};

/**
 * The life table of the first response, by group: handovers answered within so many whole minutes and not within one
 * less, and handovers that were watched for so many whole minutes without an answer, up to the next handover of the
 * person or the as-of instant.
 */
export const responseCounts = ({ filter, group, clock }: ResponseRequest) => {
  const [response, watched] = columns[clock];
  return question(
    sql`SELECT ${columnOf(group)} AS group_name,
      (CASE WHEN is_contacted THEN ceil(${response}) ELSE floor(${watched}) END)::DOUBLE AS minutes,
      (count(*) FILTER (is_contacted))::DOUBLE AS contacted, (count(*) FILTER (NOT is_contacted))::DOUBLE AS waiting
    FROM handover WHERE ${where(filter, sql`handover_date`)}
    GROUP BY group_name, minutes ORDER BY group_name, minutes`,
    { group_name: text, minutes: number, contacted: number, waiting: number },
  );
};
