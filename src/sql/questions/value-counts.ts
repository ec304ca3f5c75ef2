import type { Filter } from '../../domain/filter.ts';
import { dealSizeMonths, winsorisedAt } from '../../metrics/deal-size.ts';
import { asOf, monthsBefore } from '../as-of.ts';
import { question } from '../question.ts';
import { number, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * The bridge from leads to opportunities, by channel: of the journeys that have had the window, those converted by now,
 * and the opportunities they sourced, each counted once under the journey that sourced it, with the sum of the amounts
 * they were created with, in minor units; one without an amount counts as 0.
 */
export const sourcedCounts = (filter: Filter, l2oDays: number | null) =>
  question(
    sql`WITH mature AS (
        SELECT journey_id, channel, outcome FROM journey
        WHERE in_cohort AND anchor_date + ${l2oDays}::INTEGER <= ${asOf} AND ${where(filter, sql`anchor_date`)}
      ), sourced AS (
        SELECT m.channel, count(*) AS sourced, sum(amount_created_minor) AS created_minor FROM opp o JOIN mature m USING (journey_id) GROUP BY m.channel
      ), converted AS (
        SELECT channel, count(*) FILTER (outcome = 'opportunity') AS converted FROM mature GROUP BY channel
      )
      SELECT channel, converted::DOUBLE AS converted, coalesce(sourced, 0)::DOUBLE AS sourced,
        coalesce(created_minor, 0)::DOUBLE AS created_minor
      FROM converted LEFT JOIN sourced USING (channel) ORDER BY channel`,
    { channel: text, converted: number, sourced: number, created_minor: number },
  );

/**
 * Deals that a lead led to, closed in the trailing months, by channel and segment: how many have an amount, and the sum
 * and the sum of squares of their amounts in minor units. Amounts above the 99th percentile of all of them count as that
 * percentile (`cap_minor`). The period of the filter does not apply, only its values.
 */
export const wonAmounts = (filter: Filter) =>
  question(
    sql`WITH deal AS (
        SELECT channel, segment, amount_minor FROM opp
        WHERE outcome = 'won' AND journey_id IS NOT NULL AND amount_minor IS NOT NULL
          AND close_date > ${monthsBefore(dealSizeMonths)} AND ${where({ ...filter, from: null, to: null }, sql`close_date`)}
      ), capped AS (
        SELECT channel, segment, cap, least(amount_minor, cap) AS amount
        FROM deal, (SELECT quantile_disc(amount_minor, ${winsorisedAt}::DOUBLE) AS cap FROM deal)
      )
      SELECT channel, segment, count(*)::DOUBLE AS deals, sum(amount)::DOUBLE AS sum_minor,
        sum(amount * amount)::DOUBLE AS squares_minor, any_value(cap)::DOUBLE AS cap_minor
      FROM capped GROUP BY channel, segment ORDER BY channel, segment`,
    {
      channel: text,
      segment: text,
      deals: number,
      sum_minor: number,
      squares_minor: number,
      cap_minor: number,
    },
  );
