-- Where each buying attempt of a person starts. Almost every person has one; only the rest is worked out step by step.

CREATE OR REPLACE TABLE person_span AS
SELECT person_no,
  min(order_key) FILTER (rank <= 1) AS first_entry, max(order_key) FILTER (rank <= 1) AS last_entry,
  min(event_date) FILTER (rank <= 1) AS first_entry_date, max(event_date) FILTER (rank <= 1) AS last_entry_date,
  min(order_key) FILTER (rank = 5) AS first_disqualified
FROM person_event GROUP BY person_no;

-- Persons who entered again after a disqualification, or long after their first entry. An opportunity dated back before
-- an entry may have closed before it too, so the gap can be shorter by backdate_days.
CREATE OR REPLACE TABLE returning_event AS
SELECT e.person_no, e.order_key, e.rank, e.event_date,
  lag(e.rank) OVER person_order AS previous_rank,
  lag(e.event_date) OVER person_order AS previous_date,
  min(e.event_date) FILTER (e.rank = 0) OVER onward AS created_from,
  min(e.order_key) FILTER (e.rank = 0) OVER onward AS created_key
FROM person_event e JOIN person_span s USING (person_no)
WHERE e.rank <> 4 AND e.order_key >= s.first_entry
  AND (s.first_disqualified < s.last_entry
    OR s.last_entry_date - s.first_entry_date >= (SELECT reentry_days - backdate_days FROM definition))
WINDOW person_order AS (PARTITION BY e.person_no ORDER BY e.order_key),
  onward AS (person_order ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING);

-- disqualified_on: the day of the disqualification in force just before this entry.
CREATE OR REPLACE TABLE returning_entry AS
SELECT person_no, order_key, event_date, created_from, created_key,
  CASE WHEN previous_rank = 5 THEN previous_date END AS disqualified_on
FROM returning_event WHERE rank <= 1;

DROP TABLE returning_event;

-- A later entry opens a new journey when the current one had been closed for reentry_days: all its opportunities
-- created by then won or lost or, without any, disqualified.
CREATE OR REPLACE TABLE journey_start AS
WITH RECURSIVE start (person_no, n, start_key, start_date, created_from, created_key) AS (
  SELECT s.person_no, 1, s.first_entry, s.first_entry_date, e.created_from, e.created_key
  FROM person_span s LEFT JOIN returning_entry e ON e.person_no = s.person_no AND e.order_key = s.first_entry
  WHERE s.first_entry IS NOT NULL
  UNION ALL
  SELECT person_no, n + 1, min(order_key), arg_min(event_date, order_key), arg_min(next_created_from, order_key), arg_min(next_created_key, order_key)
  FROM (
    SELECT s.person_no, s.n, e.order_key, e.event_date, e.created_from AS next_created_from, e.created_key AS next_created_key, e.disqualified_on,
      count(o.opportunity_id) AS opportunities,
      count(o.opportunity_id) FILTER (o.close_date <= e.event_date) AS closed,
      max(o.close_date) AS last_closed
    FROM start s
    JOIN returning_entry e ON e.person_no = s.person_no AND e.order_key > s.start_key
    LEFT JOIN person_opportunity o ON o.person_no = s.person_no
      AND o.created_date >= (CASE WHEN s.created_key < e.order_key THEN s.created_from ELSE s.start_date END) - (SELECT backdate_days FROM definition)
      AND o.created_date <= e.event_date
    WHERE e.event_date - s.start_date >= (SELECT reentry_days - backdate_days FROM definition)
    GROUP BY ALL
  )
  WHERE CASE WHEN opportunities > 0 THEN closed = opportunities AND event_date - last_closed >= (SELECT reentry_days FROM definition)
             ELSE event_date - disqualified_on >= (SELECT reentry_days FROM definition) END
  GROUP BY person_no, n
)
SELECT person_no, n, start_key, start_date,
  lead(start_key) OVER person_order AS next_key, lead(start_date) OVER person_order AS next_date
FROM start WINDOW person_order AS (PARTITION BY person_no ORDER BY n);

DROP TABLE person_span;
