import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { arrivalsOf } from '../open-hours.ts';
import { question } from '../question.ts';
import { optionalNumber, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

/** What stands behind a number of fairness: late handovers, arrivals out of hours, merged records, automated activities, leads over the cap. */
export type FairnessKind = 'systemDelay' | 'outOfHours' | 'merged' | 'automated' | 'overCap';

interface FairnessRecordsRequest {
  readonly kind: FairnessKind;
  readonly filter: Filter;
  /** Open leads that one owner can care for; only `overCap` reads it. */
  readonly repCap: number;
  readonly limit: number;
}

const lists: Readonly<Record<FairnessKind, (request: FairnessRecordsRequest) => Sql>> = {
  systemDelay: ({
    filter,
  }) => sql`SELECT h.lead_id AS record_id, h.owner AS detail, epoch_ms(h.handover_at)::DOUBLE AS at_ms,
      (greatest(epoch_ms(h.handover_at) - epoch_ms(l.created_at), 0) / 60000)::DOUBLE AS amount
    FROM (FROM handover WHERE cycle_no = 1 AND NOT is_day_only AND ${where(filter, sql`handover_date`)}) h JOIN scoped_lead l USING (lead_id)
    ORDER BY amount DESC, record_id`,
  outOfHours: ({ filter }) => sql`WITH ${arrivalsOf(filter)}
    SELECT lead_id AS record_id, owner AS detail, epoch_ms(handover_at)::DOUBLE AS at_ms, response_minutes::DOUBLE AS amount
    FROM arrival WHERE NOT is_day_only AND NOT is_inside ORDER BY at_ms DESC, record_id`,
  merged:
    () => sql`SELECT min(l.lead_id) AS record_id, string_agg(l.lead_id, ', ' ORDER BY l.lead_id) AS detail,
      epoch_ms(max(l.created_at))::DOUBLE AS at_ms, count(*)::DOUBLE AS amount
    FROM person p JOIN scoped_lead l USING (lead_no) GROUP BY p.person_no HAVING count(*) > 1 ORDER BY amount DESC, record_id`,
  automated: ({
    filter,
  }) => sql`SELECT coalesce(lead_id, contact_id, '') AS record_id, coalesce(type, '') AS detail,
      epoch_ms(event_at)::DOUBLE AS at_ms, NULL::DOUBLE AS amount
    FROM activity WHERE direction = 'outbound' AND is_automated AND event_date <= ${asOf}
      AND ${where({ ...filter, values: {} }, sql`event_date`)} ORDER BY at_ms DESC, record_id`,
  overCap: ({ repCap }) => sql`WITH held AS (
      SELECT lead_id, owner, created_date, row_number() OVER (PARTITION BY owner ORDER BY created_date, journey_id) AS place
      FROM journey WHERE outcome = 'open' AND state IS NULL AND owner <> '(blank)'
    )
    SELECT lead_id AS record_id, owner AS detail, NULL::DOUBLE AS at_ms, (${asOf} - created_date)::DOUBLE AS amount
    FROM held WHERE place > ${repCap}::INTEGER ORDER BY detail, amount DESC, record_id`,
};

/** The records behind a number of fairness, the most telling first. What `detail` and `amount` are depends on the kind: owner and minutes waited, ids of one person and how many, type of an activity, owner and age in days. */
export const fairnessRecords = (request: FairnessRecordsRequest) =>
  question(sql`${lists[request.kind](request)} LIMIT ${request.limit}::BIGINT`, {
    record_id: text,
    detail: text,
    at_ms: optionalNumber,
    amount: optionalNumber,
  });
