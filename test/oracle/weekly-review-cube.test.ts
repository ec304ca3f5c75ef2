import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { fromEpochDay } from '../../src/domain/local-date.ts';
import { buildCube } from '../../src/engine/cube.ts';
import { conversionTable } from '../../src/metrics/conversion-table.ts';
import { cohortOutlooks } from '../../src/metrics/cube/cohort-outlook.ts';
import { cohorts } from '../../src/metrics/cube/cohorts.ts';
import { leadCells, opportunityCells } from '../../src/metrics/cube/cube-cells.ts';
import type { Cube } from '../../src/metrics/cube/cube.ts';
import { pipelineCreated } from '../../src/metrics/cube/pipeline-created.ts';
import { pipelineVelocity } from '../../src/metrics/cube/pipeline-velocity.ts';
import { curveOf } from '../../src/metrics/cube/reference-curve.ts';
import { shrunkenGroups } from '../../src/metrics/shrunken-groups.ts';
import { conversionQuantile } from '../../src/stats/conversion-quantile.ts';
import { sharedEngine } from '../support/engine.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { loadWeeklyReview, reviewRules, type Review } from '../support/weekly-review.ts';

const isoWeekLabel = (day: string): string => {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
};

describe.skipIf(!hasOracle)(`the weekly review, from the cube${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  let review: Review;
  let cube: Cube;

  beforeAll(async () => {
    review = await loadWeeklyReview();
    cube = await buildCube(await sharedEngine(), reviewRules(review), noFilter, 'channel', 'segment');
  });

  const expectNear = (found: number | null | undefined, expected: number | null, what: string): void => {
    if (expected === null) expect(found ?? null, what).toBeNull();
    else expect(Math.abs((found ?? Number.NaN) - expected), what).toBeLessThanOrEqual(review.tolerance_abs);
  };
  const ratio = (k: number, n: number): number | null => (n === 0 ? null : k / n);

  it('counts every week as the reference does, and no other week has a lead', () => {
    const weeks = cohorts(cube, 'l2o', 'week');
    const found = new Map(weeks.map((cohort) => [isoWeekLabel(fromEpochDay(cohort.start)), cohort]));
    for (const week of review.expected.weeks) {
      const cohort = found.get(week.week);
      expect({
        week: week.week,
        n: cohort?.n,
        converted: cohort?.converted,
        disqualified: cohort?.left,
        open: cohort?.open,
        complete: cohort?.isWindowComplete,
        eligible: cohort?.windowed.n,
        converted_w: cohort?.windowed.k,
      }).toEqual({
        week: week.week,
        n: week.n,
        converted: week.converted,
        disqualified: week.disqualified,
        open: week.open,
        complete: week.complete,
        eligible: week.eligible,
        converted_w: week.converted_w,
      });
      expectNear(ratio(cohort?.converted ?? 0, cohort?.n ?? 0), week.l2o_to_date, `${week.week} to date`);
      expectNear(
        ratio(cohort?.windowed.k ?? 0, cohort?.windowed.n ?? 0),
        week.l2o_w,
        `${week.week} windowed`,
      );
    }
    const named = new Set(review.expected.weeks.map(({ week }) => week));
    const others = [...found].filter(([label]) => !named.has(label));
    expect(others.filter(([, { n }]) => n > 0)).toEqual([]);
  });

  it('says how mature every week is and where it will end', () => {
    const curve = curveOf({ name: 'all', cube }, 'l2o', 'with imputed');
    const weeks = new Map(
      cohortOutlooks(cube, 'l2o', cohorts(cube, 'l2o', 'week'), curve, 0.95).map((outlook) => [
        isoWeekLabel(fromEpochDay(outlook.cohort.start)),
        outlook,
      ]),
    );
    for (const expected of review.expected.weeks) {
      const outlook = weeks.get(expected.week);
      expectNear(outlook?.maturity, expected.maturity, `${expected.week} maturity`);
      expectNear(outlook?.projected?.rate, expected.projected, `${expected.week} projected`);
      expectNear(outlook?.projected?.low, expected.projected_lower, `${expected.week} lower`);
      expectNear(outlook?.projected?.high, expected.projected_upper, `${expected.week} upper`);
    }
  });

  it('has the horizon, the final conversion and the days by which half of it is there', () => {
    const { points, horizonDays, final, conversions } = curveOf({ name: 'all', cube }, 'l2o', 'with imputed');
    const { H, F1_H, days_l2o_q50_all } = review.expected.curve;
    expect(horizonDays).toBe(H);
    expectNear(final, F1_H, 'final');
    expect(conversionQuantile(points, H, 0.5, conversions)).toBe(days_l2o_q50_all);
  });

  it('has the windowed rates of every channel, drawn towards the common one', () => {
    const { groups } = conversionTable(leadCells(cube), opportunityCells(cube), 'row_group', {});
    const rates = new Map(groups.map((group) => [group.group, group]));
    const { fit, groups: shrunk } = shrunkenGroups(
      groups.flatMap(({ group, journeys, l2o }) =>
        l2o === null || journeys === 0 ? [] : [{ group, k: l2o.windowed.k, n: l2o.windowed.n }],
      ),
    );
    expectNear(fit?.mean, review.expected.eb?.mu ?? null, 'mu');
    expectNear(fit?.strength, review.expected.eb?.M ?? null, 'M');
    for (const { channel, l2o_w, o2d_w, rate_eb } of review.expected.channels) {
      const l2o = rates.get(channel)?.l2o?.windowed;
      const o2d = rates.get(channel)?.o2d?.windowed;
      expectNear(ratio(l2o?.k ?? 0, l2o?.n ?? 0), l2o_w, `${channel} l2o`);
      expectNear(ratio(o2d?.k ?? 0, o2d?.n ?? 0), o2d_w, `${channel} o2d`);
      expectNear(shrunk.find(({ group }) => group === channel)?.rate, rate_eb, `${channel} rate_eb`);
    }
  });

  it('has the pipeline created in every month', () => {
    const months = pipelineCreated(cube, 'month').filter(({ opportunities }) => opportunities > 0);
    expect(months.map(({ start }) => fromEpochDay(start).slice(0, 7))).toEqual(
      review.expected.pipeline_created_by_month.map(({ month }) => month),
    );
    for (const [index, expected] of review.expected.pipeline_created_by_month.entries()) {
      expect(months[index]?.opportunities).toBe(expected.opportunities);
      expectNear((months[index]?.pipelineMinor ?? Number.NaN) / 100, expected.amount, expected.month);
    }
  });

  it('has the pipeline velocity and its four parts', () => {
    const expected = review.expected.pipeline_velocity;
    const { open, closedWinRate, dealSizeMinor, cycleDays, perDayMinor } = pipelineVelocity(cube);
    expect(open).toBe(expected.open);
    expectNear(ratio(closedWinRate.k, closedWinRate.n), expected.closed_win_rate, 'closed win rate');
    expectNear(dealSizeMinor === null ? null : dealSizeMinor / 100, expected.avg_won, 'average deal');
    expectNear(cycleDays, expected.cycle_days, 'cycle');
    expectNear(perDayMinor === null ? null : perDayMinor / 100, expected.per_day, 'per day');
  });
});
