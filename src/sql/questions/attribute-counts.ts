import type { Windows } from '../../domain/definitions.ts';
import type { Filter } from '../../domain/filter.ts';
import { asOf } from '../as-of.ts';
import { question } from '../question.ts';
import { number, optionalNumber, text } from '../row-spec.ts';
import { sql } from '../sql.ts';
import { where } from '../where.ts';

/**
 * How the leads of each level of each attribute fared, over those that have had the window: `leads` and `converted`
 * within the window of L2O; `leads_l2d`, and of these the `converted_l2d` with an opportunity and the `won` with a deal
 * within the window of L2D. Numeric attributes are cut in quartiles of the leads that have a value (quantile_disc; a
 * value equal to a cut belongs to the lower level), with the lowest and highest value seen in a level. One pass.
 */
export const attributeCounts = (filter: Filter, { l2oDays, l2dDays }: Windows) =>
  question(
    sql`WITH cohort AS (
        SELECT *, coalesce(anchor_date + ${l2oDays}::INTEGER <= ${asOf}, false) AS is_mature,
          coalesce(anchor_date + ${l2dDays}::INTEGER <= ${asOf}, false) AS is_mature_l2d
        FROM journey WHERE in_cohort AND ${where(filter, sql`anchor_date`)}
      ), cuts AS (
        SELECT quantile_disc(fit, [0.25, 0.5, 0.75]) AS fit_cuts, quantile_disc(score, [0.25, 0.5, 0.75]) AS score_cuts
        FROM cohort WHERE is_mature OR is_mature_l2d
      ), cut AS (
        SELECT channel, segment, campaign, fit, score, outcome, t_days, won_days, is_mature, is_mature_l2d,
          CASE WHEN fit IS NULL THEN '(blank)' ELSE len(list_filter(fit_cuts, cut -> cut < fit))::TEXT END AS fit_level,
          CASE WHEN score IS NULL THEN '(blank)' ELSE len(list_filter(score_cuts, cut -> cut < score))::TEXT END AS score_level
        FROM cohort, cuts WHERE is_mature OR is_mature_l2d
      )
      SELECT CASE WHEN grouping(channel) = 0 THEN 'channel' WHEN grouping(segment) = 0 THEN 'segment'
          WHEN grouping(campaign) = 0 THEN 'campaign' WHEN grouping(fit_level) = 0 THEN 'fit' ELSE 'score' END AS attribute,
        coalesce(channel, segment, campaign, fit_level, score_level) AS level,
        CASE WHEN grouping(fit_level) = 0 THEN min(fit) WHEN grouping(score_level) = 0 THEN min(score) END AS lowest,
        CASE WHEN grouping(fit_level) = 0 THEN max(fit) WHEN grouping(score_level) = 0 THEN max(score) END AS highest,
        (count(*) FILTER (is_mature))::DOUBLE AS leads,
        (count(*) FILTER (is_mature AND outcome = 'opportunity' AND t_days <= ${l2oDays}::INTEGER))::DOUBLE AS converted,
        (count(*) FILTER (is_mature_l2d))::DOUBLE AS leads_l2d,
        (count(*) FILTER (is_mature_l2d AND outcome = 'opportunity' AND t_days <= ${l2dDays}::INTEGER))::DOUBLE AS converted_l2d,
        (count(*) FILTER (is_mature_l2d AND won_days <= ${l2dDays}::INTEGER))::DOUBLE AS won
      FROM cut GROUP BY GROUPING SETS ((channel), (segment), (campaign), (fit_level), (score_level))
      ORDER BY attribute, level`,
    {
      attribute: text,
      level: text,
      lowest: optionalNumber,
      highest: optionalNumber,
      leads: number,
      converted: number,
      leads_l2d: number,
      converted_l2d: number,
      won: number,
    },
  );
