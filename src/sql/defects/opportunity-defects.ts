import { sql } from '../sql.ts';

/** Opportunities older than any buying attempt of the persons linked to them, with the leads left out for it; `detail` is a lead. */
export const opportunityBeforeLead = sql`SELECT o.opportunity_id AS record_id, o.created_date AS day, f.lead_id AS detail, j.journey_id, o.opportunity_id
  FROM person_opportunity o
  ANTI JOIN journey_opportunity s ON s.person_no = o.person_no AND s.opportunity_id = o.opportunity_id
  JOIN scoped_lead f ON f.lead_no = o.person_no
  LEFT JOIN journey j ON j.person_no = o.person_no AND j.outcome = 'associated_existing'`;

/** Opportunities that no link ties to a lead that counts. */
export const opportunityWithoutLead = sql`SELECT opportunity_id AS record_id, created_date AS day, outcome AS detail, NULL::TEXT AS journey_id, opportunity_id
  FROM opp WHERE journey_id IS NULL AND opportunity_id NOT IN (SELECT opportunity_id FROM person_opportunity)`;

/** Opportunities closed before they were created; `detail` is the day of closing as exported. */
export const closedBeforeCreated = sql`SELECT opportunity_id AS record_id, o.created_date AS day, k.close_date::TEXT AS detail, NULL::TEXT AS journey_id, opportunity_id
  FROM opp o JOIN opportunity k USING (opportunity_id) WHERE list_contains(o.flags, 'close_before_create')`;

/** Opportunities closed after the export; `detail` is the day of closing as exported. */
export const closedInFuture = sql`SELECT opportunity_id AS record_id, o.created_date AS day, k.close_date::TEXT AS detail, NULL::TEXT AS journey_id, opportunity_id
  FROM opp o JOIN opportunity k USING (opportunity_id) WHERE list_contains(o.flags, 'future_close')`;

export const wonWithoutAmount = sql`SELECT opportunity_id AS record_id, close_date AS day, NULL::TEXT AS detail, NULL::TEXT AS journey_id, opportunity_id
  FROM opp WHERE outcome = 'won' AND amount_minor IS NULL`;

/** Opportunities whose currency is not the one most of them have; `detail` is the currency. */
export const otherCurrency = sql`WITH common AS (
    SELECT arg_max(currency, records) AS currency FROM (
      SELECT currency, count(*) AS records FROM opp JOIN opportunity USING (opportunity_id) WHERE currency <> '' GROUP BY currency ORDER BY currency
    )
  )
  SELECT o.opportunity_id AS record_id, o.created_date AS day, k.currency AS detail, NULL::TEXT AS journey_id, o.opportunity_id
  FROM opp o JOIN opportunity k USING (opportunity_id), common WHERE k.currency <> '' AND k.currency <> common.currency`;
