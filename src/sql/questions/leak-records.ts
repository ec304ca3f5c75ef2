import type { LeadStanding } from '../../metrics/leak-counts.ts';
import { leadStanding, type LeakRequest } from '../lead-standing.ts';
import { question } from '../question.ts';
import { day, optionalNumber, text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';

/** Which leads of a cohort: those that stand in one of these ways; null owner: of all owners. */
export interface LeakRecordsRequest {
  readonly leads: LeakRequest;
  readonly standings: readonly LeadStanding[];
  readonly owner: string | null;
  readonly limit: number;
}

const isOneOf = (standings: readonly LeadStanding[]): Sql =>
  standings.length === 0
    ? sql`false`
    : sql`(stage, standing, untried, slow, few_attempts) IN (${join(
        standings.map(
          ({ stage, standing, untried, slow, few_attempts: few }) =>
            sql`(${stage}, ${standing}, ${untried}::BOOLEAN, ${slow}::BOOLEAN, ${few}::BOOLEAN)`,
        ),
        ', ',
      )})`;

/** What was done with a lead in the cycle it ended in; null where the handovers cannot tell. */
const answers = (handovers: boolean): Sql =>
  handovers
    ? sql`SELECT journey_id, arg_max(attempts, handover_at) AS attempts, arg_max_null(response_bmin, handover_at) AS response_bmin
        FROM handover GROUP BY journey_id`
    : sql`SELECT NULL::VARCHAR AS journey_id, NULL::INTEGER AS attempts, NULL::DOUBLE AS response_bmin WHERE false`;

/**
 * The leads behind a count of leaks, the latest first: `attempts` and `response_minutes` (business minutes; null: not
 * tried) are of the last handover, `amount_minor` of the opportunities that stand so (null: none has an amount).
 */
export const leakRecords = ({ leads, standings, owner, limit }: LeakRecordsRequest) =>
  question(
    sql`${leadStanding(leads)}, answer AS (${answers(leads.handovers)})
    SELECT journey_id, lead_id, owner, channel, segment, anchor_date, stage, standing, amount_minor::DOUBLE AS amount_minor,
      attempts::DOUBLE AS attempts, response_bmin::DOUBLE AS response_minutes
    FROM standing LEFT JOIN amount USING (journey_id) LEFT JOIN answer USING (journey_id)
    WHERE ${isOneOf(standings)} AND (${owner}::VARCHAR IS NULL OR owner = ${owner}::VARCHAR)
    ORDER BY anchor_date DESC, journey_id LIMIT ${limit}::BIGINT`,
    {
      journey_id: text,
      lead_id: text,
      owner: text,
      channel: text,
      segment: text,
      anchor_date: day,
      stage: text,
      standing: text,
      amount_minor: optionalNumber,
      attempts: optionalNumber,
      response_minutes: optionalNumber,
    },
  );
