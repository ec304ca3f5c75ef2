import type { AnswerOf } from '../../src/sql/question.ts';
import { question } from '../../src/sql/question.ts';
import {
  boolean,
  number,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  texts,
} from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';

/** Every journey as the reference cases list it. */
export const journeyRows = question(
  sql`
    WITH sourced AS (
      SELECT o.person_no, o.n, list(o.opportunity_id ORDER BY p.created_date, o.opportunity_id) AS ids
      FROM journey_opportunity o JOIN opportunity_now p USING (opportunity_id) GROUP BY ALL
    ), member AS (
      SELECT j.person_no, j.n, list(DISTINCT l.lead_id ORDER BY l.lead_id) AS ids
      FROM journey_start j JOIN person_event e
        ON e.person_no = j.person_no AND e.order_key >= j.start_key AND (j.next_key IS NULL OR e.order_key < j.next_key)
      JOIN scoped_lead l USING (lead_no) GROUP BY ALL
    )
    SELECT journey_id, m.ids AS lead_ids, channel, created_date, anchor_date, in_cohort, outcome, event_date,
      t_days::DOUBLE AS t_days, mql_cycles::DOUBLE AS mql_cycles, state, coalesce(s.ids, []) AS opportunity_ids, flags,
      won_days::DOUBLE AS first_won_days
    FROM journey j JOIN member m ON m.person_no = j.person_no AND m.n = j.journey_no
    LEFT JOIN sourced s ON s.person_no = j.person_no AND s.n = j.journey_no
    ORDER BY journey_id`,
  {
    journey_id: text,
    lead_ids: texts,
    channel: text,
    created_date: optionalDay,
    anchor_date: optionalDay,
    in_cohort: boolean,
    outcome: text,
    event_date: optionalDay,
    t_days: optionalNumber,
    mql_cycles: number,
    state: optionalText,
    opportunity_ids: texts,
    flags: texts,
    first_won_days: optionalNumber,
  },
);

export type JourneyRow = AnswerOf<typeof journeyRows>[number];

/** Every opportunity as the reference cases list it. */
export const opportunityRows = question(
  sql`SELECT opportunity_id, journey_id AS sourcing_journey, channel, outcome, created_date, close_date, t_days::DOUBLE AS t_days
      FROM opp ORDER BY opportunity_id`,
  {
    opportunity_id: text,
    sourcing_journey: optionalText,
    channel: text,
    outcome: text,
    created_date: optionalDay,
    close_date: optionalDay,
    t_days: optionalNumber,
  },
);

/** Ids left out of every metric. */
export const excludedRows = question(sql`SELECT lead_id FROM excluded_lead ORDER BY lead_id`, {
  lead_id: text,
});
