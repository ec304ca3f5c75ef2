import type { Dimension } from '../../domain/dimension.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { columnOf, where } from '../where.ts';

interface MeetingRequest {
  readonly filter: Filter;
  readonly group: Dimension;
  /** A missed meeting counts as rebooked when another one follows within so many days. */
  readonly rebookDays: number;
}

/** How exports name a meeting that the lead did not come to. */
const missedTypes = sql`('no-show', 'no show', 'noshow', 'missed meeting')`;

/**
 * Meetings with leads by group, in the journey that was the latest when they took place: `held` (or booked and not known
 * to be missed), and `missed`. Of the missed ones `rebooked` were followed by a meeting on a later day within the days
 * given; `converted` had their opportunity on that day or later, by whether they were rebooked. The filter's period is that of the meetings.
 */
export const meetingNumbers = ({ filter, group, rebookDays }: MeetingRequest) =>
  question(
    sql`WITH touch AS (
      SELECT p.person_no, a.activity_id, a.event_date AS day, lower(trim(a.type)) AS type
      FROM activity a JOIN scoped_lead l ON l.lead_id = a.lead_id JOIN person p ON p.lead_no = l.lead_no
      WHERE NOT a.is_automated AND a.event_date <= ${asOf}
      UNION
      SELECT p.person_no, a.activity_id, a.event_date, lower(trim(a.type))
      FROM activity a JOIN scoped_lead l ON l.contact_id = a.contact_id JOIN person p ON p.lead_no = l.lead_no
      WHERE NOT a.is_automated AND a.event_date <= ${asOf}
    ), met AS (
      SELECT person_no, activity_id, day, type <> 'meeting' AS is_missed FROM touch WHERE type = 'meeting' OR type IN ${missedTypes}
    ), placed AS (
      SELECT m.person_no, m.day, m.is_missed, j.channel, j.segment, j.owner, j.campaign,
        j.outcome = 'opportunity' AND j.event_date >= m.day AS is_converted
      FROM met m ASOF JOIN journey j ON j.person_no = m.person_no AND m.day >= j.created_date
    ), followed AS (
      SELECT p.*, p.is_missed AND EXISTS (SELECT 1 FROM met n WHERE n.person_no = p.person_no AND NOT n.is_missed
          AND n.day > p.day AND n.day <= p.day + ${rebookDays}::INTEGER) AS is_rebooked
      FROM placed p WHERE ${where(filter, sql`day`)}
    )
    SELECT ${columnOf(group)} AS group_name, (count(*) FILTER (NOT is_missed))::DOUBLE AS held,
      (count(*) FILTER (is_missed))::DOUBLE AS missed,
      (count(*) FILTER (is_rebooked))::DOUBLE AS rebooked,
      (count(*) FILTER (is_rebooked AND is_converted))::DOUBLE AS rebooked_converted,
      (count(*) FILTER (is_missed AND NOT is_rebooked AND is_converted))::DOUBLE AS dropped_converted
    FROM followed GROUP BY group_name ORDER BY group_name`,
    {
      group_name: text,
      held: number,
      missed: number,
      rebooked: number,
      rebooked_converted: number,
      dropped_converted: number,
    },
  );
