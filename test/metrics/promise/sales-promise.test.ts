import { describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar } from '../../../src/domain/business-calendar.ts';
import { salesHistory, type PromiseCubeRow } from '../../../src/metrics/promise/sales-history.ts';
import {
  attemptsKept,
  keptWeeks,
  nearestInGrid,
  placeInGrid,
  replay,
  replayByWeek,
  replayRecent,
  shortestKept,
  wholeWeeks,
} from '../../../src/metrics/promise/sales-replay.ts';
import { speedGainOf } from '../../../src/metrics/promise/speed-gain.ts';
import { meanWeeklyHours, staffNeed, weeklyHours } from '../../../src/metrics/promise/staff-need.ts';
import type { SlaEffect } from '../../../src/metrics/sla-effect.ts';

const monday = '2026-06-01';
const asOf = '2026-06-30';

const row = (more: Partial<PromiseCubeRow> = {}): PromiseCubeRow => ({
  week: monday,
  segment: 'Small',
  is_recent: true,
  needed: 0,
  due: 8,
  attempts: 0,
  attempt_stop: false,
  attempts_due: true,
  handovers: 10,
  ...more,
});

const terms = { responseMinutes: 60, attempts: 3, attainment: 0.5, bySegment: [] };

describe('the past of sales', () => {
  it('has one cell a week, segment and side of the ninety days', () => {
    const cells = salesHistory([
      row(),
      row({ needed: 8 }),
      row({ segment: 'Large' }),
      row({ is_recent: false }),
      row({ week: '2026-05-25' }),
    ]);
    expect(
      cells.map(({ week, segment, isRecent, handovers }) => [week, segment, isRecent, handovers]),
    ).toEqual([
      ['2026-05-25', 'Small', true, 10],
      [monday, 'Small', false, 10],
      [monday, 'Large', true, 10],
      [monday, 'Small', true, 20],
    ]);
  });

  it('is judged as the promise says: due, in time, tried or stopped', () => {
    const cells = salesHistory([
      row({ needed: 4, attempts: 3 }),
      row({ needed: 3, attempts: 2, handovers: 1 }),
      row({ needed: 8, attempt_stop: true, handovers: 5 }),
      row({ needed: 0, due: 3, attempts_due: false, attempts: 9, handovers: 100 }),
      row({ needed: 0, due: 4, attempts: 4, handovers: 1000 }),
    ]);
    expect(replay(cells, terms)).toEqual({ met: 1001, due: 1016, attemptsOk: 1015, attemptsDue: 1016 });
    expect(replay(cells, { ...terms, responseMinutes: 120 })).toMatchObject({ met: 11, due: 16 });
  });

  it('is judged by a segment’s own terms where it has some', () => {
    const cells = salesHistory([
      row({ needed: 4 }),
      row({ segment: 'Large', needed: 4, attempts: 1, handovers: 7 }),
    ]);
    const own = { ...terms, bySegment: [{ segment: 'Large', responseMinutes: 120, attempts: 1 }] };
    expect(replay(cells, own)).toEqual({ met: 7, due: 17, attemptsOk: 7, attemptsDue: 17 });
  });

  it('refuses a promise that the grid does not have, and finds the nearest one', () => {
    expect(() => placeInGrid(61)).toThrow(RangeError);
    expect([0, 5, 8, 9, 61, 84, 85, 9999].map(nearestInGrid)).toEqual([5, 5, 5, 15, 60, 60, 120, 960]);
  });
});

describe('the replay by week', () => {
  const of = (week: string, needed = 0, handovers = 10) => row({ week, needed, handovers });

  it('takes the last 26 weeks that are over', () => {
    const weeks = ['2025-12-22', '2025-12-29', '2026-01-05', '2026-06-22', '2026-06-29'];
    const cells = salesHistory(weeks.map((week) => of(week)));
    expect(wholeWeeks(cells, '2026-06-28').map(({ week }) => week)).toEqual(weeks.slice(1, 4));
    expect(wholeWeeks(cells, '2026-07-05').map(({ week }) => week)).toEqual(weeks.slice(2));
    expect(wholeWeeks(cells, '2026-06-27').map(({ week }) => week)).toEqual(weeks.slice(0, 3));
  });

  it('counts a week with exactly the promised share as kept, and none with fewer than five', () => {
    const cells = salesHistory([
      of('2026-06-01', 0, 5),
      of('2026-06-01', 8, 5),
      of('2026-06-08', 0, 4),
      of('2026-06-08', 8, 5),
      of('2026-06-15', 0, 4),
      of('2026-06-22', 0, 5),
    ]);
    const weeks = replayByWeek(cells, terms, asOf);
    expect(weeks.map(({ met, due }) => [met, due])).toEqual([
      [5, 10],
      [4, 9],
      [4, 4],
      [5, 5],
    ]);
    expect(keptWeeks(weeks, 0.5)).toEqual({ response: { kept: 2, of: 3 }, attempts: { kept: 0, of: 3 } });
  });

  it('keeps a share that is the promised one but for rounding', () => {
    const week = { week: monday, met: 7, due: 10, attemptsOk: 0, attemptsDue: 0 };
    expect(keptWeeks([week], 0.7).response).toEqual({ kept: 1, of: 1 });
    expect(keptWeeks([{ ...week, met: 6 }], 0.7).response).toEqual({ kept: 0, of: 1 });
  });

  it('says which response time each week would have kept, the longest where none', () => {
    const cells = salesHistory([
      of('2026-06-01', 2, 8),
      of('2026-06-01', 8, 2),
      of('2026-06-08', 8, 5),
      of('2026-06-15', 0, 4),
    ]);
    expect(shortestKept(cells, 0.8, asOf)).toEqual([30, 960]);
    expect(shortestKept(cells, 0.81, asOf)).toEqual([960, 960]);
  });

  it('leaves the days before the last ninety to the weeks', () => {
    const cells = salesHistory([row({ handovers: 6 }), row({ is_recent: false })]);
    expect(replayRecent(cells, terms).response).toMatchObject({ k: 6, n: 6, rate: 1 });
  });
});

describe('the attempts that are made today', () => {
  it('are the most that the promised share would have kept, at least one', () => {
    const cells = salesHistory([
      row({ attempts: 4, handovers: 5 }),
      row({ attempts: 2, handovers: 3 }),
      row({ handovers: 2 }),
    ]);
    expect([0.5, 0.8, 0.81].map((share) => attemptsKept(cells, share))).toEqual([4, 2, 1]);
  });

  it('are not known where no days are over, or all are long ago', () => {
    expect(attemptsKept(salesHistory([row({ attempts_due: false })]), 0.8)).toBeNull();
    expect(attemptsKept(salesHistory([row({ is_recent: false, attempts: 3 })]), 0.8)).toBeNull();
  });
});

describe('the staff a promise needs', () => {
  const cells = salesHistory([
    row({ attempts: 1, handovers: 10 }),
    row({ attempts: 5, handovers: 10 }),
    row({ week: '2026-06-08', attempts: 2, attempt_stop: true, handovers: 20 }),
    row({ week: '2026-06-15', attempts_due: false, handovers: 5 }),
    row({ week: '2026-06-29', attempts: 9, handovers: 500 }),
  ]);
  const work = { minutesPerAttempt: 12, hoursOpen: 40, volume: 1 };

  it('is the attempts made, raised to those promised unless something ended the need', () => {
    // 10·3 + 10·5 + 20·2 attempts on 40 handovers, 45 handovers in three weeks.
    const need = staffNeed(cells, terms, asOf, work);
    expect(need?.attemptsPerHandover).toBe(3);
    expect(need?.attemptsPerWeek).toBe(45);
    expect(need?.hoursPerWeek).toBe(9);
    expect(need?.people).toBeCloseTo(9 / 40, 12);
  });

  it('is what was done without terms, and grows with the leads to come', () => {
    expect(staffNeed(cells, null, asOf, work)?.attemptsPerHandover).toBe(2.5);
    expect(staffNeed(cells, null, asOf, { ...work, volume: 2 })?.attemptsPerWeek).toBe(75);
  });

  it('is not known without a handover whose days are over, nor persons of a team that never opens', () => {
    expect(staffNeed(salesHistory([row({ attempts_due: false })]), terms, asOf, work)).toBeNull();
    expect(staffNeed(cells, terms, asOf, { ...work, hoursOpen: 0 })?.people).toBeNull();
  });

  it('is held against the opening hours of a week', () => {
    expect(weeklyHours(defaultCalendar('Europe/Stockholm'))).toBe(40);
    expect(weeklyHours(alwaysOpen('Europe/Stockholm'))).toBe(168);
    expect(weeklyHours({ ...defaultCalendar('UTC'), hours: { 1: [['08:30', '12:00']], 2: [] } })).toBe(3.5);
  });

  it('of a person is the mean over owners, each by their own calendar', () => {
    const byOwner = new Map([['Night', alwaysOpen('UTC')]]);
    const calendars = { usual: defaultCalendar('UTC'), byOwner };
    expect(meanWeeklyHours(calendars, ['Night', 'Day'])).toBe(104);
    expect(meanWeeklyHours(calendars, [])).toBe(40);
  });
});

describe('what goes with a promise of speed', () => {
  const effect: SlaEffect = {
    estimate: {
      effect: 0.02,
      standardError: 0.005,
      low: 0.01,
      high: 0.03,
      extra: 10,
      extraLow: 5,
      extraHigh: 15,
    },
    crude: 0.05,
    coverage: 0.9,
    strataUsed: 4,
    direction: 'up',
    verdict: 'probably',
  };
  const basis = { effect, responseMinutes: 60, attained: 0.3 };
  const cells = salesHistory([row({ handovers: 30 }), row({ segment: 'Large', handovers: 10 })]);

  it('is the share answered in time beyond today’s, times the difference, of today’s opportunities', () => {
    const gain = speedGainOf(cells, terms, basis, 0.1);
    expect(gain?.share).toBeCloseTo((0.2 * 0.02) / 0.1, 12);
    expect(gain?.error).toBeCloseTo((0.2 * 0.005) / 0.1, 12);
    expect(gain?.perLead).toBe(0.02);
  });

  it('is nothing where the promise is longer than what was measured, or no more than is done', () => {
    expect(speedGainOf(cells, { ...terms, responseMinutes: 120 }, basis, 0.1)?.share).toBe(0);
    expect(speedGainOf(cells, { ...terms, attainment: 0.3 }, basis, 0.1)?.share).toBe(0);
    expect(speedGainOf(cells, { ...terms, attainment: 0.2 }, basis, 0.1)?.share).toBe(0);
  });

  it('is that of the segments whose promise is short enough', () => {
    const own = { segment: 'Large', responseMinutes: 480, attempts: 1 };
    const gain = speedGainOf(cells, { ...terms, bySegment: [own] }, basis, 0.1);
    expect(gain?.share).toBeCloseTo((0.75 * 0.2 * 0.02) / 0.1, 12);
  });

  it.each([
    ['a difference that cannot be told', { effect: { ...effect, verdict: 'cannotTell' } as const }],
    [
      'fast answers that went with fewer opportunities',
      { effect: { ...effect, direction: 'down' } as const },
    ],
    ['no estimate', { effect: { ...effect, estimate: null } }],
    ['too few due to know what is done today', { attained: null }],
  ])('is not given with %s', (_, changed) =>
    expect(speedGainOf(cells, terms, { ...basis, ...changed }, 0.1)).toBeNull(),
  );

  it('is not given where no lead becomes an opportunity, and is 0 without a handover', () => {
    expect(speedGainOf(cells, terms, basis, 0)).toBeNull();
    expect(speedGainOf([], terms, basis, 0.1)?.share).toBe(0);
  });
});
