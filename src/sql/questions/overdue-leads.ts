import type { Filter } from '../../domain/filter.ts';
import type { CellValue } from '../../metrics/cell-value.ts';
import { question } from '../question.ts';
import { boolean, number, optionalNumber, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { cellValues } from '../value-table.ts';
import { where } from '../where.ts';

interface OverdueRequest {
  readonly filter: Filter;
  /** One entry a channel and segment; leads of other cells have no value and come last. */
  readonly values: readonly CellValue[];
  readonly limit: number;
}

/**
 * Open leads, the latest handover of each, that nobody has called by the deadline (`is_uncalled`), or whose attempt period
 * is over with too few attempts (`is_short`): the most valuable first, then those that have waited longest. `age_minutes`
 * are minutes since the handover by the clock on the wall.
 */
export const overdueLeads = ({ filter, values, limit }: OverdueRequest) =>
  question(
    sql`WITH cell_value AS (${cellValues(values)}), overdue AS (
      SELECT *, status = 'breached' AND NOT is_contacted AS is_uncalled, attempts_due AND NOT attempts_ok AS is_short
      FROM handover WHERE is_open AND next_handover_at IS NULL AND ${where(filter, sql`handover_date`)}
    )
    SELECT lead_id, owner, channel, segment, value_minor, epoch_ms(handover_at)::DOUBLE AS handover_ms,
      watched_minutes::DOUBLE AS age_minutes, attempts::DOUBLE AS attempts, is_uncalled, is_short
    FROM overdue LEFT JOIN cell_value USING (channel, segment) WHERE is_uncalled OR is_short
    ORDER BY value_minor DESC NULLS LAST, age_minutes DESC, handover_id LIMIT ${limit}::BIGINT`,
    {
      lead_id: text,
      owner: text,
      channel: text,
      segment: text,
      value_minor: optionalNumber,
      handover_ms: number,
      age_minutes: number,
      attempts: number,
      is_uncalled: boolean,
      is_short: boolean,
    },
  );

/** The same leads by owner: how many, for which reason, what they are worth, and how many have no value. */
export const overdueByOwner = ({ filter, values }: Omit<OverdueRequest, 'limit'>) =>
  question(
    sql`WITH cell_value AS (${cellValues(values)}), overdue AS (
      SELECT *, status = 'breached' AND NOT is_contacted AS is_uncalled, attempts_due AND NOT attempts_ok AS is_short
      FROM handover WHERE is_open AND next_handover_at IS NULL AND ${where(filter, sql`handover_date`)}
    )
    SELECT owner, count(*)::DOUBLE AS leads, (count(*) FILTER (is_uncalled))::DOUBLE AS uncalled,
      (count(*) FILTER (is_short))::DOUBLE AS short, coalesce(sum(value_minor), 0)::DOUBLE AS value_minor,
      (count(*) FILTER (value_minor IS NULL))::DOUBLE AS without_value
    FROM overdue LEFT JOIN cell_value USING (channel, segment) WHERE is_uncalled OR is_short
    GROUP BY owner ORDER BY value_minor DESC, leads DESC, owner`,
    {
      owner: text,
      leads: number,
      uncalled: number,
      short: number,
      value_minor: number,
      without_value: number,
    },
  );

/** The channels and segments of handovers, each pair once. */
export const valueCells = question(
  sql`SELECT DISTINCT channel, segment FROM handover ORDER BY channel, segment`,
  {
    channel: text,
    segment: text,
  },
);
