-- One row a handover: a cycle of a journey that marketing handed to sales, and what sales did until the next one.
-- Instants are whole seconds since 1970-01-01T00:00Z until the last table. sla_term, opening, owner_calendar and
-- report_offset are laid out before.

-- MQL events of one person at one instant are one handover. An SAL hands over once a cycle: the first of it; before the first MQL too.
CREATE OR REPLACE TABLE handover_event AS
WITH happened AS (
  SELECT e.person_no, j.n, e.order_key, e.rank, e.event_date, e.order_key // 1073741824 - 4294967296 AS at_s
  FROM person_event e JOIN journey_start j
    ON j.person_no = e.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
  WHERE e.rank IN (1, 2)
), cycle AS (
  SELECT *, count(*) FILTER (rank = 1) OVER (PARTITION BY person_no, n ORDER BY order_key) AS cycle FROM happened
), chosen AS (
  SELECT person_no, n, at_s, min(event_date) AS handover_date FROM happened
  WHERE rank = 1 AND (SELECT source FROM sla_term) = 'mql' GROUP BY person_no, n, at_s
  UNION ALL
  SELECT person_no, n, min(at_s), arg_min(event_date, order_key) FROM cycle
  WHERE rank = 2 AND (SELECT source FROM sla_term) = 'sal' GROUP BY person_no, n, cycle
)
SELECT person_no, n, at_s, handover_date,
  row_number() OVER (PARTITION BY person_no, n ORDER BY at_s) AS cycle_no,
  lead(at_s) OVER (PARTITION BY person_no ORDER BY at_s) AS next_s
FROM chosen;

-- What people did with the persons handed over, by lead or by contact; one activity may say both.
CREATE OR REPLACE TABLE person_touch AS
WITH handed AS (
  SELECT p.lead_no, p.person_no FROM person p WHERE p.person_no IN (SELECT person_no FROM handover_event)
), human AS (
  SELECT lead_id, contact_id, epoch_ms(event_at) // 1000 AS at_s, lower(trim(coalesce(type, ''))) AS type, direction FROM activity
  WHERE NOT is_automated AND event_date <= (SELECT as_of FROM definition) AND direction IN ('outbound', 'inbound')
), contact AS (
  SELECT DISTINCT l.contact_id, h.person_no FROM scoped_lead l JOIN handed h USING (lead_no) WHERE l.contact_id IS NOT NULL
)
SELECT h.person_no, a.at_s, a.type, a.direction FROM human a JOIN scoped_lead l USING (lead_id) JOIN handed h USING (lead_no)
UNION ALL
SELECT c.person_no, a.at_s, a.type, a.direction FROM human a JOIN contact c ON c.contact_id = a.contact_id;

-- Outbound touches of one type, each with the run it belongs to: touches no more than 300 seconds after the one before.
CREATE OR REPLACE TABLE attempt_run AS
WITH moment AS (
  SELECT DISTINCT person_no, type, at_s FROM person_touch WHERE direction = 'outbound'
), gap AS (
  SELECT *, coalesce(at_s - lag(at_s) OVER type_order > 300, true) AS starts FROM moment
  WINDOW type_order AS (PARTITION BY person_no, type ORDER BY at_s)
)
SELECT person_no, type, at_s, count(*) FILTER (starts) OVER (PARTITION BY person_no, type ORDER BY at_s) AS run FROM gap;

-- The first touch of a run is an attempt, and so is each next one more than 300 seconds after the attempt before it.
CREATE OR REPLACE TABLE person_attempt AS
WITH RECURSIVE span AS (
  SELECT person_no, type, run, min(at_s) AS first_s, max(at_s) AS last_s FROM attempt_run GROUP BY person_no, type, run
), long_run AS (
  SELECT r.* FROM attempt_run r JOIN span s USING (person_no, type, run) WHERE s.last_s - s.first_s > 300
), later (person_no, type, run, at_s) AS (
  SELECT person_no, type, run, min(at_s) FROM long_run GROUP BY person_no, type, run
  UNION ALL
  SELECT l.person_no, l.type, l.run, min(r.at_s)
  FROM later l JOIN long_run r USING (person_no, type, run) WHERE r.at_s > l.at_s + 300 GROUP BY l.person_no, l.type, l.run
)
SELECT person_no, type, at_s FROM later
UNION ALL
SELECT person_no, type, first_s FROM span WHERE last_s - first_s <= 300;

DROP TABLE attempt_run;

-- What ends the duty to try: a two-way contact (an inbound touch, a meeting), an opportunity, a disqualification, recycling.
CREATE OR REPLACE TABLE stop_event AS
SELECT person_no, at_s, 'contact' AS kind FROM person_touch WHERE direction = 'inbound' OR type = 'meeting'
UNION ALL
SELECT person_no, order_key // 1073741824 - 4294967296, CASE rank WHEN 4 THEN 'recycled' ELSE 'disqualified' END
FROM person_event WHERE rank IN (4, 5)
UNION ALL
SELECT j.person_no, epoch_ms(o.created_at) // 1000, 'opportunity'
FROM (SELECT DISTINCT person_no, opportunity_id FROM journey_opportunity) j JOIN opportunity o USING (opportunity_id);

DROP TABLE person_touch;

CREATE OR REPLACE TABLE handover_attempt AS
SELECT h.person_no, h.at_s,
  min(a.at_s) FILTER (a.at_s >= h.at_s) AS first_s,
  bool_or(a.at_s < h.at_s) AS pre_handover,
  count(*) FILTER (a.at_s >= h.at_s AND a.at_s < h.at_s + (SELECT attempt_s FROM sla_term)) AS attempts
FROM handover_event h JOIN person_attempt a
  ON a.person_no = h.person_no AND a.at_s >= h.at_s - 86400 AND (h.next_s IS NULL OR a.at_s < h.next_s)
GROUP BY h.person_no, h.at_s;

CREATE OR REPLACE TABLE handover_stop AS
SELECT h.person_no, h.at_s,
  bool_or(s.at_s < h.at_s + (SELECT attempt_s FROM sla_term)) AS attempt_stop,
  min(s.at_s) FILTER (s.kind = 'contact' AND (h.next_s IS NULL OR s.at_s < h.next_s)) AS contact_s,
  min(s.at_s) FILTER (s.kind = 'disqualified') AS disqualified_s
FROM handover_event h JOIN stop_event s ON s.person_no = h.person_no AND s.at_s >= h.at_s
GROUP BY h.person_no, h.at_s;

DROP TABLE stop_event;

-- first_opportunity_s: when the journey had an opportunity at all; opp_date: the first one on or after the day of the handover.
CREATE OR REPLACE TABLE handover_opportunity AS
SELECT h.person_no, h.at_s,
  min(epoch_ms(o.created_at) // 1000) AS first_opportunity_s,
  min(j.sourced_date) FILTER (j.sourced_date >= h.handover_date) AS opp_date
FROM handover_event h JOIN journey_opportunity j ON j.person_no = h.person_no AND j.n = h.n
JOIN opportunity o USING (opportunity_id)
GROUP BY h.person_no, h.at_s;

-- Business seconds are counted from the first opening of a calendar; before it there are none.
CREATE OR REPLACE TABLE calendar_now AS
SELECT o.calendar_no, sum(least(t.as_of_s, o.close_s) - o.open_s)::BIGINT AS passed_s
FROM opening o, sla_term t WHERE o.open_s <= t.as_of_s GROUP BY o.calendar_no;

CREATE OR REPLACE TABLE handover_clock AS
WITH planned AS (
  SELECT h.person_no, h.n, h.at_s, h.next_s, coalesce(c.calendar_no, 0) AS calendar_no,
    a.first_s, coalesce(a.pre_handover, false) AS pre_handover, coalesce(a.attempts, 0) AS attempts, t.as_of_s, t.response_s
  FROM handover_event h CROSS JOIN sla_term t
  JOIN journey j ON j.person_no = h.person_no AND j.journey_no = h.n
  LEFT JOIN handover_attempt a ON a.person_no = h.person_no AND a.at_s = h.at_s
  LEFT JOIN owner_calendar c ON c.owner = j.owner
), begun AS (
  SELECT p.*, coalesce(o.before_s + least(p.at_s, o.close_s) - o.open_s, 0) AS begun_s
  FROM planned p ASOF LEFT JOIN opening o ON o.calendar_no = p.calendar_no AND p.at_s >= o.open_s
), answered AS (
  SELECT b.*, CASE WHEN b.first_s IS NOT NULL THEN coalesce(o.before_s + least(b.first_s, o.close_s) - o.open_s, 0) END AS answered_s,
    -- The business time of this attempt had passed before it: nobody had opened since.
    b.first_s > b.at_s AND coalesce(b.first_s > o.close_s OR b.first_s = o.open_s, true) AS is_outside
  FROM begun b ASOF LEFT JOIN opening o ON o.calendar_no = b.calendar_no AND b.first_s >= o.open_s
), superseded AS (
  SELECT a.*, CASE WHEN a.next_s IS NOT NULL THEN coalesce(o.before_s + least(a.next_s, o.close_s) - o.open_s, 0) END AS superseded_s
  FROM answered a ASOF LEFT JOIN opening o ON o.calendar_no = a.calendar_no AND a.next_s >= o.open_s
)
SELECT s.*, coalesce(n.passed_s, 0) AS passed_s,
  CASE WHEN s.response_s = 0 THEN s.at_s
       WHEN s.begun_s + s.response_s <= o.before_s + o.close_s - o.open_s THEN o.open_s + s.begun_s + s.response_s - o.before_s END AS deadline_s
FROM superseded s LEFT JOIN calendar_now n USING (calendar_no)
ASOF LEFT JOIN opening o ON o.calendar_no = s.calendar_no AND s.begun_s + s.response_s > o.before_s;

DROP TABLE handover_attempt;
DROP TABLE calendar_now;

-- needed_minutes: the smallest whole promise that the response keeps; due_minutes: the largest whole promise that is due.
-- watched_*: how long the handover was watched, to the next one or the as-of instant. A deadline that is never reached is null.
CREATE OR REPLACE TABLE handover AS
WITH timed AS (
  SELECT c.*, h.handover_date, h.cycle_no,
    pre_handover OR first_s IS NOT NULL AS is_contacted,
    CASE WHEN pre_handover THEN 0 ELSE answered_s - begun_s END AS answer_s,
    h.at_s + l.offset_s AS local_s
  FROM handover_clock c JOIN handover_event h ON h.person_no = c.person_no AND h.at_s = c.at_s
  ASOF JOIN report_offset l ON h.at_s >= l.from_s
)
SELECT j.journey_id || '/' || t.cycle_no AS handover_id, j.journey_id, j.lead_id, t.person_no, t.cycle_no::INTEGER AS cycle_no,
  j.owner, j.channel, j.segment, j.campaign,
  make_timestamp(t.at_s * 1000000) AS handover_at, t.handover_date,
  isodow(t.handover_date)::INTEGER AS arrival_weekday, (t.local_s % 86400 // 3600)::INTEGER AS arrival_hour,
  t.local_s % 86400 = 0 AS is_day_only,
  make_timestamp(t.deadline_s * 1000000) AS deadline_at,
  make_timestamp(t.first_s * 1000000) AS first_attempt_at, t.pre_handover, t.is_contacted,
  t.answer_s / 60 AS response_bmin,
  CASE WHEN t.pre_handover THEN 0 ELSE (t.first_s - t.at_s) / 60 END AS response_minutes,
  ceil((t.answer_s + CASE WHEN t.is_outside AND NOT t.pre_handover THEN 0.5 ELSE 0 END) / 60)::INTEGER AS needed_minutes,
  ((t.passed_s - t.begun_s) // 60)::INTEGER AS due_minutes,
  (coalesce(t.superseded_s, t.passed_s) - t.begun_s) / 60 AS watched_bmin,
  (least(t.next_s, t.as_of_s) - t.at_s) / 60 AS watched_minutes,
  make_timestamp(t.next_s * 1000000) AS next_handover_at,
  t.attempts::INTEGER AS attempts, coalesce(s.attempt_stop, false) AS attempt_stop,
  t.at_s + m.attempt_s <= t.as_of_s AS attempts_due,
  t.attempts >= m.attempts OR coalesce(s.attempt_stop, false) AS attempts_ok,
  CASE WHEN t.deadline_s IS NULL OR t.as_of_s < t.deadline_s THEN CASE WHEN t.is_contacted THEN 'pending_met' ELSE 'pending' END
       WHEN t.pre_handover OR t.first_s <= t.deadline_s THEN 'met' ELSE 'breached' END AS status,
  make_timestamp(s.contact_s * 1000000) AS contact_at,
  make_timestamp(o.first_opportunity_s * 1000000) AS first_opportunity_at, o.opp_date,
  coalesce(o.first_opportunity_s <= t.deadline_s OR s.disqualified_s <= t.deadline_s, false) AS ended_by_deadline,
  j.outcome = 'open' AND j.state IS NULL AS is_open
FROM timed t CROSS JOIN sla_term m
JOIN journey j ON j.person_no = t.person_no AND j.journey_no = t.n
LEFT JOIN handover_stop s ON s.person_no = t.person_no AND s.at_s = t.at_s
LEFT JOIN handover_opportunity o ON o.person_no = t.person_no AND o.at_s = t.at_s;

DROP TABLE handover_clock;
DROP TABLE handover_event;
DROP TABLE handover_stop;
DROP TABLE handover_opportunity;
