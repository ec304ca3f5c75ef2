import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { arrivalsOf } from '../open-hours.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';

interface ArrivalRequest {
  readonly filter: Filter;
  readonly l2oDays: number | null;
}

/** Those that have had the window and have a time of day. */
const telling = (l2oDays: number | null): Sql =>
  sql`NOT is_day_only AND handover_date + ${l2oDays}::INTEGER <= ${asOf}`;

/**
 * Handovers inside and outside opening hours by channel and segment, and those of each whose lead had an opportunity
 * within the window after the handover. Those without a time of day or the whole window are left out; a null window gives none.
 */
export const arrivalStrata = ({ filter, l2oDays }: ArrivalRequest) =>
  question(
    sql`WITH ${arrivalsOf(filter)}
    SELECT channel, segment, (count(*) FILTER (is_inside))::DOUBLE AS inside,
      (count(*) FILTER (is_inside AND opp_date - handover_date <= ${l2oDays}::INTEGER))::DOUBLE AS inside_converted,
      (count(*) FILTER (NOT is_inside))::DOUBLE AS outside,
      (count(*) FILTER (NOT is_inside AND opp_date - handover_date <= ${l2oDays}::INTEGER))::DOUBLE AS outside_converted
    FROM arrival WHERE ${telling(l2oDays)} GROUP BY channel, segment ORDER BY channel, segment`,
    {
      channel: text,
      segment: text,
      inside: number,
      inside_converted: number,
      outside: number,
      outside_converted: number,
    },
  );

/**
 * How long the same handovers waited by the clock on the wall, as a life table by `inside` and `outside`: minutes up to
 * 960 are whole, later ones whole hours, as in `responseCounts`.
 */
export const arrivalResponses = ({ filter, l2oDays }: ArrivalRequest) =>
  question(
    sql`WITH ${arrivalsOf(filter)}
    SELECT CASE WHEN is_inside THEN 'inside' ELSE 'outside' END AS group_name,
      (CASE WHEN is_contacted THEN CASE WHEN response_minutes <= 960 THEN ceil(response_minutes) ELSE ceil(response_minutes / 60) * 60 END
            WHEN watched_minutes <= 960 THEN floor(watched_minutes) ELSE floor(watched_minutes / 60) * 60 END)::DOUBLE AS minutes,
      (count(*) FILTER (is_contacted))::DOUBLE AS contacted, (count(*) FILTER (NOT is_contacted))::DOUBLE AS waiting
    FROM arrival WHERE ${telling(l2oDays)} GROUP BY group_name, minutes ORDER BY group_name, minutes`,
    { group_name: text, minutes: number, contacted: number, waiting: number },
  );
