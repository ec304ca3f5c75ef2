import { bulkRule } from '../../metrics/defect-kind.ts';
import { sql, type Sql } from '../sql.ts';

/** Leads whose field is empty; a second buying attempt of a person is a lead of its own. */
const blankIn = (column: Sql): Sql =>
  sql`SELECT journey_id AS record_id, created_date AS day, NULL::TEXT AS detail, journey_id, NULL::TEXT AS opportunity_id
    FROM journey WHERE ${column} = '(blank)'`;

export const missingChannel = blankIn(sql`channel`);
export const missingSegment = blankIn(sql`segment`);

/** Lead records beyond the first of a person; `detail` is the first. */
export const repeatedPersons = sql`SELECT l.lead_id AS record_id, l.created_date AS day, f.lead_id AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM person p JOIN scoped_lead l USING (lead_no) JOIN scoped_lead f ON f.lead_no = p.person_no
  LEFT JOIN journey j ON j.person_no = p.person_no
  WHERE p.lead_no <> p.person_no`;

/** Lead records without e-mail and contact that no merge names. */
export const unmatchableLeads = sql`SELECT l.lead_id AS record_id, l.created_date AS day, NULL::TEXT AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM scoped_lead l JOIN person p USING (lead_no) LEFT JOIN journey j ON j.person_no = p.person_no
  WHERE l.email IS NULL AND l.contact_id IS NULL
    AND p.person_no NOT IN (SELECT person_no FROM person GROUP BY person_no HAVING count(*) > 1)`;

/** Minutes with far more records than the busiest minute of the median day; `counted` are the records, by minute and key. */
export const bulkMinutes = (counted: Sql): Sql => sql`counted AS (${counted}), usual AS (
    SELECT quantile_disc(busiest, 0.5) AS busiest FROM (SELECT max(records) AS busiest FROM counted GROUP BY minute // 1440)
  ), bulk AS (
    SELECT counted.* FROM counted, usual
    WHERE records >= ${bulkRule.records}::INTEGER AND records >= ${bulkRule.times}::INTEGER * busiest
  )`;

/** Lead records created in bulk; `detail` is how many were created in that minute. */
export const importedLeads = sql`WITH ${bulkMinutes(
  sql`SELECT epoch_ms(created_at) // 60000 AS minute, count(*) AS records FROM scoped_lead GROUP BY minute`,
)}
  SELECT l.lead_id AS record_id, l.created_date AS day, b.records::TEXT AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM scoped_lead l JOIN bulk b ON b.minute = epoch_ms(l.created_at) // 60000 LEFT JOIN journey j ON j.lead_id = l.lead_id`;

/** Leads that are disqualified now and have an opportunity; only the last buying attempt is what the status speaks of. */
export const disqualifiedWithOpportunity = sql`SELECT l.lead_id AS record_id, j.event_date AS day, l.status AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM journey j JOIN lead l USING (lead_id)
  WHERE j.in_cohort AND j.outcome = 'opportunity' AND l.status_stage = 'disqualified'
    AND NOT EXISTS (FROM journey later WHERE later.person_no = j.person_no AND later.journey_no > j.journey_no)`;

/** Leads with a history in which their present stage never stands; only those in no cohort can matter to it. */
export const statusNotInHistory = sql`WITH shown AS (
    SELECT lead_id, stage FROM stage_event UNION ALL SELECT lead_id, from_stage AS stage FROM stage_event
  )
  SELECT l.lead_id AS record_id, l.created_date AS day, l.status AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM scoped_lead s JOIN lead l USING (lead_id) JOIN person p USING (lead_no)
  ANTI JOIN shown ON shown.lead_id = s.lead_id AND shown.stage = s.status_stage
  LEFT JOIN journey j ON j.person_no = p.person_no AND j.anchor_date IS NULL AND j.outcome <> 'associated_existing'
    AND s.status_stage IN ('mql', 'sal', 'sql')
  WHERE s.status_stage IS NOT NULL AND s.lead_id IN (SELECT lead_id FROM stage_event)`;
