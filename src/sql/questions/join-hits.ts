import { question } from '../question.ts';
import { number } from '../row-spec.ts';
import { sql } from '../sql.ts';

/**
 * How many records that name another one find it, join by join: links to leads and to opportunities, stage changes and
 * activities to leads, merged records to their survivors.
 */
export const joinHits = question(
  sql`SELECT
      (SELECT count(*) FROM lead_opportunity)::DOUBLE AS links,
      (SELECT count(*) FROM lead_opportunity WHERE opportunity_id IN (SELECT opportunity_id FROM opportunity))::DOUBLE AS links_with_opportunity,
      (SELECT count(*) FROM lead_opportunity WHERE lead_id IN (SELECT lead_id FROM lead)
        OR contact_id IN (SELECT contact_id FROM lead WHERE contact_id IS NOT NULL))::DOUBLE AS links_with_lead,
      (SELECT count(*) FROM stage_event)::DOUBLE AS stage_events,
      (SELECT count(*) FROM stage_event WHERE lead_id IN (SELECT lead_id FROM lead))::DOUBLE AS stage_events_with_lead,
      (SELECT count(*) FROM activity)::DOUBLE AS activities,
      (SELECT count(*) FROM activity WHERE lead_id IN (SELECT lead_id FROM lead)
        OR contact_id IN (SELECT contact_id FROM lead WHERE contact_id IS NOT NULL))::DOUBLE AS activities_with_lead,
      (SELECT count(*) FROM lead WHERE merged_into IS NOT NULL)::DOUBLE AS merged,
      (SELECT count(*) FROM lead WHERE merged_into IN (SELECT lead_id FROM lead))::DOUBLE AS merged_with_survivor,
      (SELECT count(*) FROM opportunity)::DOUBLE AS opportunities,
      (SELECT count(*) FROM opportunity WHERE opportunity_id IN (SELECT opportunity_id FROM lead_opportunity))::DOUBLE AS opportunities_with_link`,
  {
    links: number,
    links_with_opportunity: number,
    links_with_lead: number,
    stage_events: number,
    stage_events_with_lead: number,
    activities: number,
    activities_with_lead: number,
    merged: number,
    merged_with_survivor: number,
    opportunities: number,
    opportunities_with_link: number,
  },
);
