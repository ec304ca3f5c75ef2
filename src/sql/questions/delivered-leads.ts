import type { Filter } from '../../domain/filter.ts';
import { question } from '../question.ts';
import { day, number, optionalText, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/** Leads of the cohort by the month of their anchor (its first day), channel and segment. */
export const deliveredLeads = ({ filter }: { readonly filter: Filter }) =>
  question(
    sql`SELECT date_trunc('month', anchor_date)::DATE AS month, channel, segment, count(*)::DOUBLE AS leads
    FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
    GROUP BY month, channel, segment ORDER BY month, channel, segment`,
    { month: day, channel: text, segment: text, leads: number },
  );

/**
 * Leads of the cohort disqualified within so many days of their anchor, by the month of the disqualification, channel,
 * segment and the reason the disqualification that holds gives; null where it gives none.
 */
export const returnedLeads = ({
  filter,
  withinDays,
}: {
  readonly filter: Filter;
  readonly withinDays: number;
}) =>
  question(
    sql`WITH returned AS (
      SELECT person_no, event_date, channel, segment FROM journey
      WHERE in_cohort AND outcome = 'disqualified' AND t_days <= ${withinDays}::INTEGER AND ${where(filter, sql`anchor_date`)}
    ), reason AS (
      SELECT p.person_no, e.event_date, arg_max(nullif(trim(e.reason), ''), e.event_at) AS reason
      FROM stage_event e JOIN scoped_lead l USING (lead_id) JOIN person p USING (lead_no)
      WHERE e.stage = 'disqualified' GROUP BY p.person_no, e.event_date
    )
    SELECT date_trunc('month', r.event_date)::DATE AS month, r.channel, r.segment, d.reason, count(*)::DOUBLE AS leads
    FROM returned r LEFT JOIN reason d USING (person_no, event_date)
    GROUP BY month, r.channel, r.segment, d.reason ORDER BY month, r.channel, r.segment, d.reason`,
    { month: day, channel: text, segment: text, reason: optionalText, leads: number },
  );
