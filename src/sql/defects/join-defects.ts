import { asOf } from '../as-of.ts';
import { sql, type Sql } from '../sql.ts';

/** Opportunities that links name and no file holds, with the leads linked to them; `detail` is one of those. */
export const linkWithoutOpportunity = sql`WITH missed AS (
    FROM lead_opportunity WHERE opportunity_id NOT IN (SELECT opportunity_id FROM opportunity)
  ), tied AS (
    SELECT m.opportunity_id, l.lead_no, l.lead_id FROM missed m JOIN scoped_lead l ON l.lead_id = m.lead_id
    UNION ALL
    SELECT m.opportunity_id, l.lead_no, l.lead_id FROM missed m JOIN scoped_lead l ON l.contact_id = m.contact_id WHERE m.lead_id IS NULL
  )
  SELECT m.opportunity_id AS record_id, NULL::DATE AS day, coalesce(t.lead_id, m.lead_id, m.contact_id) AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM missed m LEFT JOIN tied t USING (opportunity_id) LEFT JOIN person p USING (lead_no) LEFT JOIN journey j ON j.person_no = p.person_no`;

const unknownLead = sql`lead_id IS NOT NULL AND lead_id NOT IN (SELECT lead_id FROM lead)`;

/** Leads that a link to an opportunity names and no file holds; `detail` is the opportunity. */
export const linkWithoutLead = sql`SELECT lead_id AS record_id, NULL::DATE AS day, opportunity_id AS detail, NULL::TEXT AS journey_id, NULL::TEXT AS opportunity_id
  FROM lead_opportunity WHERE ${unknownLead} AND opportunity_id IN (SELECT opportunity_id FROM opportunity_now)`;

const missingIn = (table: Sql, detail: Sql): Sql =>
  sql`SELECT lead_id AS record_id, min(event_date) AS day, min(${detail}) AS detail, NULL::TEXT AS journey_id, NULL::TEXT AS opportunity_id
    FROM ${table} WHERE ${unknownLead} AND event_date <= ${asOf} GROUP BY lead_id`;

export const changeWithoutLead = missingIn(sql`stage_event`, sql`stage`);
export const activityWithoutLead = missingIn(sql`activity`, sql`type`);
