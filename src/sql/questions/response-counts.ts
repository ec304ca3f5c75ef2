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

/** Up to here a response is told to the minute, later to the hour: two days of eight hours. */
const toTheMinute = 960;

/**
 * The life table of the first response, by group: handovers answered within so many whole minutes and not within one
 * less, and handovers that were watched for so many whole minutes without an answer, up to the next handover of the
 * person or the as-of instant. Beyond 960 minutes they are whole hours, so that the answer stays small.
 */
export const responseCounts = ({ filter, group, clock }: ResponseRequest) => {
  const [response, watched] = columns[clock];
  return question(
    sql`SELECT ${columnOf(group)} AS group_name,
      (CASE WHEN is_contacted THEN CASE WHEN ${response} <= ${toTheMinute} THEN ceil(${response}) ELSE ceil(${response} / 60) * 60 END
            WHEN ${watched} <= ${toTheMinute} THEN floor(${watched}) ELSE floor(${watched} / 60) * 60 END)::DOUBLE AS minutes,
      (count(*) FILTER (is_contacted))::DOUBLE AS contacted, (count(*) FILTER (NOT is_contacted))::DOUBLE AS waiting
    FROM handover WHERE ${where(filter, sql`handover_date`)}
    GROUP BY group_name, minutes ORDER BY group_name, minutes`,
    { group_name: text, minutes: number, contacted: number, waiting: number },
  );
};
