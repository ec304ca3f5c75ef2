import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

interface ResponseConversionRequest {
  readonly filter: Filter;
  readonly l2oDays: number | null;
}

/**
 * Handovers that have had the L2O window, by business minutes to the first attempt, and how many led to an opportunity
 * within the window. `response` is the upper end of a bucket in minutes (`5` to `480`), `more`, `ended` (never
 * contacted, but an opportunity or disqualified by the deadline) or `never`. A null window gives none.
 */
export const responseConversion = ({ filter, l2oDays }: ResponseConversionRequest) =>
  question(
    sql`SELECT CASE WHEN NOT is_contacted THEN CASE WHEN ended_by_deadline THEN 'ended' ELSE 'never' END
        WHEN response_bmin <= 5 THEN '5' WHEN response_bmin <= 30 THEN '30' WHEN response_bmin <= 60 THEN '60'
        WHEN response_bmin <= 240 THEN '240' WHEN response_bmin <= 480 THEN '480' ELSE 'more' END AS response,
      count(*)::DOUBLE AS handovers,
      (count(*) FILTER (opp_date - handover_date <= ${l2oDays}::INTEGER))::DOUBLE AS opportunities
    FROM handover WHERE handover_date + ${l2oDays}::INTEGER <= ${asOf} AND ${where(filter, sql`handover_date`)}
    GROUP BY response ORDER BY response`,
    { response: text, handovers: number, opportunities: number },
  );

/**
 * Due handovers that have had the L2O window and were neither an opportunity nor disqualified by the deadline, by
 * channel and segment: those met and not met, and those of each that became an opportunity within the window. Leads
 * that could not have been late are left out by the deadline as a landmark.
 */
export const responseStrata = ({ filter, l2oDays }: ResponseConversionRequest) =>
  question(
    sql`SELECT channel, segment,
      (count(*) FILTER (status = 'met'))::DOUBLE AS met,
      (count(*) FILTER (status = 'met' AND opp_date - handover_date <= ${l2oDays}::INTEGER))::DOUBLE AS met_converted,
      (count(*) FILTER (status = 'breached'))::DOUBLE AS missed,
      (count(*) FILTER (status = 'breached' AND opp_date - handover_date <= ${l2oDays}::INTEGER))::DOUBLE AS missed_converted
    FROM handover
    WHERE status IN ('met', 'breached') AND NOT ended_by_deadline AND handover_date + ${l2oDays}::INTEGER <= ${asOf}
      AND ${where(filter, sql`handover_date`)}
    GROUP BY channel, segment ORDER BY channel, segment`,
    {
      channel: text,
      segment: text,
      met: number,
      met_converted: number,
      missed: number,
      missed_converted: number,
    },
  );
