import { slaGrid } from '../../domain/sla-grid.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { placesBelow } from '../grid-places.ts';
import { question } from '../question.ts';
import { boolean, day, number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * Handovers from a week on (its Monday) by week, segment, and whether they lie in the last days of the grid, with all that a
 * promise of the grid is judged by. `needed`, `due` and `attempts` as in the cube by owner. Some thousand rows, however many
 * handovers there are.
 */
export const promiseCube = ({ filter, fromWeek }: { readonly filter: Filter; readonly fromWeek: string }) =>
  question(
    sql`SELECT date_trunc('week', handover_date)::DATE AS week, segment,
      handover_date > ${asOf} - ${slaGrid.days}::INTEGER AS is_recent,
      coalesce(${placesBelow(sql`needed_minutes`)}, ${slaGrid.responseMinutes.length}::INTEGER)::DOUBLE AS needed,
      (${placesBelow(sql`(due_minutes + 1)`)})::DOUBLE AS due,
      least(attempts, ${slaGrid.attempts.length}::INTEGER)::DOUBLE AS attempts, attempt_stop, attempts_due,
      count(*)::DOUBLE AS handovers
    FROM handover WHERE handover_date >= ${fromWeek}::DATE AND ${where(filter, sql`handover_date`)}
    GROUP BY ALL ORDER BY ALL`,
    {
      week: day,
      segment: text,
      is_recent: boolean,
      needed: number,
      due: number,
      attempts: number,
      attempt_stop: boolean,
      attempts_due: boolean,
      handovers: number,
    },
  );
