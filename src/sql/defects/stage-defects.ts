import { asOf } from '../as-of.ts';
import { sql, type Sql } from '../sql.ts';
import { bulkMinutes } from './lead-defects.ts';

/** Leads moved to one stage in bulk; `detail` is the stage. A return or a refusal in bulk moves no anchor. */
export const bulkChanges = sql`WITH ${bulkMinutes(
  sql`SELECT epoch_ms(event_at) // 60000 AS minute, stage, count(*) AS records FROM stage_event
    WHERE stage IS NOT NULL AND event_date <= ${asOf} GROUP BY minute, stage`,
)}
  SELECT l.lead_id AS record_id, e.event_date AS day, e.stage AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM stage_event e JOIN bulk b ON b.minute = epoch_ms(e.event_at) // 60000 AND b.stage = e.stage
  JOIN scoped_lead l USING (lead_id) JOIN person p USING (lead_no)
  LEFT JOIN journey j ON j.person_no = p.person_no AND e.stage IN ('mql', 'sal', 'sql')
  WHERE e.event_date <= ${asOf}`;

/** Leads with a stage dated before they were created; `detail` is the stage. */
export const stageBeforeCreation = sql`SELECT l.lead_id AS record_id, e.event_date AS day, e.stage AS detail, j.journey_id, NULL::TEXT AS opportunity_id
  FROM stage_event e JOIN scoped_lead l USING (lead_id) JOIN person p USING (lead_no)
  LEFT JOIN journey j ON j.person_no = p.person_no
  WHERE e.stage IS NOT NULL AND e.event_date < l.created_date`;

const flagged = (flag: string): Sql =>
  sql`SELECT journey_id AS record_id, anchor_date AS day, NULL::TEXT AS detail, journey_id, NULL::TEXT AS opportunity_id
    FROM journey WHERE list_contains(flags, ${flag})`;

export const mqlAfterLaterStage = flagged('mql_adjusted');
export const mqlSkipped = flagged('imputed_mql');
export const opportunityDayBeforeLead = flagged('clamped');
