-- Everything that happened to a person up to the as-of day, in one order: instant, stage, lead id.
-- order_key packs the three into one number: seconds (33 bits), stage rank (3), lead_no (27).

-- A history starts with the value before its first change: that value held from creation on.
-- Leads without a change carry their present status since creation, if they are younger than the history itself.
CREATE OR REPLACE TABLE initial_stage AS
WITH first_change AS (
  SELECT lead_id, nullif(arg_min(coalesce(from_stage, ''), event_at), '') AS stage FROM stage_event
  WHERE has_before GROUP BY lead_id
), history AS (
  SELECT min(event_date) AS start FROM stage_event WHERE has_before
)
SELECT lead_id, stage FROM first_change WHERE stage IS NOT NULL
UNION ALL
SELECT l.lead_id, l.status_stage FROM scoped_lead l, history
WHERE l.status_stage IS NOT NULL AND l.created_date >= history.start
  AND l.lead_id NOT IN (SELECT lead_id FROM stage_event);

CREATE OR REPLACE TABLE person_event AS
WITH staged AS (
  SELECT lead_id, stage, event_at, event_date FROM stage_event
  WHERE stage IS NOT NULL AND event_date <= (SELECT as_of FROM definition)
), happened AS (
  SELECT lead_no, created_at AS event_at, created_date AS event_date, 0 AS rank FROM scoped_lead
  UNION ALL
  SELECT l.lead_no, l.created_at, l.created_date, stage_rank(i.stage) FROM initial_stage i JOIN scoped_lead l USING (lead_id)
  UNION ALL
  SELECT l.lead_no, e.event_at, e.event_date, stage_rank(e.stage) FROM staged e JOIN scoped_lead l USING (lead_id)
)
SELECT
  p.person_no, h.lead_no, h.rank, h.event_date,
  (epoch_ms(h.event_at) // 1000 + 4294967296) * 1073741824 + h.rank * 134217728 + h.lead_no AS order_key
FROM happened h JOIN person p USING (lead_no);

DROP TABLE initial_stage;
