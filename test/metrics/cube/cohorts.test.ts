import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../src/domain/filter.ts';
import { fromEpochDay } from '../../../src/domain/local-date.ts';
import { cohortOutlooks } from '../../../src/metrics/cube/cohort-outlook.ts';
import { cohorts } from '../../../src/metrics/cube/cohorts.ts';
import { sliceCube } from '../../../src/metrics/cube/cube.ts';
import { curveOf, type ReferenceCurve } from '../../../src/metrics/cube/reference-curve.ts';
import { tinyCube, type TinyRow } from '../../support/tiny-cube.ts';

const lead = (day: string, journeys: number, more: Partial<TinyRow> = {}): TinyRow => ({
  day,
  journeys,
  ...more,
});

/** As of Tuesday 2026-06-30 with a window of 30 days: the last day that has had all of it is Sunday 2026-05-31. */
const cube = tinyCube({
  leads: [
    lead('2026-05-18', 10, { converted: 4, converted_windowed: 3, converted_fast: 2, disqualified: 1 }),
    lead('2026-05-31', 10, { converted: 2, converted_windowed: 2 }),
    lead('2026-06-01', 7, { converted: 3, converted_windowed: 3, converted_fast: 1 }),
    lead('2026-06-16', 5, { converted: 1, converted_windowed: 1, converted_fast: 1 }),
    lead('2026-06-29', 6),
  ],
});

const byWeek = (clock: 'l2o' | 'fast' = 'l2o') =>
  cohorts(cube, clock, 'week').map(({ start, ...rest }) => ({ start: fromEpochDay(start), ...rest }));

describe('weekly cohorts', () => {
  it('run from Monday to Sunday without a gap, to the week of the as-of day', () => {
    expect(byWeek().map(({ start, n }) => [start, n])).toEqual([
      ['2026-05-18', 10],
      ['2026-05-25', 10],
      ['2026-06-01', 7],
      ['2026-06-08', 0],
      ['2026-06-15', 5],
      ['2026-06-22', 0],
      ['2026-06-29', 6],
    ]);
  });

  it('count who converted, left and is open, so that the three are all', () => {
    expect(byWeek()[0]).toMatchObject({ n: 10, converted: 4, left: 1, open: 5 });
  });

  it('are complete in the window where their last day has had all of it', () => {
    expect(byWeek().map(({ isWindowComplete }) => isWindowComplete)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('count within the window only those that have had all of it', () => {
    expect(byWeek().map(({ windowed }) => [windowed.k, windowed.n])).toEqual([
      [3, 10],
      [2, 10],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('tell sooner with the shortest window, of the part of a week that has had it', () => {
    const found = byWeek('fast').find(({ start }) => start === '2026-06-15');
    expect(found?.windowed).toMatchObject({ k: 1, n: 5 });
    expect(found?.isWindowComplete).toBe(false);
  });

  it('are over where their last day is not after the as-of day', () => {
    expect(byWeek().map(({ isComplete }) => isComplete)).toEqual([true, true, true, true, true, true, false]);
  });

  it('that a filter by days cuts are not complete', () => {
    const cut = cohorts(
      sliceCube(cube, { ...noFilter, from: '2026-05-19', to: '2026-06-06' }),
      'l2o',
      'week',
    );
    expect(cut.map(({ start, isComplete }) => [fromEpochDay(start), isComplete])).toEqual([
      ['2026-05-25', true],
      ['2026-06-01', false],
    ]);
  });

  it('of nothing are none', () => expect(cohorts(tinyCube({}), 'l2o', 'week')).toEqual([]));

  it('have no windowed rate where the joint has no window', () => {
    const unmeasured = tinyCube(
      { leads: [lead('2026-01-01', 9)] },
      { windows: { l2oDays: null, o2dDays: null, l2dDays: null } },
    );
    const [first] = cohorts(unmeasured, 'l2o', 'month');
    expect(first).toMatchObject({ isWindowComplete: false, windowed: { k: 0, n: 0, rate: null } });
  });
});

describe('cohorts of the other joints', () => {
  it('count deals of leads, and as open those neither won nor disqualified', () => {
    const [first] = cohorts(
      tinyCube({
        leads: [lead('2026-01-05', 10, { converted: 5, disqualified: 2, won: 3, won_windowed: 1 })],
      }),
      'l2d',
      'week',
    );
    expect(first).toMatchObject({ n: 10, converted: 3, left: 2, open: 5, windowed: { k: 1, n: 10 } });
  });

  it('count opportunities by the month they were created in', () => {
    const [first, second] = cohorts(
      tinyCube({
        opportunities: [
          { day: '2026-01-31', opportunities: 8, won: 3, lost: 4, won_windowed: 2 },
          { day: '2026-02-01', opportunities: 5 },
        ],
      }),
      'o2d',
      'month',
    );
    expect(first).toMatchObject({ n: 8, converted: 3, left: 4, open: 1, windowed: { k: 2, n: 8 } });
    expect(second?.n).toBe(5);
  });
});

/** A curve by hand: of 100, 20 convert at age 10 and 30 at age 40, none leave; horizon 40 days. */
const curve: ReferenceCurve = {
  points: [
    { age: 10, atRisk: 100, converted: 0.2, left: 0, open: 0.8, standardError: 0.04 },
    { age: 40, atRisk: 80, converted: 0.5, left: 0, open: 0.5, standardError: 0.05 },
  ],
  horizonDays: 40,
  final: 0.5,
  records: 100,
  conversions: 50,
  source: 'all',
  isParent: false,
  isThin: false,
};

const outlookOf = (row: TinyRow, over: ReferenceCurve = curve) => {
  const one = tinyCube({ leads: [row] });
  return cohortOutlooks(one, 'l2o', cohorts(one, 'l2o', 'week'), over)[0];
};

describe('the outlook of a cohort', () => {
  it('adds what the open ones of each age may still bring', () => {
    // 2026-06-10 is 20 days old: an open lead converts by day 40 with (0.5 - 0.2) / 0.8.
    const outlook = outlookOf(lead('2026-06-10', 10, { converted: 2 }));
    expect(outlook?.projected?.rate).toBeCloseTo((2 + 8 * 0.375) / 10, 12);
    expect(outlook?.maturity).toBeCloseTo(0.4, 12);
    expect(outlook?.showing).toBe('immature');
  });

  it('bounds it between what is there and all that are open', () => {
    const { low = -1, high = 2 } = outlookOf(lead('2026-06-10', 10, { converted: 2 }))?.projected ?? {};
    expect(low).toBeGreaterThanOrEqual(0.2);
    expect(high).toBeLessThanOrEqual(1);
  });

  it('is wider at 95 % than at the 80 % of what is expected', () => {
    const one = tinyCube({ leads: [lead('2026-06-10', 1000, { converted: 200 })] });
    const weeks = cohorts(one, 'l2o', 'week');
    const [usual] = cohortOutlooks(one, 'l2o', weeks, curve);
    const [wide] = cohortOutlooks(one, 'l2o', weeks, curve, 0.95);
    expect((wide?.projected?.high ?? 0) - (usual?.projected?.high ?? 1)).toBeGreaterThan(0);
  });

  it('is settled where even the youngest is at the horizon', () => {
    // The week ends on 2026-05-24, 37 days back; the one before it on 2026-05-17, 44 days back.
    expect(outlookOf(lead('2026-05-11', 10, { converted: 3 }))).toMatchObject({
      maturity: 1,
      showing: 'mature',
      projected: { rate: 0.3, low: 0.3, high: 0.3 },
    });
  });

  it('expects nothing more of those at the horizon in a week that is not', () => {
    expect(outlookOf(lead('2026-05-18', 10, { converted: 3 }))?.projected).toEqual({
      rate: 0.3,
      low: 0.3,
      high: 0.3,
    });
  });

  it.each([
    ['too young', lead('2026-06-29', 50)],
    ['too few', lead('2026-05-11', 4, { converted: 2 })],
  ])('shows a volume alone where it is %s', (_, row) => expect(outlookOf(row)?.showing).toBe('volumeOnly'));

  it('shows five, and what has a fifth of its conversions', () =>
    expect(outlookOf(lead('2026-06-10', 5))?.showing).toBe('immature'));

  it('takes every day of a week at its own age', () => {
    const [ten, forty] = curve.points;
    if (ten === undefined || forty === undefined) throw new Error('The curve has two points.');
    const steps = [ten, { ...ten, age: 20, converted: 0.3, open: 0.7 }, forty];
    const one = tinyCube({
      leads: [lead('2026-06-08', 6), lead('2026-06-14', 4), lead('2026-06-01', 90), lead('2026-06-15', 70)],
    });
    const week = cohorts(one, 'l2o', 'week').filter(({ n }) => n === 10);
    const [outlook] = cohortOutlooks(one, 'l2o', week, { ...curve, points: steps });
    // 22 days old: 0.3 of 0.5 are in; 16 days old: 0.2 of 0.5.
    expect(outlook?.maturity).toBeCloseTo((6 * 0.6 + 4 * 0.4) / 10, 12);
  });

  it('takes those of a week who are past the horizon as ended, and the others at their age', () => {
    const one = tinyCube({ leads: [lead('2026-05-18', 6), lead('2026-05-22', 4)] });
    const [outlook] = cohortOutlooks(one, 'l2o', cohorts(one, 'l2o', 'week'), curve);
    // 43 and 39 days old, with the last conversions on day 40.
    expect(outlook?.maturity).toBeCloseTo((6 * 1 + 4 * 0.4) / 10, 12);
  });

  it.each([
    ['as a volume below a fifth of its conversions', 0.0999, 'volumeOnly'],
    ['dashed from a fifth on', 0.1, 'immature'],
    ['dashed below 95 in 100', 0.4749, 'immature'],
    ['solid from there on', 0.475, 'mature'],
  ])('is drawn %s', (_, converted, showing) => {
    const [ten, forty] = curve.points;
    if (ten === undefined || forty === undefined) throw new Error('The curve has two points.');
    const points = [{ ...ten, converted, open: 1 - converted }, forty];
    expect(outlookOf(lead('2026-06-10', 50), { ...curve, points })?.showing).toBe(showing);
  });

  it('says nothing without a horizon', () => {
    expect(outlookOf(lead('2026-06-10', 10), { ...curve, horizonDays: null, final: null })).toMatchObject({
      maturity: null,
      showing: 'volumeOnly',
      projected: null,
    });
  });

  it('has no maturity where nobody on the curve converts', () => {
    const flat = curve.points.map((point) => ({ ...point, converted: 0, open: 1 }));
    expect(outlookOf(lead('2026-01-05', 10), { ...curve, points: flat, final: 0 })?.maturity).toBeNull();
  });

  it('is the same by the settled way as by adding up ages', () => {
    const many = tinyCube({
      leads: [lead('2026-05-12', 10, { converted: 3, disqualified: 1 })],
      leadAges: [
        { day: 3, converted: 30, disqualified: 10 },
        { day: 20, converted: 30, disqualified: 90 },
      ],
    });
    const own = curveOf({ name: 'all', cube: many }, 'l2o');
    expect(own.horizonDays).toBe(20);
    const [outlook] = cohortOutlooks(many, 'l2o', cohorts(many, 'l2o', 'week'), own);
    expect(outlook).toMatchObject({ maturity: 1, projected: { rate: 0.3 } });
  });
});
