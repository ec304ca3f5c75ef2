import { slaGrid } from '../../domain/sla-grid.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { placesBelow } from '../grid-places.ts';
import { question } from '../question.ts';
import { boolean, number, optionalNumber, optionalText } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * Handovers of the last days of the grid, twice: by owner, and by weekday (1 is Monday) and hour of arrival on the clock
 * of the reporting zone. `needed` is how many promises of the grid are too short for the response (all where there is none),
 * `due` how many are due; attempts are counted up to the grid's last. From it every promise can be judged without asking again.
 */
export const slaCube = ({ filter }: { readonly filter: Filter }) =>
  question(
    sql`WITH recent AS (
      SELECT owner, arrival_weekday, arrival_hour,
        coalesce(${placesBelow(sql`needed_minutes`)}, ${slaGrid.responseMinutes.length}::INTEGER) AS needed,
        ${placesBelow(sql`(due_minutes + 1)`)} AS due,
        least(attempts, ${slaGrid.attempts.length}::INTEGER) AS attempts, attempt_stop, attempts_due
      FROM handover WHERE handover_date > ${asOf} - ${slaGrid.days}::INTEGER AND ${where(filter, sql`handover_date`)}
    ), counted AS (
      SELECT owner, NULL::INTEGER AS weekday, NULL::INTEGER AS hour, needed, due, attempts, attempt_stop, attempts_due, count(*) AS handovers
      FROM recent GROUP BY ALL
      UNION ALL
      SELECT NULL, arrival_weekday, arrival_hour, needed, due, attempts, attempt_stop, attempts_due, count(*) FROM recent GROUP BY ALL
    )
    SELECT owner, weekday::DOUBLE AS weekday, hour::DOUBLE AS hour, needed::DOUBLE AS needed, due::DOUBLE AS due,
      attempts::DOUBLE AS attempts, attempt_stop, attempts_due, handovers::DOUBLE AS handovers
    FROM counted ORDER BY owner, weekday, hour, needed, due, attempts, attempt_stop, attempts_due`,
    {
      owner: optionalText,
      weekday: optionalNumber,
      hour: optionalNumber,
      needed: number,
      due: number,
      attempts: number,
      attempt_stop: boolean,
      attempts_due: boolean,
      handovers: number,
    },
  );
