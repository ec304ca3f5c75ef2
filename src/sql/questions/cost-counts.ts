import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, optionalText, text } from '../row-spec.ts';
import { sql, type Sql } from '../sql.ts';
import { where } from '../where.ts';

/** What was spent in the months of a period, first and last month included; `YYYY-MM-DD`, any day of the month. */
export interface CostPeriod {
  readonly from: string;
  readonly to: string;
}

/**
 * Money spent in whole months, by channel, segment and currency. A row without a segment has a null one, and one without
 * an amount says nothing of the money: `rows` counts it, `amounts` does not.
 */
export const campaignCosts = ({ from, to }: CostPeriod) =>
  question(
    sql`SELECT CASE WHEN trim(channel) <> '' THEN channel ELSE '(blank)' END AS channel,
        CASE WHEN trim(segment) <> '' THEN segment END AS segment, nullif(trim(currency), '') AS currency,
        count(*)::DOUBLE AS rows, count(cost_minor)::DOUBLE AS amounts, coalesce(sum(cost_minor), 0)::DOUBLE AS cost_minor
      FROM campaign_cost
      WHERE month >= date_trunc('month', ${from}::DATE)::DATE
        AND month < (date_trunc('month', ${to}::DATE)::DATE + to_months(1))::DATE
      GROUP BY ALL ORDER BY ALL`,
    {
      channel: text,
      segment: optionalText,
      currency: optionalText,
      rows: number,
      amounts: number,
      cost_minor: number,
    },
  );

/**
 * What came by now of the leads anchored in the filter's period, by channel: opportunities and deals that these leads
 * sourced, whenever they were created or closed, each counted once.
 */
export const cohortResults = (filter: Filter) =>
  question(
    sql`WITH cohort AS (
        SELECT journey_id, channel FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
      ), led AS (
        SELECT channel, count(*) AS leads FROM cohort GROUP BY channel
      ), sourced AS (
        SELECT c.channel, count(*) AS opportunities, count(*) FILTER (o.outcome = 'won') AS won,
          count(amount_minor) FILTER (o.outcome = 'won') AS won_with_amount, sum(amount_minor) FILTER (o.outcome = 'won') AS won_minor
        FROM opp o JOIN cohort c USING (journey_id) GROUP BY c.channel
      )
      SELECT channel, leads::DOUBLE AS leads, coalesce(opportunities, 0)::DOUBLE AS opportunities, coalesce(won, 0)::DOUBLE AS won,
        coalesce(won_with_amount, 0)::DOUBLE AS won_with_amount, coalesce(won_minor, 0)::DOUBLE AS won_minor
      FROM led LEFT JOIN sourced USING (channel) ORDER BY channel`,
    {
      channel: text,
      leads: number,
      opportunities: number,
      won: number,
      won_with_amount: number,
      won_minor: number,
    },
  );

/**
 * What was booked in the filter's period, by channel: opportunities created and deals closed in it, whoever's they are.
 * The values of the filter are bound once: the engine's stack bears no three lists of long values.
 */
export const bookedResults = (filter: Filter) => {
  const during = (day: Sql): Sql => where({ ...filter, values: {} }, day);
  return question(
    sql`SELECT channel, (count(*) FILTER (${during(sql`created_date`)}))::DOUBLE AS opportunities,
        (count(*) FILTER (outcome = 'won' AND ${during(sql`close_date`)}))::DOUBLE AS won,
        (count(amount_minor) FILTER (outcome = 'won' AND ${during(sql`close_date`)}))::DOUBLE AS won_with_amount,
        coalesce(sum(amount_minor) FILTER (outcome = 'won' AND ${during(sql`close_date`)}), 0)::DOUBLE AS won_minor
      FROM opp WHERE ${where({ ...filter, from: null, to: null }, sql`created_date`)}
      GROUP BY channel ORDER BY channel`,
    { channel: text, opportunities: number, won: number, won_with_amount: number, won_minor: number },
  );
};

/** Leads anchored in the filter's period, by channel and days since the anchor: how many, and how many of them are still open. */
export const cohortAges = (filter: Filter) =>
  question(
    sql`SELECT channel, (${asOf} - anchor_date)::DOUBLE AS age, count(*)::DOUBLE AS leads,
        (count(*) FILTER (outcome = 'open'))::DOUBLE AS open
      FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
      GROUP BY channel, anchor_date ORDER BY channel, age`,
    { channel: text, age: number, leads: number, open: number },
  );

/**
 * Opportunities sourced by the leads anchored in the filter's period, by channel and days since they were created: how
 * many, those still open, and what the open ones are worth in minor units where they have an amount.
 */
export const cohortOpportunityAges = (filter: Filter) =>
  question(
    sql`WITH cohort AS (
        SELECT journey_id, channel FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
      )
      SELECT c.channel, (${asOf} - o.created_date)::DOUBLE AS age, count(*)::DOUBLE AS opportunities,
        (count(*) FILTER (o.outcome = 'open'))::DOUBLE AS open,
        (count(o.amount_minor) FILTER (o.outcome = 'open'))::DOUBLE AS open_with_amount,
        coalesce(sum(o.amount_minor) FILTER (o.outcome = 'open'), 0)::DOUBLE AS open_minor
      FROM opp o JOIN cohort c USING (journey_id)
      GROUP BY c.channel, o.created_date ORDER BY c.channel, age`,
    {
      channel: text,
      age: number,
      opportunities: number,
      open: number,
      open_with_amount: number,
      open_minor: number,
    },
  );
