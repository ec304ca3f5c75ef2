-- One row a journey: one buying attempt of one person, with everything the questions need, so that none joins later.

CREATE OR REPLACE TABLE journey_stage AS
SELECT j.person_no, j.n,
  coalesce(min(e.event_date) FILTER (e.rank = 0), any_value(j.start_date)) AS created_date,
  min(e.event_date) FILTER (e.rank = 1) AS mql_date,
  min(e.event_date) FILTER (e.rank = 2) AS sal_date,
  min(e.event_date) FILTER (e.rank = 3) AS sql_date,
  count(*) FILTER (e.rank = 1) AS mql_cycles,
  max(e.order_key) FILTER (e.rank <= 3) AS last_entry_or_progress,
  max(e.order_key) FILTER (e.rank = 4) AS last_recycled,
  max(e.order_key) FILTER (e.rank = 5) AS last_disqualified,
  max(e.order_key) FILTER (e.rank >= 1) AS last_stage,
  max(e.event_date) FILTER (e.rank = 5) AS disqualified_date,
  min(e.lead_no) AS any_lead_no, min(e.lead_no) <> max(e.lead_no) AS several_leads
FROM journey_start j JOIN person_event e
  ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
GROUP BY j.person_no, j.n;

-- Journeys that took up a disqualified lead again by a new entry.
CREATE OR REPLACE TABLE journey_reopened AS
SELECT DISTINCT j.person_no, j.n
FROM returning_entry e JOIN journey_start j
  ON j.person_no = e.person_no AND e.order_key > j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
WHERE e.disqualified_on IS NOT NULL;

-- A journey is named after its earliest-created lead and takes that lead's attributes.
CREATE OR REPLACE TABLE journey_base AS
WITH candidate AS (
  SELECT s.person_no, s.n, s.any_lead_no AS lead_no FROM journey_stage s WHERE NOT s.several_leads
  UNION ALL
  SELECT j.person_no, j.n, arg_min(e.lead_no, epoch_ms(l.created_at) // 1000 * 134217728 + e.lead_no)
  FROM journey_stage s JOIN journey_start j USING (person_no, n) JOIN person_event e
    ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
  JOIN scoped_lead l ON l.lead_no = e.lead_no
  WHERE s.several_leads GROUP BY j.person_no, j.n
)
SELECT c.person_no, c.n, l.lead_id,
  CASE WHEN c.n = 1 THEN l.survivor_id ELSE l.survivor_id || '#' || c.n END AS journey_id,
  l.channel, l.segment, l.campaign, l.owner, l.fit, l.score
FROM candidate c JOIN scoped_lead l USING (lead_no);

-- Which opportunities a journey leads to; a date shortly before the lead is moved to it.
CREATE OR REPLACE TABLE journey_opportunity AS
WITH direct AS (
  SELECT s.person_no, s.n, o.opportunity_id, o.link_rank
  FROM person_opportunity o JOIN journey_stage s USING (person_no) JOIN journey_start j USING (person_no, n)
  WHERE o.created_date >= s.created_date - (SELECT backdate_days FROM definition)
    AND (j.next_date IS NULL OR o.created_date < j.next_date - (SELECT backdate_days FROM definition))
), unlinked AS (
  SELECT o.opportunity_id, o.account_id, o.created_date FROM opportunity_now o
  WHERE (SELECT account_match_days FROM definition) > 0 AND o.account_id IS NOT NULL
    AND o.opportunity_id NOT IN (SELECT opportunity_id FROM lead_opportunity)
), by_account AS (
  SELECT u.opportunity_id, arg_max({'person_no': s.person_no, 'n': s.n}, {'created': s.created_date, 'rank': -b.rank}) AS found
  FROM unlinked u
  JOIN scoped_lead l ON l.account_id = u.account_id JOIN person p ON p.lead_no = l.lead_no
  JOIN journey_stage s ON s.person_no = p.person_no
  JOIN (SELECT person_no, n, row_number() OVER (ORDER BY journey_id) AS rank FROM journey_base) b
    ON b.person_no = s.person_no AND b.n = s.n
  WHERE u.created_date - s.created_date BETWEEN 0 AND (SELECT account_match_days FROM definition)
  GROUP BY u.opportunity_id
), found AS (
  FROM direct UNION ALL SELECT found.person_no, found.n, opportunity_id, 3 FROM by_account
)
SELECT f.person_no, f.n, f.opportunity_id, f.link_rank,
  greatest(o.created_date, s.created_date) AS sourced_date, o.created_date < s.created_date AS clamped,
  o.outcome, o.close_date
FROM found f JOIN opportunity_now o USING (opportunity_id) JOIN journey_stage s ON s.person_no = f.person_no AND s.n = f.n;

-- Persons with an older opportunity that none of their journeys leads to.
CREATE OR REPLACE TABLE associated_opportunity AS
SELECT o.person_no, min(o.created_date) AS created_date, count(*) AS opportunities
FROM person_opportunity o ANTI JOIN journey_opportunity j ON j.person_no = o.person_no AND j.opportunity_id = o.opportunity_id
GROUP BY o.person_no;

CREATE OR REPLACE TABLE human_touch AS
WITH touch AS (
  SELECT l.lead_no, a.event_date FROM activity a JOIN scoped_lead l ON l.lead_id = a.lead_id
  WHERE a.direction = 'outbound' AND NOT a.is_automated
  UNION ALL
  SELECT l.lead_no, a.event_date FROM activity a JOIN scoped_lead l ON l.contact_id = a.contact_id
  WHERE a.direction = 'outbound' AND NOT a.is_automated
)
SELECT p.person_no, max(t.event_date) AS last_activity_date
FROM touch t JOIN person p USING (lead_no)
WHERE t.event_date <= (SELECT as_of FROM definition) GROUP BY p.person_no;

CREATE OR REPLACE TABLE journey AS
WITH sourced AS (
  SELECT person_no, n, count(*) AS n_opps, min(sourced_date) AS opportunity_date, bool_or(clamped) AS clamped,
    min(close_date) FILTER (outcome = 'won') AS won_date
  FROM journey_opportunity GROUP BY person_no, n
), effective AS (
  SELECT s.*, o.n_opps, o.opportunity_date, o.won_date, coalesce(o.clamped, false) AS clamped,
    greatest(s.created_date, least(s.mql_date, s.sal_date, s.sql_date, o.opportunity_date)) AS mql_effective,
    greatest(s.created_date, least(s.sal_date, s.sql_date, o.opportunity_date)) AS sal_effective,
    greatest(s.created_date, least(s.sql_date, o.opportunity_date)) AS sql_effective,
    coalesce(s.mql_date, s.sal_date, s.sql_date, o.opportunity_date) IS NOT NULL AS reached_mql,
    coalesce(s.sal_date, s.sql_date, o.opportunity_date) IS NOT NULL AS reached_sal,
    coalesce(s.sql_date, o.opportunity_date) IS NOT NULL AS reached_sql
  FROM journey_stage s LEFT JOIN sourced o USING (person_no, n)
), judged AS (
  SELECT e.*,
    CASE WHEN (SELECT anchor FROM definition) = 'created' THEN e.created_date
         WHEN e.reached_mql THEN e.mql_effective END AS anchor_date,
    CASE WHEN e.n_opps > 0 THEN 'opportunity'
         WHEN a.created_date < e.created_date - (SELECT backdate_days FROM definition) THEN 'associated_existing'
         WHEN e.last_disqualified > e.last_entry_or_progress THEN 'disqualified'
         ELSE 'open' END AS outcome
  FROM effective e LEFT JOIN associated_opportunity a USING (person_no)
)
SELECT b.journey_id, b.lead_id, j.person_no, j.n AS journey_no,
  b.channel, b.segment, b.campaign, b.owner, b.fit, b.score,
  j.created_date, j.anchor_date,
  j.anchor_date IS NOT NULL AND j.outcome <> 'associated_existing' AS in_cohort,
  j.outcome,
  CASE j.outcome WHEN 'opportunity' THEN j.opportunity_date WHEN 'disqualified' THEN j.disqualified_date END AS event_date,
  CASE WHEN j.anchor_date IS NULL OR j.outcome = 'associated_existing' THEN NULL
       ELSE greatest(0, (CASE j.outcome WHEN 'opportunity' THEN j.opportunity_date WHEN 'disqualified' THEN j.disqualified_date
                                        ELSE (SELECT as_of FROM definition) END) - j.anchor_date) END AS t_days,
  CASE WHEN j.reached_mql THEN j.mql_effective END AS mql_date,
  CASE WHEN j.reached_sal THEN j.sal_effective END AS sal_date,
  CASE WHEN j.reached_sql THEN j.sql_effective END AS sql_date,
  j.mql_cycles::INTEGER AS mql_cycles,
  CASE WHEN j.outcome = 'open' AND j.last_recycled = j.last_stage THEN 'recycled' END AS state,
  coalesce(j.n_opps, 0)::INTEGER AS n_opps,
  j.won_date,
  CASE WHEN j.won_date >= j.anchor_date THEN j.won_date - j.anchor_date WHEN j.won_date IS NOT NULL AND j.anchor_date IS NOT NULL THEN 0 END AS won_days,
  h.last_activity_date,
  list_filter([
    CASE WHEN j.clamped THEN 'clamped' END,
    CASE WHEN j.reached_mql AND j.mql_date IS NULL THEN 'imputed_mql' END,
    CASE WHEN j.mql_date > j.mql_effective THEN 'mql_adjusted' END,
    CASE WHEN j.last_recycled IS NOT NULL THEN 'recycled' END,
    CASE WHEN r.n IS NOT NULL THEN 'reopened' END
  ], flag -> flag IS NOT NULL) AS flags
FROM judged j
JOIN journey_base b USING (person_no, n)
LEFT JOIN journey_reopened r USING (person_no, n)
LEFT JOIN human_touch h USING (person_no);

DROP TABLE journey_reopened;
DROP TABLE returning_entry;
DROP TABLE human_touch;
