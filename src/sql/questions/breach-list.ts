import type { Filter } from '../../domain/filter.ts';
import type { CellValue } from '../../metrics/cell-value.ts';
import { question } from '../question.ts';
import { boolean, number, optionalNumber, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { cellValues } from '../value-table.ts';
import { where } from '../where.ts';

interface BreachRequest {
  readonly filter: Filter;
  /** One entry a channel and segment; leads of other cells have no value and come last. */
  readonly values: readonly CellValue[];
  readonly limit: number;
}

/**
 * Breached handovers of leads that are still open and not recycled, the latest handover of each: the most valuable
 * first, then those that are latest. `late_minutes` are business minutes past the deadline, to the first attempt or,
 * without one, to the as-of instant.
 */
export const breachList = ({ filter, values, limit }: BreachRequest) =>
  question(
    sql`WITH cell_value AS (${cellValues(values)})
    SELECT handover_id, lead_id, owner, channel, segment, value_minor,
      epoch_ms(handover_at)::DOUBLE AS handover_ms, epoch_ms(deadline_at)::DOUBLE AS deadline_ms,
      epoch_ms(first_attempt_at)::DOUBLE AS first_attempt_ms, is_contacted,
      coalesce(response_bmin, watched_bmin) - (SELECT response_s FROM sla_term) / 60 AS late_minutes, attempts::DOUBLE AS attempts
    FROM handover LEFT JOIN cell_value USING (channel, segment)
    WHERE status = 'breached' AND is_open AND next_handover_at IS NULL AND ${where(filter, sql`handover_date`)}
    ORDER BY value_minor DESC NULLS LAST, late_minutes DESC, handover_id LIMIT ${limit}::BIGINT`,
    {
      handover_id: text,
      lead_id: text,
      owner: text,
      channel: text,
      segment: text,
      value_minor: optionalNumber,
      handover_ms: number,
      deadline_ms: number,
      first_attempt_ms: optionalNumber,
      is_contacted: boolean,
      late_minutes: number,
      attempts: number,
    },
  );
