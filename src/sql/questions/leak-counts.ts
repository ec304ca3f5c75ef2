import { leadStanding, type LeakRequest } from '../lead-standing.ts';
import { question } from '../question.ts';
import { boolean, number, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';

/** By what the rows of leaks are cut once more: the owner of the lead, or the month of its anchor (its first day). */
export type LeakCut = 'owner' | 'month';

const cuts: Readonly<Record<LeakCut, Sql>> = {
  owner: sql`owner`,
  month: sql`date_trunc('month', anchor_date)::DATE::VARCHAR`,
};

const alike = sql`channel, segment, stage, standing, untried, slow, few_attempts`;

const counts = sql`count(*)::DOUBLE AS journeys,
      (count(*) FILTER (converted))::DOUBLE AS converted,
      (count(*) FILTER (is_handed_over))::DOUBLE AS handed_over,
      coalesce(sum(amount_minor), 0)::DOUBLE AS amount_minor,
      coalesce(sum(without_amount), 0)::DOUBLE AS without_amount`;

const rows = {
  channel: text,
  segment: text,
  stage: text,
  standing: text,
  untried: boolean,
  slow: boolean,
  few_attempts: boolean,
  journeys: number,
  converted: number,
  handed_over: number,
  amount_minor: number,
  without_amount: number,
} as const;

/**
 * Where the leads of a cohort stand: by the furthest stage each has reached and what became of it there (`won`,
 * `dropped`: disqualified or, as an opportunity, lost; `recycled`; `stalled`; `in_progress`), and by the promises that
 * sales failed to keep. Each lead is in exactly one row. `converted` had an opportunity within the window; `handed_over`
 * counts those with a handover at all.
 * `amount_minor` is the amount of the opportunities that stand so, each under the one lead that sourced it;
 * `without_amount` counts those of them that have none.
 */
export const leakCounts = (request: LeakRequest) =>
  question(
    sql`${leadStanding(request)}
    SELECT ${alike}, ${counts} FROM standing LEFT JOIN amount USING (journey_id)
    GROUP BY ${alike} ORDER BY ${alike}`,
    rows,
  );

/** The same rows, each cut once more: every lead is in exactly one row of one `part`. */
export const leakParts = (request: LeakRequest, cut: LeakCut) =>
  question(
    sql`${leadStanding(request)}
    SELECT ${alike}, ${cuts[cut]} AS part, ${counts} FROM standing LEFT JOIN amount USING (journey_id)
    GROUP BY ${alike}, part ORDER BY ${alike}, part`,
    { ...rows, part: text },
  );
