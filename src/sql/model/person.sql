-- Leads that count at the as-of day, each with its survivor after merges and the person it belongs to.
-- lead_no numbers leads in the order of their ids, so that it can stand for the id wherever a tie is broken.

CREATE OR REPLACE VIEW present_lead AS
SELECT * FROM lead WHERE created_date <= (SELECT as_of FROM definition);

-- Merges are followed while the record merged into exists; chains longer than 50 are circles.
CREATE OR REPLACE TABLE lead_survivor AS
WITH RECURSIVE merge AS (
  SELECT l.lead_id, s.lead_id AS survivor_id FROM present_lead l JOIN present_lead s ON s.lead_id = l.merged_into
), chain (lead_id, survivor_id, hops) AS (
  SELECT lead_id, survivor_id, 1 FROM merge
  UNION ALL
  SELECT c.lead_id, m.survivor_id, c.hops + 1 FROM chain c JOIN merge m ON m.lead_id = c.survivor_id WHERE c.hops < 50
)
SELECT lead_id, arg_max(survivor_id, hops) AS survivor_id FROM chain GROUP BY lead_id;

CREATE OR REPLACE TABLE excluded_lead AS
WITH outcast AS (
  SELECT lead_id FROM present_lead WHERE (is_deleted AND merged_into IS NULL) OR exclusion IS NOT NULL
)
SELECT l.lead_id, l.created_date
FROM present_lead l LEFT JOIN lead_survivor s USING (lead_id)
WHERE l.lead_id IN (FROM outcast) OR s.survivor_id IN (FROM outcast);

CREATE OR REPLACE TABLE scoped_lead AS
SELECT
  row_number() OVER (ORDER BY l.lead_id)::BIGINT AS lead_no,
  l.lead_id,
  coalesce(s.survivor_id, l.lead_id) AS survivor_id,
  nullif(l.contact_id, '') AS contact_id,
  nullif(l.account_id, '') AS account_id,
  nullif(lower(trim(l.email)), '') AS email,
  l.created_at, l.created_date,
  CASE WHEN trim(l.channel) <> '' THEN l.channel ELSE '(blank)' END AS channel,
  CASE WHEN trim(l.segment) <> '' THEN l.segment ELSE '(blank)' END AS segment,
  CASE WHEN trim(l.campaign) <> '' THEN l.campaign ELSE '(blank)' END AS campaign,
  CASE WHEN trim(l.owner_id) <> '' THEN l.owner_id ELSE '(blank)' END AS owner,
  l.status_stage, l.fit, l.score
FROM present_lead l LEFT JOIN lead_survivor s USING (lead_id)
WHERE l.lead_id NOT IN (SELECT lead_id FROM excluded_lead);

-- Leads that share a survivor, a contact or an address are one person. Only keys held by two or more leads matter.
CREATE OR REPLACE TABLE person_edge AS
WITH key AS (
  SELECT lead_no, 's' || survivor_id AS key FROM scoped_lead
  WHERE lead_id IN (SELECT lead_id FROM lead_survivor) OR lead_id IN (SELECT survivor_id FROM lead_survivor)
  UNION ALL SELECT lead_no, 'c' || contact_id FROM scoped_lead WHERE contact_id IS NOT NULL
  UNION ALL SELECT lead_no, 'e' || email FROM scoped_lead WHERE email IS NOT NULL
), hub AS (
  SELECT key, min(lead_no) AS lead_no FROM key GROUP BY key HAVING count(*) > 1
), spoke AS (
  SELECT DISTINCT hub.lead_no AS a, key.lead_no AS b FROM hub JOIN key USING (key) WHERE key.lead_no <> hub.lead_no
)
SELECT a, b FROM spoke UNION ALL SELECT b, a FROM spoke;

-- Connected components: every lead takes the smallest lead_no that can be reached.
CREATE OR REPLACE TABLE person AS
WITH RECURSIVE component (lead_no, person_no) USING KEY (lead_no) AS (
  SELECT DISTINCT a, a FROM person_edge
  UNION
  SELECT e.b, min(c.person_no)
  FROM component c JOIN person_edge e ON e.a = c.lead_no JOIN recurring.component r ON r.lead_no = e.b
  WHERE c.person_no < r.person_no
  GROUP BY e.b
)
SELECT l.lead_no, coalesce(c.person_no, l.lead_no) AS person_no
FROM scoped_lead l LEFT JOIN component c USING (lead_no);

DROP TABLE person_edge;
DROP TABLE lead_survivor;
