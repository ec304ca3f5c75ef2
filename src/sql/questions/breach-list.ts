import type { Filter } from '../../domain/filter.ts';
import type { CellValue } from '../../metrics/cell-value.ts';
import { question } from '../question.ts';
import { boolean, number, optionalNumber, text } from '../row-spec.ts';
import { join, sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

interface BreachRequest {
  readonly filter: Filter;
  /** One entry a channel and segment; leads of other cells have no value and come last. */
  readonly values: readonly CellValue[];
  readonly limit: number;
}

const valueTable = (values: readonly CellValue[]): Sql =>
  values.length === 0
    ? sql`SELECT NULL::TEXT AS channel, NULL::TEXT AS segment, NULL::DOUBLE AS value_minor WHERE false`
    : sql`SELECT col0 AS channel, col1 AS segment, col2::DOUBLE AS value_minor FROM (VALUES ${join(
        values.map(
          ({ channel, segment, valueMinor }) => sql`(${channel}, ${segment}, ${valueMinor}::DOUBLE)`,
        ),
        ', ',
      )})`;

/**
 * Breached handovers of leads that are still open and not recycled, the latest handover of each: the most valuable
 * first, then those that are latest. `late_minutes` are business minutes past the deadline, to the first attempt or,
 * without one, to the as-of instant.
 */
export const breachList = ({ filter, values, limit }: BreachRequest) =>
  question(
    sql`WITH cell_value AS (${valueTable(values)})
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
