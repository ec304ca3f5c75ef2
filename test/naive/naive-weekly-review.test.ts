/** The whole weekly review from the raw files, by definition. */
import { describe, expect, it } from 'vitest';
import { cohortCounts } from '../support/naive/cohort-table.ts';
import type { DetailedJourney } from '../support/naive/detailed-journeys.ts';
import { naiveWorld } from '../support/naive/naive-world.ts';
import { differences } from '../support/naive/differences.ts';
import {
  defaultWindow,
  horizonOf,
  incidenceAt,
  incidenceError,
  l2oLives,
  lifeTable,
  timeToShare,
} from '../support/naive/life-table.ts';
import { addDays, daysBetween } from '../support/naive/local-days.ts';
import {
  closedCounts,
  o2dCounts,
  periodVolumes,
  pipelineVelocity,
} from '../support/naive/opportunity-counts.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import { isoWeekLabel, lastDayOf, startOf } from '../support/naive/periods.ts';
import { maturityOf, projectCohort } from '../support/naive/projection.ts';
import { fitGroups, shrunkenRates } from '../support/naive/shrinkage.ts';
import { readWeeklyReviewHistories } from '../support/naive/weekly-review-histories.ts';

describe.skipIf(!oracleIsThere())('the weekly review', () => {
  interface Review {
    tolerance_abs: number;
    config: { as_of_date: string; export_as_of_date: string; w_l2o: number; w_o2d: number };
    expected: {
      curve: { points: { t: number }[] };
      weeks: { week: string }[];
      channels: { channel: string }[];
      eb: unknown;
      pipeline_created_by_month: { month: string }[];
      pipeline_velocity: unknown;
    };
  }
  const build = () => {
    const review = readOracleJson('weekly_review.json') as Review;
    const { journeys, opportunities, settings } = naiveWorld(readWeeklyReviewHistories(), review.config);
    // The case takes every in-cohort journey as reference.
    const table = lifeTable(l2oLives(journeys, 1200, settings));
    return { review, settings, journeys, opportunities, table };
  };
  const world = oracleIsThere() ? build() : null;

  it('has the curve, its horizon and the default window', () => {
    if (world === null) return;
    const { table, review } = world;
    const horizon = horizonOf(table, 365) ?? 0;
    const found = {
      H: horizon,
      F1_H: incidenceAt(table, horizon),
      F2_H: incidenceAt(table, horizon, 2),
      default_w: defaultWindow(table, horizon),
      days_l2o_q50_all: timeToShare(table, 0.5, horizon),
      points: review.expected.curve.points.map(({ t }) => ({
        t,
        F1: incidenceAt(table, t),
        F2: incidenceAt(table, t, 2),
        se_F1: incidenceError(table, t),
      })),
    };
    expect(differences(found, review.expected.curve, review.tolerance_abs)).toEqual([]);
  });

  it('has every week with its projection and maturity', () => {
    if (world === null) return;
    const { table, review, settings, journeys } = world;
    const horizon = horizonOf(table, 365) ?? 0;
    const windows = { l2o: review.config.w_l2o, l2d: review.config.w_l2o };
    const ofWeek = (label: string): DetailedJourney[] =>
      journeys.filter(({ row }) => row.in_cohort && isoWeekLabel(row.anchor_date ?? '') === label);
    const found = review.expected.weeks.map(({ week }) => {
      const own = ofWeek(week);
      const counts = cohortCounts(own, [], windows, settings);
      const open_ages = own.filter(({ row }) => row.outcome === 'open').map(({ row }) => row.t_days ?? 0);
      const ages = own.map(({ row }) => daysBetween(row.anchor_date ?? '', settings.as_of_date));
      const projection = projectCohort(table, horizon, { ...counts, open_ages });
      const start = startOf('week', own[0]?.row.anchor_date ?? '');
      return {
        week,
        ...counts,
        l2o_to_date: counts.converted / counts.n,
        l2o_w: counts.eligible === 0 ? null : counts.converted_w / counts.eligible,
        complete: addDays(lastDayOf('week', start), windows.l2o) <= settings.as_of_date,
        maturity: maturityOf(table, horizon, ages),
        projected: projection?.projected,
        projected_lower: projection?.lower,
        projected_upper: projection?.upper,
      };
    });
    expect(differences(found, review.expected.weeks, review.tolerance_abs)).toEqual([]);
  });

  it('has every channel, but for the Wilson bounds', () => {
    if (world === null) return;
    const { review, settings, journeys, opportunities } = world;
    const windows = { l2o: review.config.w_l2o, l2d: review.config.w_l2o };
    const lines = review.expected.channels.map(({ channel }) => {
      const own = journeys.filter(({ row }) => row.channel === channel);
      const items = opportunities.filter((item) => item.channel === channel);
      const counts = cohortCounts(own, items, windows, settings);
      const o2d = o2dCounts(items, review.config.w_o2d, settings);
      return {
        channel,
        n_w: counts.eligible,
        x_w: counts.converted_w,
        l2o_w: counts.converted_w / counts.eligible,
        o2d_n: o2d.eligible,
        o2d_won_w: o2d.won_w,
        o2d_w: o2d.eligible === 0 ? null : o2d.won_w / o2d.eligible,
        converted_to_date: counts.converted,
        sourced_opportunities: counts.sourced_opportunities,
        k: counts.converted === 0 ? null : counts.sourced_opportunities / counts.converted,
        won: counts.won,
        won_revenue: counts.won_revenue,
      };
    });
    const groups = lines.map(({ x_w, n_w }) => ({ x: x_w, n: n_w }));
    const rates = shrunkenRates(groups);
    const found = lines.map((line, index) => ({ ...line, rate_eb: rates[index] }));
    const expected = (review.expected.channels as Record<string, unknown>[]).map(
      ({ wilson_lower: _lower, wilson_upper: _upper, ...rest }) => rest,
    );
    expect(differences(found, expected, review.tolerance_abs)).toEqual([]);
    const fit = fitGroups(groups);
    expect(differences({ mu: fit?.mu, M: fit?.size }, review.expected.eb, review.tolerance_abs)).toEqual([]);
  });

  it('has the pipeline of every month and its velocity', () => {
    if (world === null) return;
    const { review, settings, journeys, opportunities } = world;
    const volumes = periodVolumes('month', journeys, opportunities);
    const months = review.expected.pipeline_created_by_month.map(({ month }) => {
      const line = volumes.get(`${month}-01`);
      return { month, opportunities: line?.opportunities, amount: line?.pipeline_created };
    });
    const { tolerance_abs } = review;
    expect(differences(months, review.expected.pipeline_created_by_month, tolerance_abs)).toEqual([]);
    const { open, closed, per_day } = pipelineVelocity(opportunities, settings);
    const found = {
      open,
      closed_win_rate: closed.won / (closed.won + closed.lost),
      avg_won: closed.revenue / closed.won_with_amount,
      cycle_days: closed.cycle_days / closed.won,
      per_day,
    };
    expect(differences(found, review.expected.pipeline_velocity, tolerance_abs)).toEqual([]);
    expect(closedCounts(opportunities, '1900-01-01', '1900-12-31').won).toBe(0);
  });
});
