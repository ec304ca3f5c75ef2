import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

interface PersistenceRequest {
  readonly filter: Filter;
  /** Only handovers at least this many days old count, so that the last attempt had time to bear. */
  readonly matureDays: number;
  /** Attempts after this one are left out. */
  readonly mostAttempts: number;
}

/**
 * What the n-th attempt of a handover added. `tried`: handovers with an n-th attempt and no two-way contact before it;
 * `contacts`: those whose first contact came at it or before the next attempt. `tried_open`: handovers with an n-th
 * attempt and no opportunity of the journey before its day; `opportunities`: those whose first one came on its day or
 * later and before the day of the next.
 */
export const persistenceCounts = ({ filter, matureDays, mostAttempts }: PersistenceRequest) =>
  question(
    sql`WITH attempt AS (
      SELECT h.contact_at, h.opp_date, make_timestamp(a.at_s * 1000000) AS attempt_at, a.day,
        row_number() OVER attempt_order AS attempt,
        lead(make_timestamp(a.at_s * 1000000)) OVER attempt_order AS next_at, lead(a.day) OVER attempt_order AS next_day
      FROM handover h JOIN person_attempt a ON a.person_no = h.person_no
        AND a.at_s >= epoch_ms(h.handover_at) // 1000
        AND (h.next_handover_at IS NULL OR a.at_s < epoch_ms(h.next_handover_at) // 1000)
      WHERE h.handover_date + ${matureDays}::INTEGER <= ${asOf} AND ${where(filter, sql`handover_date`)}
      WINDOW attempt_order AS (PARTITION BY h.handover_id ORDER BY a.at_s, a.type)
    )
    SELECT attempt::DOUBLE AS attempt,
      (count(*) FILTER (contact_at IS NULL OR contact_at >= attempt_at))::DOUBLE AS tried,
      (count(*) FILTER (contact_at >= attempt_at AND (next_at IS NULL OR contact_at < next_at)))::DOUBLE AS contacts,
      (count(*) FILTER (opp_date IS NULL OR opp_date >= day))::DOUBLE AS tried_open,
      (count(*) FILTER (opp_date >= day AND (next_day IS NULL OR opp_date < next_day)))::DOUBLE AS opportunities
    FROM attempt WHERE attempt <= ${mostAttempts}::INTEGER GROUP BY attempt ORDER BY attempt`,
    { attempt: number, tried: number, contacts: number, tried_open: number, opportunities: number },
  );
