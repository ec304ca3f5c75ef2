/** Cohort tables by hand, and the whole weekly review from the raw files. */
import { describe, expect, it } from 'vitest';
import { cohortCounts, cohortTable } from '../support/naive/cohort-table.ts';
import type { DetailedJourney } from '../support/naive/detailed-journeys.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import { detailedOpportunities } from '../support/naive/detailed-opportunities.ts';
import { differences } from '../support/naive/differences.ts';
import type { Histories, OpportunityRecord } from '../support/naive/histories.ts';
import {
  defaultWindow,
  horizonOf,
  incidenceAt,
  incidenceError,
  l2oLives,
  lifeTable,
  o2dLives,
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
import { isoWeekLabel, lastDayOf, monthsBefore, monthsBetween, startOf } from '../support/naive/periods.ts';
import { maturityOf, projectCohort } from '../support/naive/projection.ts';
import { withDefaults } from '../support/naive/settings.ts';
import { fitGroups, shrunkenRates } from '../support/naive/shrinkage.ts';
import { readWeeklyReviewHistories } from '../support/naive/weekly-review-histories.ts';

const SETTINGS = withDefaults({ as_of_date: '2026-06-30' });

/** Leads of 4 May, each qualified at once, with an opportunity so many days later and, at times, a close. */
function leadsWith(deals: { after: number; outcome?: 'won' | 'lost'; closeAfter?: number }[]): Histories {
  const ids = deals.map((_, index) => String(index).padStart(3, '0'));
  const opportunity = (index: number): OpportunityRecord => {
    const { after = 0, outcome = 'open', closeAfter = 0 } = deals[index] ?? {};
    const created = addDays('2026-05-04', after);
    const closed_at = outcome === 'open' ? null : addDays(created, closeAfter);
    return { opportunity_id: ids[index] ?? '', created_at: created, outcome, closed_at, amount: 60_000 };
  };
  return {
    leads: ids.map((id) => ({ lead_id: id, created_at: '2026-05-04', channel: 'webinar', segment: 'SMB' })),
    stage_events: ids.map((id) => ({ lead_id: id, stage: 'mql', at: '2026-05-04' })),
    opportunities: ids
      .map((_, index) => opportunity(index))
      .filter((_, index) => (deals[index]?.after ?? -1) >= 0),
    links: ids.map((id) => ({ lead_id: id, opportunity_id: id })),
  };
}

const times = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item);

describe('a cohort', () => {
  const histories = leadsWith([
    ...times(18, { after: 30 }),
    ...times(4, { after: 31 }),
    ...times(98, { after: -1 }),
  ]);
  const journeys = detailedJourneys(histories, SETTINGS);
  const opportunities = detailedOpportunities(histories, journeys, SETTINGS);

  it('of 120 MQLs with 18 opportunities in 30 days and 4 later stands at 15.0 %, and at 18.3 % to date', () => {
    const [line, ...others] = cohortTable('week', journeys, opportunities, { l2o: 30, l2d: 90 }, SETTINGS);
    expect(others).toEqual([]);
    expect(line).toMatchObject({ start: '2026-05-04', channel: 'webinar', segment: 'SMB', complete: true });
    expect(line).toMatchObject({ n: 120, converted: 22, open: 98, eligible: 120, converted_w: 18 });
    const { n = 0, converted = 0, converted_w = 0 } = line ?? {};
    expect([converted_w / n, ((converted / n) * 100).toFixed(1)]).toEqual([0.15, '18.3']);
  });

  it('is complete once the last day of its week has had the window, eligible once the anchor has', () => {
    const on = (asOf: string) => {
      const settings = withDefaults({ as_of_date: asOf });
      const line = cohortTable('week', journeys, opportunities, { l2o: 30, l2d: 30 }, settings)[0];
      return [line?.eligible, line?.eligible_deal, line?.complete];
    };
    expect(on('2026-06-02')).toEqual([0, 0, false]);
    expect(on('2026-06-03')).toEqual([120, 120, false]);
    expect(on('2026-06-09')).toEqual([120, 120, true]);
  });

  it('counts deals within their window, opportunities once, and revenue', () => {
    const won = leadsWith([
      { after: 1, outcome: 'won', closeAfter: 9 },
      { after: 1, outcome: 'won', closeAfter: 10 },
      { after: 1, outcome: 'lost', closeAfter: 1 },
    ]);
    won.links.push({ lead_id: '000', opportunity_id: '002' });
    const own = detailedJourneys(won, SETTINGS);
    const items = detailedOpportunities(won, own, SETTINGS);
    expect(cohortCounts(own, items, { l2o: 30, l2d: 10 }, SETTINGS)).toMatchObject({
      converted: 3,
      eligible_deal: 3,
      deal_w: 1,
      sourced_opportunities: 3,
      won: 2,
      won_revenue: 120_000,
    });
  });
});

describe('opportunities', () => {
  it('with 40 open, one in four won at 60,000 and 75 days give 8,000 a day', () => {
    const deals = [
      ...times(40, { after: 0 }),
      ...times(3, { after: 0, outcome: 'won' as const, closeAfter: 75 }),
      ...times(9, { after: 0, outcome: 'lost' as const, closeAfter: 5 }),
    ];
    const settings = withDefaults({ as_of_date: '2026-07-31' });
    const histories = leadsWith(deals);
    const journeys = detailedJourneys(histories, settings);
    const items = detailedOpportunities(histories, journeys, settings);
    expect(pipelineVelocity(items, settings)).toMatchObject({ open: 40, per_day: 8000 });
    expect(o2dCounts(items, 75, settings)).toMatchObject({ created: 52, eligible: 52, won_w: 3 });
    expect(o2dCounts(items, 74, settings).won_w).toBe(0);
    const afterAYear = withDefaults({ as_of_date: '2027-07-18' });
    expect(pipelineVelocity(items, afterAYear)).toMatchObject({ closed: { won: 0 }, per_day: null });
    expect(pipelineVelocity(items, { ...afterAYear, as_of_date: '2027-07-17' }).closed.won).toBe(3);
    expect(periodVolumes('month', journeys, items).get('2026-07-01')).toMatchObject({
      deals: 3,
      revenue: 180_000,
      opportunities: 0,
    });
    expect(o2dLives(items, 24, settings).filter((life) => life.event === 2).length).toBe(9);
  });
});

describe('periods', () => {
  it('begin on Monday or the first, and bear the year of their Thursday', () => {
    expect([startOf('week', '2026-06-28'), startOf('month', '2026-06-28')]).toEqual([
      '2026-06-22',
      '2026-06-01',
    ]);
    expect([lastDayOf('week', '2026-06-22'), lastDayOf('month', '2026-02-01')]).toEqual([
      '2026-06-28',
      '2026-02-28',
    ]);
    expect(isoWeekLabel('2020-12-28')).toBe('2020-W53');
    expect([monthsBetween('2025-12-31', '2026-02-01'), monthsBefore('2026-06-30', 4)]).toEqual([
      2,
      '2026-02-28',
    ]);
  });
});

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
    const settings = withDefaults(review.config);
    const histories = readWeeklyReviewHistories();
    const journeys = detailedJourneys(histories, settings);
    const opportunities = detailedOpportunities(histories, journeys, settings);
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
