import { question } from '../question.ts';
import { day, number, optionalNumber, text } from '../row-spec.ts';
import { sql } from '../sql.ts';

/**
 * The deals closed from a first to a last day, and of each how many were closed before its day: in all, of its channel,
 * of its segment, of both, and at least as large. Deals of one day are not earlier than one another.
 */
export const wonDeals = ({ from, to }: { readonly from: string; readonly to: string }) =>
  question(
    sql`WITH won AS (SELECT * FROM opp WHERE outcome = 'won')
    SELECT w.opportunity_id, w.channel, w.segment, w.amount_minor::DOUBLE AS amount_minor, w.close_date,
      w.t_days::DOUBLE AS days,
      count(e.opportunity_id)::DOUBLE AS earlier,
      (count(*) FILTER (e.channel = w.channel))::DOUBLE AS earlier_of_channel,
      (count(*) FILTER (e.segment = w.segment))::DOUBLE AS earlier_of_segment,
      (count(*) FILTER (e.channel = w.channel AND e.segment = w.segment))::DOUBLE AS earlier_of_both,
      (count(*) FILTER (e.amount_minor >= w.amount_minor))::DOUBLE AS earlier_as_large
    FROM won w LEFT JOIN won e ON e.close_date < w.close_date
    WHERE w.close_date BETWEEN ${from}::DATE AND ${to}::DATE
    GROUP BY ALL ORDER BY 4 DESC NULLS LAST, 1`,
    {
      opportunity_id: text,
      channel: text,
      segment: text,
      amount_minor: optionalNumber,
      close_date: day,
      days: number,
      earlier: number,
      earlier_of_channel: number,
      earlier_of_segment: number,
      earlier_of_both: number,
      earlier_as_large: number,
    },
  );
