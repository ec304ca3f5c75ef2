-- One row an opportunity, under the one journey that sourced it.

CREATE OR REPLACE TABLE opp AS
WITH choice AS (
  SELECT o.opportunity_id, j.journey_id, j.channel, j.segment, j.campaign, j.owner, j.anchor_date,
    row_number() OVER (PARTITION BY o.opportunity_id ORDER BY o.link_rank, j.created_date, j.journey_id) AS preference
  FROM journey_opportunity o JOIN journey j ON j.person_no = o.person_no AND j.journey_no = o.n
)
SELECT o.opportunity_id, c.journey_id,
  coalesce(c.channel, '(unsourced)') AS channel,
  coalesce(nullif(c.segment, '(blank)'), o.segment, '(blank)') AS segment,
  coalesce(c.campaign, '(unsourced)') AS campaign,
  o.owner, o.created_date, o.close_date, o.outcome,
  CASE WHEN o.outcome = 'open' THEN (SELECT as_of FROM definition) ELSE o.close_date END - o.created_date AS t_days,
  o.amount_minor, o.amount_created_minor,
  list_filter([
    CASE WHEN o.close_before_create THEN 'close_before_create' END,
    CASE WHEN o.future_close THEN 'future_close' END
  ], flag -> flag IS NOT NULL) AS flags,
  c.segment AS lead_segment, c.owner AS lead_owner, c.anchor_date
FROM opportunity_now o LEFT JOIN (SELECT * FROM choice WHERE preference = 1) c USING (opportunity_id);

-- The opportunities that journeys of the cohort led to, by the fields and the anchor of the journey: what became of it.
CREATE OR REPLACE VIEW sourced_opp AS
SELECT opportunity_id, journey_id, channel, lead_segment AS segment, lead_owner AS owner, campaign,
  anchor_date, created_date, close_date, outcome, amount_minor
FROM opp WHERE journey_id IS NOT NULL;

DROP TABLE journey_stage;
DROP TABLE journey_base;
