-- The way of each journey as it was recorded, for the funnels; made when they are asked for. `*_first` is the first day
-- with an event of that stage itself, null without one. `way` is every event in order, a letter each: c created, m MQL,
-- s SAL, q SQL, r recycled, d disqualified, o first opportunity, w first won, l all lost. Days decide; of one day, events
-- of the lead come in their own order, then the opportunity, then its end.

CREATE OR REPLACE TABLE journey_path AS
WITH offered AS (
  SELECT person_no, n, min(sourced_date) AS opportunity_first,
    CASE WHEN bool_or(outcome = 'won') THEN greatest(min(sourced_date), min(close_date) FILTER (outcome = 'won')) END AS won_first,
    CASE WHEN bool_and(outcome = 'lost') THEN greatest(min(sourced_date), max(close_date)) END AS lost_date
  FROM journey_opportunity GROUP BY person_no, n
), step AS (
  SELECT j.person_no, j.n, e.event_date AS day, e.order_key AS place, e.rank
  FROM journey_start j JOIN person_event e
    ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
  UNION ALL SELECT person_no, n, opportunity_first, 9223372036854775806, 6 FROM offered
  UNION ALL SELECT person_no, n, won_first, 9223372036854775807, 7 FROM offered WHERE won_first IS NOT NULL
  UNION ALL SELECT person_no, n, lost_date, 9223372036854775807, 8 FROM offered WHERE lost_date IS NOT NULL
), path AS (
  SELECT person_no, n,
    min(day) FILTER (rank = 1) AS mql_first,
    min(day) FILTER (rank = 2) AS sal_first,
    min(day) FILTER (rank = 3) AS sql_first,
    min(day) FILTER (rank = 6) AS opportunity_first,
    min(day) FILTER (rank = 7) AS won_first,
    min(day) FILTER (rank = 8) AS lost_date,
    string_agg(substr('cmsqrdowl', (rank + 1)::BIGINT, 1), '' ORDER BY day, place) AS way
  FROM step GROUP BY person_no, n
)
SELECT j.journey_id, j.lead_id, j.channel, j.segment, j.campaign, j.owner, j.created_date,
  j.created_date AS created_first, p.mql_first, p.sal_first, p.sql_first, p.opportunity_first, p.won_first,
  CASE WHEN p.won_first IS NOT NULL THEN 'won' WHEN p.lost_date IS NOT NULL THEN 'lost'
       WHEN j.outcome = 'disqualified' THEN 'disqualified' ELSE coalesce(j.state, 'open') END AS standing,
  j.outcome <> 'associated_existing' AS is_counted, p.way
FROM journey j JOIN path p ON p.person_no = j.person_no AND p.n = j.journey_no;
