import { describe, expect, it } from 'vitest';
import { jointPeriods } from '../../../src/metrics/review/joint-periods.ts';
import { leadsWith, weekly } from '../../support/review-cube.ts';
import { tinyCube } from '../../support/tiny-cube.ts';

/** Of 400 leads of the reference months 100 converted after 5 days, 100 after 40, beyond the window of 30. */
const reference = {
  leads: [
    {
      day: '2025-07-07',
      journeys: 400,
      converted: 200,
      converted_windowed: 100,
      disqualified: 200,
    },
  ],
  leadAges: [
    { day: 5, converted: 100 },
    { day: 40, converted: 100 },
    { day: 60, disqualified: 200 },
  ],
};

describe('the periods of a joint', () => {
  it('have a rate once everybody has had the window, and not a day before', () => {
    const cube = tinyCube({
      leads: [
        { day: '2026-05-25', ...leadsWith(40, 4) },
        { day: '2026-06-01', ...leadsWith(40, 5) },
      ],
    });
    const [ripe, young] = jointPeriods(cube, 'l2o', 'week').periods;
    expect(ripe).toMatchObject({
      start: '2026-05-25',
      end: '2026-05-31',
      n: 40,
      k: 4,
      rate: { k: 4, n: 40 },
    });
    expect(young).toMatchObject({ start: '2026-06-01', n: 40, k: 5, rate: null });
  });

  it('end with the last whole one: what is not over is not shown', () => {
    const cube = tinyCube({
      leads: [
        { day: '2026-06-22', journeys: 9 },
        { day: '2026-06-29', journeys: 9 },
      ],
    });
    expect(jointPeriods(cube, 'l2o', 'week').periods.map(({ end }) => end)).toEqual(['2026-06-28']);
    expect(jointPeriods(cube, 'l2o', 'month').periods.map(({ end }) => end)).toEqual(['2026-06-30']);
  });

  it('do not count conversions after the window', () => {
    const [first] = jointPeriods(tinyCube(reference), 'l2o', 'week').periods;
    expect(first).toMatchObject({ n: 400, k: 100, rate: { k: 100, n: 400, rate: 0.25 } });
  });

  it('head for what the window will bring, not for what comes after it', () => {
    const cube = tinyCube({
      ...reference,
      leads: [
        ...reference.leads,
        { day: '2026-06-15', journeys: 100, converted: 20, converted_windowed: 20, disqualified: 30 },
      ],
    });
    const young = jointPeriods(cube, 'l2o', 'week').periods.at(-2);
    expect(young).toMatchObject({ start: '2026-06-15', rate: null, k: 20, seen: 1 });
    expect(young?.projected?.rate).toBeCloseTo(0.2, 12);
  });

  it('say how many of the conversions within the window are in, and head for more where they are not', () => {
    const cube = tinyCube({
      ...reference,
      leads: [...reference.leads, { day: '2026-06-26', journeys: 100 }],
    });
    const young = jointPeriods(cube, 'l2o', 'week').periods.at(-1);
    expect(young).toMatchObject({ start: '2026-06-22', k: 0, rate: null, projected: null });
    expect(young?.seen).toBe(0);
  });

  it('head nowhere on a curve of too few records, or of fewer than five leads', () => {
    const few = tinyCube({
      leads: [{ day: '2026-06-15', journeys: 100, converted: 20, converted_windowed: 20 }],
    });
    expect(jointPeriods(few, 'l2o', 'week').periods[0]).toMatchObject({ projected: null, seen: null });
    const small = tinyCube({
      ...reference,
      leads: [...reference.leads, { day: '2026-06-15', journeys: 4, converted: 1, converted_windowed: 1 }],
    });
    expect(jointPeriods(small, 'l2o', 'week').periods.at(-2)?.projected).toBeNull();
  });

  it('have limits from twelve ripe weeks on, young weeks too, at their own size', () => {
    const weeksOf = (count: number) =>
      tinyCube({
        leads: [
          ...weekly('2026-02-02', count, (week) => leadsWith(100, 10 + (week % 2))),
          { day: '2026-06-15', journeys: 25 },
        ],
      });
    const { periods, mean } = jointPeriods(weeksOf(12), 'l2o', 'week');
    expect(mean).toBeCloseTo(0.105, 12);
    const width = (index: number): number => {
      const limits = periods.at(index)?.limits;
      return limits === undefined || limits === null ? Number.NaN : limits.high - (mean ?? 0);
    };
    expect(width(-2)).toBeCloseTo(2 * width(0), 12);
    const none = jointPeriods(weeksOf(11), 'l2o', 'week');
    expect(none.mean).toBeNull();
    expect(none.periods.every(({ limits }) => limits === null)).toBe(true);
  });

  it('signal at the week that leaves its limits, and name the rule', () => {
    const cube = tinyCube({
      leads: weekly('2026-02-02', 14, (week) => leadsWith(100, week === 13 ? 40 : 10 + (week % 2))),
    });
    const { periods } = jointPeriods(cube, 'l2o', 'week');
    expect(periods.slice(12, 14).map(({ start, rules }) => [start, rules])).toEqual([
      ['2026-04-27', []],
      ['2026-05-04', [1]],
    ]);
  });

  it('know the same month a year before, of months alone', () => {
    const cube = tinyCube({
      leads: [
        { day: '2025-05-05', ...leadsWith(50, 5) },
        { day: '2026-05-04', ...leadsWith(50, 9) },
      ],
    });
    expect(
      jointPeriods(cube, 'l2o', 'month').periods.find(({ start }) => start === '2026-05-01')?.yearBefore,
    ).toMatchObject({ k: 5, n: 50 });
    expect(jointPeriods(cube, 'l2o', 'week').periods.every((period) => period.yearBefore === null)).toBe(
      true,
    );
  });

  it('are none without a window', () => {
    const cube = tinyCube(reference, { windows: { l2oDays: null, o2dDays: null, l2dDays: null } });
    expect(jointPeriods(cube, 'l2o', 'week')).toEqual({ periods: [], mean: null });
  });
});
