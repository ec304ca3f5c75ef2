-- One row a handover: a cycle of a journey that marketing handed to sales, and what sales did until the next one.
-- Instants are whole seconds since 1970-01-01T00:00Z until the last table. sla_term, segment_term, opening, owner_calendar and
-- report_offset are laid out before.

-- Every MQL event is a handover. An SAL hands over once a cycle: the first of it; before the first MQL too.
-- next_s: the next later handover of the person; two at one instant see the same attempts.
CREATE OR REPLACE TABLE handover_event AS
WITH happened AS (
  SELECT e.person_no, j.n, e.order_key, e.rank, e.event_date
  FROM person_event e JOIN journey_start j
    ON j.person_no = e.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
  WHERE e.rank IN (1, 2)
), cycle AS (
  SELECT *, count(*) FILTER (rank = 1) OVER (PARTITION BY person_no, n ORDER BY order_key) AS cycle FROM happened
), chosen AS (
  SELECT person_no, n, order_key, event_date FROM happened WHERE rank = 1 AND (SELECT source FROM sla_term) = 'mql'
  UNION ALL
  SELECT person_no, n, min(order_key), arg_min(event_date, order_key) FROM cycle
  WHERE rank = 2 AND (SELECT source FROM sla_term) = 'sal' GROUP BY person_no, n, cycle
), placed AS (
  SELECT person_no, n, order_key, event_date AS handover_date, order_key // 1073741824 - 4294967296 AS at_s FROM chosen
)
SELECT person_no, n, at_s, handover_date,
  row_number() OVER (PARTITION BY person_no, n ORDER BY order_key) AS cycle_no,
  min(at_s) OVER (PARTITION BY person_no ORDER BY at_s RANGE BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_s
FROM placed;

CREATE OR REPLACE TABLE handover_moment AS
SELECT DISTINCT person_no, n, at_s, next_s, handover_date FROM handover_event;

-- What people did with the persons handed over, by lead or by contact; one activity may say both. A note reaches nobody.
CREATE OR REPLACE TABLE person_touch AS
WITH handed AS (
  SELECT p.lead_no, p.person_no FROM person p WHERE p.person_no IN (SELECT person_no FROM handover_event)
), human AS (
  SELECT lead_id, contact_id, epoch_ms(event_at) // 1000 AS at_s, lower(trim(coalesce(type, ''))) AS type, direction, event_date AS day FROM activity
  WHERE NOT is_automated AND event_date <= (SELECT as_of FROM definition) AND direction IS DISTINCT FROM 'internal'
    AND lower(trim(coalesce(type, ''))) NOT IN ('note', 'notes')
), contact AS (
  SELECT DISTINCT l.contact_id, h.person_no FROM scoped_lead l JOIN handed h USING (lead_no) WHERE l.contact_id IS NOT NULL
)
SELECT h.person_no, a.at_s, a.type, a.direction, a.day FROM human a JOIN scoped_lead l USING (lead_id) JOIN handed h USING (lead_no)
UNION ALL
SELECT c.person_no, a.at_s, a.type, a.direction, a.day FROM human a JOIN contact c ON c.contact_id = a.contact_id;

-- Outbound touches of one type, each with the run it belongs to: touches no more than 300 seconds after the one before.
CREATE OR REPLACE TABLE attempt_run AS
WITH moment AS (
  SELECT person_no, type, at_s, min(day) AS day FROM person_touch WHERE direction = 'outbound' GROUP BY person_no, type, at_s
), gap AS (
  SELECT *, coalesce(at_s - lag(at_s) OVER type_order > 300, true) AS starts FROM moment
  WINDOW type_order AS (PARTITION BY person_no, type ORDER BY at_s)
)
SELECT person_no, type, at_s, day, count(*) FILTER (starts) OVER (PARTITION BY person_no, type ORDER BY at_s) AS run FROM gap;

-- The first touch of a run is an attempt, and so is each next one more than 300 seconds after the attempt before it.
CREATE OR REPLACE TABLE person_attempt AS
WITH RECURSIVE span AS (
  SELECT person_no, type, run, min(at_s) AS first_s, max(at_s) AS last_s, min(day) AS day FROM attempt_run GROUP BY person_no, type, run
), long_run AS (
  SELECT r.* FROM attempt_run r JOIN span s USING (person_no, type, run) WHERE s.last_s - s.first_s > 300
), later (person_no, type, run, at_s, day) AS (
  SELECT person_no, type, run, min(at_s), min(day) FROM long_run GROUP BY person_no, type, run
  UNION ALL
  SELECT l.person_no, l.type, l.run, min(r.at_s), min(r.day)
  FROM later l JOIN long_run r USING (person_no, type, run) WHERE r.at_s > l.at_s + 300 GROUP BY l.person_no, l.type, l.run
)
SELECT person_no, type, at_s, day FROM later
UNION ALL
SELECT person_no, type, first_s, day FROM span WHERE last_s - first_s <= 300;

DROP TABLE attempt_run;

CREATE OR REPLACE TABLE handover_attempt AS
SELECT h.person_no, h.at_s,
  min(a.at_s) FILTER (a.at_s >= h.at_s) AS first_s,
  bool_or(a.at_s < h.at_s) AS pre_handover,
  count(*) FILTER (a.at_s >= h.at_s AND a.at_s < h.at_s + (SELECT attempt_s FROM sla_term)) AS attempts
FROM handover_moment h JOIN person_attempt a
  ON a.person_no = h.person_no AND a.at_s >= h.at_s - 86400 AND (h.next_s IS NULL OR a.at_s < h.next_s)
GROUP BY h.person_no, h.at_s;

-- What ends the duty to try: a two-way contact (an inbound touch, a meeting), a disqualification, recycling; see also
-- opportunities below.
CREATE OR REPLACE TABLE handover_contact AS
SELECT h.person_no, h.at_s,
  min(c.at_s) AS stop_s, min(c.at_s) FILTER (h.next_s IS NULL OR c.at_s < h.next_s) AS contact_s
FROM handover_moment h JOIN person_touch c ON c.person_no = h.person_no AND c.at_s >= h.at_s
WHERE c.direction = 'inbound' OR c.type = 'meeting'
GROUP BY h.person_no, h.at_s;

CREATE OR REPLACE TABLE handover_exit AS
SELECT h.person_no, h.at_s, min(e.order_key) // 1073741824 - 4294967296 AS exit_s
FROM handover_moment h JOIN journey_start j USING (person_no, n) JOIN person_event e
  ON e.person_no = h.person_no AND e.rank IN (4, 5) AND e.order_key >= (h.at_s + 4294967296) * 1073741824
  AND (j.next_key IS NULL OR e.order_key < j.next_key)
GROUP BY h.person_no, h.at_s;

DROP TABLE person_touch;

-- Business seconds are counted from the first opening of a calendar; before it there are none.
CREATE OR REPLACE TABLE calendar_now AS
SELECT o.calendar_no, sum(least(t.as_of_s, o.close_s) - o.open_s)::BIGINT AS passed_s
FROM opening o, sla_term t WHERE o.open_s <= t.as_of_s GROUP BY o.calendar_no;

CREATE OR REPLACE TABLE handover_clock AS
WITH planned AS (
  SELECT h.person_no, h.n, h.at_s, h.next_s, coalesce(c.calendar_no, 0) AS calendar_no,
    a.first_s, coalesce(a.pre_handover, false) AS pre_handover, coalesce(a.attempts, 0) AS attempts, t.as_of_s,
    coalesce(s.response_s, t.response_s) AS response_s, coalesce(s.attempts, t.attempts) AS attempts_owed
  FROM handover_moment h CROSS JOIN sla_term t
  JOIN journey j ON j.person_no = h.person_no AND j.journey_no = h.n
  LEFT JOIN handover_attempt a ON a.person_no = h.person_no AND a.at_s = h.at_s
  LEFT JOIN owner_calendar c ON c.owner = j.owner
  LEFT JOIN segment_term s ON s.segment = j.segment
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

-- Opportunities have days: one of the local day of the deadline had come by it, one of the last local day of the attempt
-- period ends the duty to try. opp_date: the first sourced one on or after the day of the handover.
CREATE OR REPLACE TABLE handover_opportunity AS
WITH ending AS (
  SELECT c.person_no, c.n, c.at_s, DATE '1970-01-01' + ((c.at_s + t.attempt_s - 1 + o.offset_s) // 86400)::INTEGER AS last_day, c.deadline_s
  FROM handover_clock c CROSS JOIN sla_term t ASOF JOIN report_offset o ON c.at_s + t.attempt_s - 1 >= o.from_s
), due AS (
  SELECT e.*, DATE '1970-01-01' + ((e.deadline_s + o.offset_s) // 86400)::INTEGER AS deadline_day
  FROM ending e ASOF LEFT JOIN report_offset o ON e.deadline_s >= o.from_s
)
SELECT h.person_no, h.at_s,
  min(j.sourced_date) FILTER (j.sourced_date >= h.handover_date) AS opp_date,
  bool_or(j.sourced_date BETWEEN h.handover_date AND d.last_day) AS is_stop,
  coalesce(bool_or(j.sourced_date <= d.deadline_day), false) AS is_by_deadline
FROM handover_moment h JOIN due d ON d.person_no = h.person_no AND d.at_s = h.at_s
JOIN journey_opportunity j ON j.person_no = h.person_no AND j.n = h.n
GROUP BY h.person_no, h.at_s;

-- Handovers whose lead stood disqualified at the deadline: no entry or progress had come after it.
CREATE OR REPLACE TABLE handover_disqualified AS
SELECT c.person_no, c.at_s
FROM handover_clock c JOIN handover_exit x ON x.person_no = c.person_no AND x.at_s = c.at_s AND x.exit_s <= c.deadline_s
JOIN journey_start j ON j.person_no = c.person_no AND j.n = c.n
JOIN person_event e ON e.person_no = c.person_no AND e.rank <> 4
  AND e.order_key >= (c.at_s + 4294967296) * 1073741824 AND e.order_key < (c.deadline_s + 4294967297) * 1073741824
  AND (j.next_key IS NULL OR e.order_key < j.next_key)
GROUP BY c.person_no, c.at_s HAVING arg_max(e.rank, e.order_key) = 5;

-- needed_minutes: the smallest whole promise that the response keeps; due_minutes: the largest whole promise that is due.
-- watched_*: how long the handover was watched, to the next one or the as-of instant. A deadline that is never reached is null.
CREATE OR REPLACE TABLE handover AS
WITH timed AS (
  SELECT c.*, h.handover_date, h.cycle_no, k.contact_s, t.attempt_s,
    coalesce(least(k.stop_s, x.exit_s) < c.at_s + t.attempt_s, false) AS is_stopped,
    pre_handover OR first_s IS NOT NULL AS is_contacted,
    CASE WHEN pre_handover THEN 0 ELSE answered_s - begun_s END AS answer_s,
    h.at_s + l.offset_s AS local_s
  FROM handover_event h CROSS JOIN sla_term t
  JOIN handover_clock c ON c.person_no = h.person_no AND c.at_s = h.at_s
  LEFT JOIN handover_contact k ON k.person_no = h.person_no AND k.at_s = h.at_s
  LEFT JOIN handover_exit x ON x.person_no = h.person_no AND x.at_s = h.at_s
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
  t.attempts::INTEGER AS attempts, t.is_stopped OR coalesce(o.is_stop, false) AS attempt_stop,
  t.at_s + t.attempt_s <= t.as_of_s AS attempts_due,
  t.attempts >= t.attempts_owed OR t.is_stopped OR coalesce(o.is_stop, false) AS attempts_ok,
  CASE WHEN t.deadline_s IS NULL OR t.as_of_s < t.deadline_s THEN CASE WHEN t.is_contacted THEN 'pending_met' ELSE 'pending' END
       WHEN t.pre_handover OR t.first_s <= t.deadline_s THEN 'met' ELSE 'breached' END AS status,
  make_timestamp(t.contact_s * 1000000) AS contact_at, o.opp_date,
  coalesce(o.is_by_deadline, false) OR d.at_s IS NOT NULL AS ended_by_deadline,
  j.outcome = 'open' AND j.state IS NULL AS is_open
FROM timed t
JOIN journey j ON j.person_no = t.person_no AND j.journey_no = t.n
LEFT JOIN handover_opportunity o ON o.person_no = t.person_no AND o.at_s = t.at_s
LEFT JOIN handover_disqualified d ON d.person_no = t.person_no AND d.at_s = t.at_s;

DROP TABLE handover_clock;
DROP TABLE handover_event;
DROP TABLE handover_moment;
DROP TABLE handover_contact;
DROP TABLE handover_exit;
DROP TABLE handover_opportunity;
DROP TABLE handover_disqualified;
