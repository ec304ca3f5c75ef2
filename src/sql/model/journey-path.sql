-- The way of each journey as it was recorded, for the funnels; made when they are asked for. `*_first` is the first day
-- with an event of that stage itself, null without one. `way` is every event in order, a letter each: c created, m MQL,
-- s SAL, q SQL, r recycled, d disqualified, o first opportunity, w first won, l all lost. Days decide; of one day, events
-- of the lead come in their own order, then the opportunity, then its end. The order is packed into one number, as sorting
-- lists of numbers takes a sixth of the time: days (from bit 37 on), seconds (33 bits), rank (4).

CREATE OR REPLACE TABLE journey_path AS
WITH offered AS (
  SELECT person_no, n, min(sourced_date) AS opportunity_first,
    CASE WHEN bool_or(outcome = 'won') THEN greatest(min(sourced_date), min(close_date) FILTER (outcome = 'won')) END AS won_first,
    CASE WHEN bool_and(outcome = 'lost') THEN greatest(min(sourced_date), max(close_date)) END AS lost_date
  FROM journey_opportunity GROUP BY person_no, n
), step AS (
  SELECT j.person_no, j.n, e.event_date AS day, e.order_key // 1073741824 AS seconds, e.rank
  FROM journey_start j JOIN person_event e
    ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
  UNION ALL SELECT person_no, n, opportunity_first, 8589934591, 6 FROM offered
  UNION ALL SELECT person_no, n, won_first, 8589934591, 7 FROM offered WHERE won_first IS NOT NULL
  UNION ALL SELECT person_no, n, lost_date, 8589934591, 8 FROM offered WHERE lost_date IS NOT NULL
), path AS (
  SELECT person_no, n,
    min(day) FILTER (rank = 1) AS mql_first,
    min(day) FILTER (rank = 2) AS sal_first,
    min(day) FILTER (rank = 3) AS sql_first,
    min(day) FILTER (rank = 6) AS opportunity_first,
    min(day) FILTER (rank = 7) AS won_first,
    min(day) FILTER (rank = 8) AS lost_date,
    list_sort(list((day - DATE '1970-01-01') * 137438953472 + seconds * 16 + rank)) AS steps
  FROM step GROUP BY person_no, n
)
SELECT j.journey_id, j.lead_id, j.channel, j.segment, j.campaign, j.owner, j.created_date,
  j.created_date AS created_first, p.mql_first, p.sal_first, p.sql_first, p.opportunity_first, p.won_first,
  CASE WHEN p.won_first IS NOT NULL THEN 'won' WHEN p.lost_date IS NOT NULL THEN 'lost'
       WHEN j.outcome = 'disqualified' THEN 'disqualified' ELSE coalesce(j.state, 'open') END AS standing,
  j.outcome <> 'associated_existing' AS is_counted,
  array_to_string(list_transform(p.steps, step -> substr('cmsqrdowl', (step & 15) + 1, 1)), '') AS way
FROM journey j JOIN path p ON p.person_no = j.person_no AND p.n = j.journey_no;
