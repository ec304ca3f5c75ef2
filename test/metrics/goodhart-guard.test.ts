import { describe, expect, it } from 'vitest';
import {
  goodhartGuardOf,
  type JointCounts,
  type MonthEndCounts,
  type WorkCounts,
} from '../../src/metrics/goodhart-guard.ts';

const work = (side: string, more: Partial<WorkCounts> = {}): WorkCounts => ({
  side,
  handovers: 500,
  attempts: 1000,
  tried: 400,
  contacted: 200,
  in_time: 300,
  one_touch: 60,
  ...more,
});

const joints = (l2o: readonly [number, number], o2d: readonly [number, number]): readonly JointCounts[] => [
  { joint: 'l2o', side: 'before', n: 1000, k: l2o[0] },
  { joint: 'l2o', side: 'after', n: 1000, k: l2o[1] },
  { joint: 'o2d', side: 'before', n: 400, k: o2d[0] },
  { joint: 'o2d', side: 'after', n: 400, k: o2d[1] },
];

const month = (late: number, more: Partial<MonthEndCounts> = {}): MonthEndCounts => ({
  days: 30,
  handovers: 1000,
  late,
  late_mature: 100,
  late_converted: 20,
  other_mature: 900,
  other_converted: 180,
  ...more,
});

const guard = (
  before: Partial<WorkCounts>,
  after: Partial<WorkCounts>,
  counts = joints([100, 100], [100, 100]),
  months: readonly MonthEndCounts[] = [month(100)],
) => goodhartGuardOf([work('after', after), work('before', before)], counts, months);

describe('attempts that reach nobody', () => {
  it('stand out where more is tried and fewer are reached', () => {
    const { emptyAttempts } = guard({}, { attempts: 2000, contacted: 120 });
    expect(emptyAttempts).toMatchObject({
      verdict: 'probably',
      attemptsBefore: 2,
      attemptsAfter: 4,
      before: { k: 200, n: 400 },
      after: { k: 120, n: 400 },
    });
    expect(emptyAttempts.difference.direction).toBe('down');
  });

  it('do not where as much or less is tried, or more are reached', () => {
    expect(guard({}, { contacted: 120 }).emptyAttempts.verdict).toBe('usual');
    expect(guard({}, { attempts: 900, contacted: 120 }).emptyAttempts.verdict).toBe('usual');
    expect(guard({}, { attempts: 2000, contacted: 280 }).emptyAttempts.verdict).toBe('usual');
    expect(guard({}, { attempts: 2000, contacted: 198 }).emptyAttempts.verdict).toBe('usual');
  });

  it('cannot be told of where one side is missing or small', () => {
    expect(goodhartGuardOf([work('after')], [], []).emptyAttempts).toMatchObject({
      verdict: 'cannotTell',
      attemptsBefore: null,
    });
    expect(guard({ tried: 29, contacted: 10 }, {}).emptyAttempts.verdict).toBe('cannotTell');
    expect(guard({ handovers: 0, attempts: 0 }, {}).emptyAttempts.attemptsBefore).toBeNull();
  });
});

describe('leads answered in time and left alone', () => {
  it('stand out where there are more of them, never where there are fewer', () => {
    expect(guard({}, { one_touch: 120 }).oneTouch.verdict).toBe('probably');
    expect(guard({}, { one_touch: 20 }).oneTouch.verdict).toBe('usual');
    expect(guard({}, { one_touch: 61 }).oneTouch.verdict).toBe('usual');
    expect(guard({}, { in_time: 20, one_touch: 10 }).oneTouch.verdict).toBe('cannotTell');
  });
});

describe('more opportunities of which fewer become deals', () => {
  const verdict = (l2o: readonly [number, number], o2d: readonly [number, number]) =>
    guard({}, {}, joints(l2o, o2d)).jointsApart.verdict;

  it('stand out only where both joints moved, each its own way', () => {
    expect(verdict([100, 200], [200, 100])).toBe('probably');
    expect(verdict([100, 200], [200, 200])).toBe('usual');
    expect(verdict([100, 100], [200, 100])).toBe('usual');
    expect(verdict([200, 100], [200, 100])).toBe('usual');
    expect(verdict([100, 200], [100, 200])).toBe('usual');
  });

  it('cannot be told of while one joint is too young', () => {
    const young = joints([100, 200], [200, 100]).filter(
      ({ joint, side }) => joint !== 'o2d' || side !== 'after',
    );
    expect(guard({}, {}, young).jointsApart).toMatchObject({
      verdict: 'cannotTell',
      o2d: { after: { k: 0, n: 0 } },
    });
    const first = joints([100, 200], [200, 100]).filter(
      ({ joint, side }) => joint !== 'l2o' || side !== 'after',
    );
    expect(guard({}, {}, first).jointsApart.verdict).toBe('cannotTell');
  });
});

describe('leads handed over at the end of a month', () => {
  const monthEnd = (months: readonly MonthEndCounts[]) => guard({}, {}, [], months).monthEnd;

  it('are held against the share of days, month by month', () => {
    expect(monthEnd([month(100), month(93, { days: 31, handovers: 62 })])).toMatchObject({
      late: { k: 193, n: 1062 },
      expected: (1000 * 0.1 + (62 * 3) / 31) / 1062,
      verdict: 'probably',
    });
  });

  it('stand out where their share is surely larger, never where it is smaller', () => {
    expect(monthEnd([month(200)]).verdict).toBe('probably');
    expect(monthEnd([month(110)]).verdict).toBe('usual');
    expect(monthEnd([month(20)]).verdict).toBe('usual');
    expect(monthEnd([month(20, { handovers: 29 })]).verdict).toBe('cannotTell');
    expect(monthEnd([month(30, { handovers: 30 })]).verdict).toBe('probably');
  });

  it('say nothing of no month', () =>
    expect(monthEnd([])).toMatchObject({ verdict: 'cannotTell', expected: null, late: { k: 0, n: 0 } }));

  it('are compared in what becomes of them', () => {
    const { quality } = monthEnd([month(100, { late_mature: 400, late_converted: 20 })]);
    expect(quality.before).toEqual({ k: 180, n: 900 });
    expect(quality.after).toEqual({ k: 20, n: 400 });
    expect(quality.difference).toMatchObject({ verdict: 'probably', direction: 'down' });
  });
});
