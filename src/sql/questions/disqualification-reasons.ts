import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, optionalText, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/** Which leads: those anchored in the filter's period and `windowDays` ago or longer. */
export interface ReasonRequest {
  readonly filter: Filter;
  readonly windowDays: number | null;
}

/**
 * Why leads were disqualified: the reason given with the disqualification in force, by the furthest stage reached, channel
 * and segment. Null where none was given. Where one instant holds several reasons, the first by name counts.
 */
export const disqualificationReasons = ({ filter, windowDays }: ReasonRequest) =>
  question(
    sql`WITH dropped AS (
      SELECT person_no, journey_no AS n, channel, segment,
        CASE WHEN sql_date IS NOT NULL THEN 'sql' WHEN sal_date IS NOT NULL THEN 'sal' WHEN mql_date IS NOT NULL THEN 'mql' ELSE 'created' END AS stage
      FROM journey
      WHERE in_cohort AND outcome = 'disqualified' AND anchor_date + ${windowDays}::INTEGER <= ${asOf} AND ${where(filter, sql`anchor_date`)}
    ), decisive AS (
      SELECT d.channel, d.segment, d.stage, max(e.order_key) AS order_key
      FROM dropped d JOIN journey_start j USING (person_no, n) JOIN person_event e
        ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
      WHERE e.rank = 5 GROUP BY d.person_no, d.n, d.channel, d.segment, d.stage
    ), record AS (
      SELECT d.channel, d.segment, d.stage, l.lead_id, d.order_key // 1073741824 - 4294967296 AS second
      FROM decisive d JOIN scoped_lead l ON l.lead_no = d.order_key % 134217728
    ), given AS (
      SELECT lead_id, epoch_ms(event_at) // 1000 AS second, min(nullif(trim(reason), '')) AS reason
      FROM stage_event WHERE stage = 'disqualified' AND reason IS NOT NULL GROUP BY lead_id, second
    )
    SELECT channel, segment, stage, reason, count(*)::DOUBLE AS leads
    FROM record LEFT JOIN given USING (lead_id, second)
    GROUP BY channel, segment, stage, reason ORDER BY channel, segment, stage, leads DESC, reason`,
    { channel: text, segment: text, stage: text, reason: optionalText, leads: number },
  );
