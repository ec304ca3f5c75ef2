-- Opportunities as they stood on the as-of day, and the persons they are linked to.

CREATE OR REPLACE TABLE opportunity_now AS
WITH cleaned AS (
  SELECT o.*,
    CASE WHEN outcome = 'open' THEN NULL
         WHEN close_date < created_date THEN created_date
         WHEN close_date > (SELECT export_as_of FROM definition) THEN (SELECT export_as_of FROM definition)
         ELSE close_date END AS closed
  FROM opportunity o
  WHERE NOT is_deleted AND created_date <= (SELECT as_of FROM definition)
), first_amount AS (
  SELECT opportunity_id, arg_min(amount_minor, event_at) AS amount_minor FROM opportunity_event
  WHERE amount_minor IS NOT NULL GROUP BY opportunity_id
)
SELECT
  c.opportunity_id, c.account_id, c.created_date,
  CASE WHEN c.closed > (SELECT as_of FROM definition) THEN 'open' ELSE c.outcome END AS outcome,
  CASE WHEN c.closed > (SELECT as_of FROM definition) THEN NULL ELSE c.closed END AS close_date,
  c.amount_minor, coalesce(f.amount_minor, c.amount_minor) AS amount_created_minor,
  nullif(c.segment, '') AS segment, coalesce(nullif(c.owner_id, ''), '(blank)') AS owner,
  coalesce(c.outcome <> 'open' AND c.close_date < c.created_date, false) AS close_before_create,
  coalesce(c.outcome <> 'open' AND c.close_date > (SELECT export_as_of FROM definition), false) AS future_close
FROM cleaned c LEFT JOIN first_amount f USING (opportunity_id);

-- link_rank: 0 made by lead conversion, 1 primary contact, 2 any other link.
CREATE OR REPLACE TABLE person_opportunity AS
WITH linked AS (
  SELECT l.lead_no, k.opportunity_id, k.type, k.is_primary
  FROM lead_opportunity k JOIN scoped_lead l ON l.lead_id = k.lead_id
  UNION ALL
  SELECT l.lead_no, k.opportunity_id, k.type, k.is_primary
  FROM lead_opportunity k JOIN scoped_lead l ON l.contact_id = k.contact_id
  WHERE k.lead_id IS NULL
)
SELECT p.person_no, o.opportunity_id, o.created_date, o.outcome, o.close_date,
  min(CASE WHEN k.type = 'converted' THEN 0 WHEN k.is_primary THEN 1 ELSE 2 END) AS link_rank
FROM linked k JOIN person p USING (lead_no) JOIN opportunity_now o USING (opportunity_id)
GROUP BY ALL;
