import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { day, number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

/**
 * How handovers kept the promises, by week of the handover (its Monday) and group. `met` of `due`; `never_contacted` of
 * `due`; `attempts_ok` of `attempts_due`; `full_met`, both promises kept, of `full_due`, due in both.
 */
export const attainmentCounts = ({ filter, group }: { readonly filter: Filter; readonly group: Dimension }) =>
  question(
    sql`SELECT date_trunc('week', handover_date)::DATE AS week, ${columnOf(group)} AS group_name,
      count(*)::DOUBLE AS handovers,
      (count(*) FILTER (status = 'met'))::DOUBLE AS met,
      (count(*) FILTER (status IN ('met', 'breached')))::DOUBLE AS due,
      (count(*) FILTER (status = 'breached' AND NOT is_contacted))::DOUBLE AS never_contacted,
      (count(*) FILTER (attempts_due AND attempts_ok))::DOUBLE AS attempts_ok,
      (count(*) FILTER (attempts_due))::DOUBLE AS attempts_due,
      (count(*) FILTER (status = 'met' AND attempts_due AND attempts_ok))::DOUBLE AS full_met,
      (count(*) FILTER (status IN ('met', 'breached') AND attempts_due))::DOUBLE AS full_due
    FROM handover WHERE ${where(filter, sql`handover_date`)}
    GROUP BY week, group_name ORDER BY week, group_name`,
    {
      week: day,
      group_name: text,
      handovers: number,
      met: number,
      due: number,
      never_contacted: number,
      attempts_ok: number,
      attempts_due: number,
      full_met: number,
      full_due: number,
    },
  );
