import { question } from '../../src/sql/question.ts';
import {
  boolean,
  optionalDay,
  optionalNumber,
  optionalText,
  text,
  type RowOf,
} from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';

/** Every journey as the model holds it, to be counted again. */
export const journeyFactRows = question(
  sql`SELECT journey_id, channel, segment, campaign, owner, fit, score, created_date::TEXT AS created_date, anchor_date, in_cohort, outcome, event_date,
      t_days::DOUBLE AS t_days, won_date, won_days::DOUBLE AS won_days, state, last_activity_date FROM journey`,
  {
    journey_id: text,
    channel: text,
    segment: text,
    campaign: text,
    owner: text,
    fit: optionalNumber,
    score: optionalNumber,
    created_date: text,
    anchor_date: optionalDay,
    in_cohort: boolean,
    outcome: text,
    event_date: optionalDay,
    t_days: optionalNumber,
    won_date: optionalDay,
    won_days: optionalNumber,
    state: optionalText,
    last_activity_date: optionalDay,
  },
);

/** Every opportunity as the model holds it, to be counted again. */
export const opportunityFactRows = question(
  sql`SELECT opportunity_id, journey_id, channel, segment, created_date::TEXT AS created_date, close_date, outcome,
      t_days::DOUBLE AS t_days, amount_minor, amount_created_minor FROM opp`,
  {
    opportunity_id: text,
    journey_id: optionalText,
    channel: text,
    segment: text,
    created_date: text,
    close_date: optionalDay,
    outcome: text,
    t_days: optionalNumber,
    amount_minor: optionalNumber,
    amount_created_minor: optionalNumber,
  },
);

export type JourneyFact = RowOf<typeof journeyFactRows.rows>;
export type OpportunityFact = RowOf<typeof opportunityFactRows.rows>;
