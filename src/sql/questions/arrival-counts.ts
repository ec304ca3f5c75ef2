import { referenceMonths } from '../../domain/definitions.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf, monthOf, monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * Leads by channel and calendar month of their anchor (months since year 0): all of them, and those anchored in the
 * reference months, from which lags are estimated. The period of the filter does not apply, only its values.
 */
export const arrivals = (filter: Filter) =>
  question(
    sql`SELECT channel, ${monthOf(sql`anchor_date`)}::DOUBLE AS month, count(*)::DOUBLE AS leads,
        (count(*) FILTER (anchor_date > ${monthsBefore(referenceMonths)}))::DOUBLE AS reference_leads
      FROM journey WHERE in_cohort AND ${where({ ...filter, from: null, to: null }, sql`anchor_date`)}
      GROUP BY channel, month ORDER BY channel, month`,
    { channel: text, month: number, leads: number, reference_leads: number },
  );

/**
 * Deals of the leads anchored in the reference months, each counted once under the lead that sourced it: by channel,
 * calendar month of the anchor, and how many calendar months later the opportunity was created and the deal was won.
 */
export const dealLags = (filter: Filter) =>
  question(
    sql`WITH cohort AS (
        SELECT journey_id, channel, anchor_date, ${monthOf(sql`anchor_date`)} AS month FROM journey
        WHERE in_cohort AND anchor_date > ${monthsBefore(referenceMonths)}
          AND ${where({ ...filter, from: null, to: null }, sql`anchor_date`)}
      )
      SELECT c.channel, c.month::DOUBLE AS month,
        (${monthOf(sql`greatest(o.created_date, c.anchor_date)`)} - c.month)::DOUBLE AS opportunity_lag,
        (${monthOf(sql`greatest(o.close_date, c.anchor_date)`)} - c.month)::DOUBLE AS won_lag, count(*)::DOUBLE AS deals
      FROM opp o JOIN cohort c USING (journey_id) WHERE o.outcome = 'won'
      GROUP BY ALL ORDER BY ALL`,
    { channel: text, month: number, opportunity_lag: number, won_lag: number, deals: number },
  );

/** Opportunities still open, by channel and days since they were created: how many, how many have an amount, and their sum in minor units. */
export const openOpportunities = (filter: Filter) =>
  question(
    sql`SELECT channel, (${asOf} - created_date)::DOUBLE AS age, count(*)::DOUBLE AS open,
        count(amount_minor)::DOUBLE AS open_with_amount, coalesce(sum(amount_minor), 0)::DOUBLE AS open_minor
      FROM opp WHERE outcome = 'open' AND ${where({ ...filter, from: null, to: null }, sql`created_date`)}
      GROUP BY channel, created_date ORDER BY channel, age`,
    { channel: text, age: number, open: number, open_with_amount: number, open_minor: number },
  );
