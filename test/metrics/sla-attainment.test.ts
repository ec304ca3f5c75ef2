import { describe, expect, it } from 'vitest';
import {
  attainmentByGroup,
  attainmentOf,
  weeklyAttainment,
  type WeeklyAttainmentCounts,
} from '../../src/metrics/sla-attainment.ts';

const counts = (more: Partial<WeeklyAttainmentCounts>): WeeklyAttainmentCounts => ({
  week: '2026-05-04',
  group_name: 'Ada',
  handovers: 0,
  met: 0,
  due: 0,
  never_contacted: 0,
  attempts_ok: 0,
  attempts_due: 0,
  full_met: 0,
  full_due: 0,
  ...more,
});

describe('attainment', () => {
  it('of 52 met of 80 due is 65.0 % (54.1 to 74.5), with 12 never contacted 15.0 %', () => {
    const week = attainmentOf([counts({ handovers: 90, met: 52, due: 80, never_contacted: 12 })]);
    expect(week.handovers).toBe(90);
    expect(week.attainment).toMatchObject({ k: 52, n: 80, rate: 0.65 });
    expect(week.attainment.low).toBeCloseTo(0.541, 3);
    expect(week.attainment.high).toBeCloseTo(0.745, 3);
    expect(week.neverContacted).toMatchObject({ k: 12, n: 80, rate: 0.15 });
  });

  it('is made of sums, never of a mean of rates', () => {
    const both = attainmentOf([
      counts({ met: 5, due: 5, attempts_ok: 1, attempts_due: 10, full_met: 1, full_due: 4 }),
      counts({ met: 0, due: 15, attempts_ok: 3, attempts_due: 10, full_met: 2, full_due: 6 }),
    ]);
    expect(both.attainment.rate).toBe(0.25);
    expect(both.attemptsOk).toMatchObject({ k: 4, n: 20 });
    expect(both.full).toMatchObject({ k: 3, n: 10, rate: 0.3 });
  });

  it('of nothing due is no number', () => {
    expect(attainmentOf([]).attainment).toEqual({ k: 0, n: 0, rate: null, low: null, high: null });
  });

  it('is told owner by owner over all weeks', () => {
    const groups = attainmentByGroup([
      counts({ group_name: 'Bo', met: 3, due: 6 }),
      counts({ group_name: 'Ada', met: 6, due: 6 }),
      counts({ group_name: 'Bo', week: '2026-05-11', met: 0, due: 6 }),
    ]);
    expect(groups.map(({ group, attainment }) => [group, attainment.rate])).toEqual([
      ['Ada', 1],
      ['Bo', 0.25],
    ]);
  });

  it('week by week sums the owners, oldest first, and marks the week that is not over', () => {
    const series = (asOf: string) =>
      weeklyAttainment(
        [
          counts({ week: '2026-05-11', met: 1, due: 3 }),
          counts({ week: '2026-05-04', met: 2, due: 4 }),
          counts({ week: '2026-05-04', group_name: 'Bo', met: 1, due: 1 }),
        ],
        asOf,
      );
    expect(series('2026-05-16')).toEqual([
      { week: '2026-05-04', k: 3, n: 5, isComplete: true },
      { week: '2026-05-11', k: 1, n: 3, isComplete: false },
    ]);
    expect(series('2026-05-17').map(({ isComplete }) => isComplete)).toEqual([true, true]);
  });
});
