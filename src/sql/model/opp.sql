-- One row an opportunity, under the one journey that sourced it.

CREATE OR REPLACE TABLE opp AS
WITH choice AS (
  SELECT o.opportunity_id, b.journey_id, b.channel, b.segment, b.campaign,
    row_number() OVER (PARTITION BY o.opportunity_id ORDER BY o.link_rank, s.created_date, b.journey_id) AS preference
  FROM journey_opportunity o JOIN journey_base b USING (person_no, n) JOIN journey_stage s USING (person_no, n)
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
  ], flag -> flag IS NOT NULL) AS flags
FROM opportunity_now o LEFT JOIN (SELECT * FROM choice WHERE preference = 1) c USING (opportunity_id);

DROP TABLE journey_stage;
DROP TABLE journey_base;
