import type { Filter } from '../../domain/filter.ts';
import type { Dimension } from '../../domain/dimension.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

interface EngagementRequest {
  readonly filter: Filter;
  readonly group: Dimension;
}

/** Up to here a wait is told to the minute, later to the hour. */
const toTheMinute = 960;

/** An act of the lead, whoever or whatever recorded it; a note is none. */
const isAct = sql`a.direction = 'inbound' AND a.event_date <= ${asOf}
        AND lower(trim(coalesce(a.type, ''))) NOT IN ('note', 'notes')`;

/**
 * The life table of the first attempt after the latest act of the lead itself, by group: handovers tried within so many
 * whole minutes of it, nights and holidays included, and not within one less (`contacted`), and handovers without an
 * attempt that were watched for so many whole minutes since (`waiting`), up to the next handover of the person or the as-of
 * instant. Acts are inbound activities since the journey began, up to the first attempt. Handovers without one are left
 * out, and those whose first attempt came on the day before the handover. Beyond 960 minutes they are whole hours.
 */
export const engagementResponse = ({ filter, group }: EngagementRequest) =>
  question(
    sql`WITH act AS (
      SELECT p.person_no, epoch_ms(a.event_at) // 1000 AS at_s, a.event_date
      FROM activity a JOIN scoped_lead l ON l.lead_id = a.lead_id JOIN person p ON p.lead_no = l.lead_no
      WHERE ${isAct}
      UNION
      SELECT p.person_no, epoch_ms(a.event_at) // 1000, a.event_date
      FROM activity a JOIN scoped_lead l ON l.contact_id = a.contact_id JOIN person p ON p.lead_no = l.lead_no
      WHERE ${isAct}
    ), watched AS (
      SELECT h.handover_id, h.journey_id, h.person_no, ${columnOf(group)} AS group_name, first_attempt_at IS NOT NULL AS is_tried,
        epoch_ms(first_attempt_at) // 1000 AS first_s,
        coalesce(epoch_ms(next_handover_at) // 1000, (SELECT as_of_s FROM sla_term)) AS end_s
      FROM handover h WHERE NOT pre_handover AND ${where(filter, sql`handover_date`)}
    ), latest AS (
      SELECT w.handover_id, w.group_name, w.is_tried, coalesce(w.first_s, w.end_s) - max(a.at_s) AS waited_s
      FROM watched w JOIN journey j USING (journey_id)
      JOIN act a ON a.person_no = w.person_no AND a.event_date >= j.created_date
        AND (a.at_s <= w.first_s OR (w.first_s IS NULL AND a.at_s < w.end_s))
      GROUP BY w.handover_id, w.group_name, w.is_tried, w.first_s, w.end_s
    )
    SELECT group_name,
      (CASE WHEN is_tried THEN CASE WHEN waited_s / 60 <= ${toTheMinute} THEN ceil(waited_s / 60) ELSE ceil(waited_s / 3600) * 60 END
            WHEN waited_s / 60 <= ${toTheMinute} THEN floor(waited_s / 60) ELSE floor(waited_s / 3600) * 60 END)::DOUBLE AS minutes,
      (count(*) FILTER (is_tried))::DOUBLE AS contacted, (count(*) FILTER (NOT is_tried))::DOUBLE AS waiting
    FROM latest GROUP BY group_name, minutes ORDER BY group_name, minutes`,
    { group_name: text, minutes: number, contacted: number, waiting: number },
  );
