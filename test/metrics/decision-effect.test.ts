import { describe, expect, it } from 'vitest';
import { toEpochDay } from '../../src/domain/local-date.ts';
import { decisionEffect, type MeasuredSeries } from '../../src/metrics/decision-effect.ts';

const monday = toEpochDay('2026-01-05');

/** Weeks from 2026-01-05 on: k of n each. */
const rates = (counts: readonly (readonly [k: number, n: number])[], ripeDays = 14): MeasuredSeries => ({
  kind: 'rate',
  ripeDays,
  weeks: counts.map(([k, n], index) => ({ start: monday + 7 * index, k, n })),
});

const volumes = (values: readonly number[]): MeasuredSeries => ({
  kind: 'volume',
  ripeDays: 0,
  weeks: values.map((k, index) => ({ start: monday + 7 * index, k, n: 1 })),
});

const times = <Value>(count: number, value: Value): readonly Value[] =>
  Array.from({ length: count }, () => value);

/** Twelve weeks of 10 or 12, whose mean is 11 and whose mean moving range is 2: limits 5.68 to 16.32. */
const steady = times(6, [10, 12]).flat();

/** The day so many weeks after 2026-01-05, and as many days. */
const dayOf = (weeks: number, days = 0): number => monday + 7 * weeks + days;

const farOff = toEpochDay('2027-01-01');

describe('a rate before and after a decision', () => {
  it('is pooled over the whole weeks of both sides and compared by its counts', () => {
    const effect = decisionEffect(
      rates([...times(4, [10, 100] as const), ...times(4, [20, 100] as const)]),
      dayOf(4),
      farOff,
    );
    expect(effect.before).toEqual({ weeks: 4, k: 40, n: 400, value: 0.1 });
    expect(effect.after).toEqual({ weeks: 4, k: 80, n: 400, value: 0.2 });
    expect(effect.difference?.difference).toBeCloseTo(0.1, 12);
    expect(effect.difference?.low).toBeCloseTo(0.0506, 3);
    expect(effect.difference?.high).toBeCloseTo(0.149, 3);
    expect(effect).toMatchObject({
      verdict: 'probably',
      direction: 'up',
      lack: null,
      weeksLeft: null,
      limits: null,
    });
  });

  it('leaves the week of the decision out, unless it was decided on its Monday', () => {
    const series = rates([...times(4, [10, 100] as const), [99, 100], ...times(4, [20, 100] as const)]);
    for (const days of [1, 6])
      expect(decisionEffect(series, dayOf(4, days), farOff)).toMatchObject({
        before: { k: 40 },
        after: { k: 80 },
      });
    expect(decisionEffect(series, dayOf(4), farOff)).toMatchObject({ before: { k: 40 }, after: { k: 179 } });
    expect(decisionEffect(series, dayOf(5), farOff)).toMatchObject({ before: { k: 139 }, after: { k: 80 } });
  });

  it('looks at half a year before and a quarter after', () => {
    const series = rates([...times(30, [1, 10] as const), ...times(20, [2, 10] as const)]);
    expect(decisionEffect(series, dayOf(30), farOff)).toMatchObject({
      before: { weeks: 26, k: 26, n: 260 },
      after: { weeks: 12, k: 24, n: 120 },
    });
  });

  it('cannot be told with fewer than four weeks before, however long one waits', () =>
    expect(
      decisionEffect(
        rates([...times(3, [10, 100] as const), ...times(9, [90, 100] as const)]),
        dayOf(3),
        farOff,
      ),
    ).toMatchObject({ lack: 'before', verdict: 'cannotTell', direction: 'none', weeksLeft: null }));

  it('cannot be told before the fourth week after has had its time', () => {
    const series = rates([...times(4, [10, 100] as const), ...times(3, [90, 100] as const)]);
    const weeksLeft = (decided: number, asOf: number) => decisionEffect(series, decided, asOf).weeksLeft;
    expect(decisionEffect(series, dayOf(4), dayOf(9))).toMatchObject({
      lack: 'after',
      verdict: 'cannotTell',
    });
    // The fourth week ends on the day before week 8 and is measured fourteen days later.
    expect(weeksLeft(dayOf(4), dayOf(9, -1))).toBe(1);
    expect(weeksLeft(dayOf(4), dayOf(9, -2))).toBe(2);
    expect(weeksLeft(dayOf(4), dayOf(4))).toBe(6);
    expect(weeksLeft(dayOf(4, 1), dayOf(4))).toBe(7);
    expect(weeksLeft(dayOf(4), dayOf(20))).toBe(1);
  });

  it('cannot be told of fewer than thirty on either side, and says at what pace they come', () => {
    const small = (before: number, after: number) =>
      decisionEffect(
        rates([...times(4, [1, before] as const), ...times(4, [1, after] as const)]),
        dayOf(4),
        farOff,
      );
    expect(small(100, 5)).toMatchObject({ lack: 'records', verdict: 'cannotTell', weeksLeft: 2 });
    expect(small(100, 2)).toMatchObject({ lack: 'records', weeksLeft: null });
    expect(small(7, 100)).toMatchObject({ lack: 'records', weeksLeft: null });
    expect(small(100, 7.5).lack).toBeNull();
    expect(small(7.5, 100).lack).toBeNull();
    expect(
      decisionEffect(rates([...times(4, [1, 50] as const), ...times(4, [0, 0] as const)]), dayOf(4), farOff),
    ).toMatchObject({
      lack: 'records',
      weeksLeft: null,
      difference: null,
    });
  });

  it('is waited for as long as it can be told within a quarter', () => {
    const after = (n: number) =>
      decisionEffect(rates([...times(4, [1, 100] as const), ...times(4, [1, n] as const)]), dayOf(4), farOff);
    expect(after(2.5).weeksLeft).toBe(8);
    expect(after(2.4).weeksLeft).toBeNull();
  });

  it('is a signal where the last week leaves the limits of twelve weeks before', () => {
    const before = times(6, [
      [10, 100],
      [12, 100],
    ] as const).flat();
    const last = (k: number) =>
      decisionEffect(rates([...before, ...times(3, [11, 100] as const), [k, 100]]), dayOf(12), farOff);
    expect(last(40)).toMatchObject({ verdict: 'signal', direction: 'up' });
    expect(last(12)).toMatchObject({ verdict: 'usual', direction: 'none' });
  });
});

describe('a volume before and after a decision', () => {
  it('is the mean week of both sides, with the limits of the weeks before', () => {
    const effect = decisionEffect(volumes([...steady, 10, 12, 11, 20]), dayOf(12), farOff);
    expect(effect.before).toEqual({ weeks: 12, k: 132, n: 12, value: 11 });
    expect(effect.after.value).toBe(13.25);
    expect(effect.limits?.low).toBeCloseTo(11 - 2.66 * 2, 12);
    expect(effect.limits?.high).toBeCloseTo(11 + 2.66 * 2, 12);
    expect(effect).toMatchObject({ verdict: 'signal', direction: 'up', difference: null, lack: null });
  });

  it('needs twelve weeks before and four after', () => {
    expect(decisionEffect(volumes([...steady.slice(1), 30, 30, 30, 30]), dayOf(11), farOff)).toMatchObject({
      lack: 'before',
      verdict: 'cannotTell',
      limits: null,
    });
    expect(decisionEffect(volumes([...steady, 30, 30, 30]), dayOf(12), dayOf(15))).toMatchObject({
      lack: 'after',
      verdict: 'cannotTell',
      weeksLeft: 1,
    });
  });

  it('is usual where its last week lies within the limits', () =>
    expect(decisionEffect(volumes([...steady, 30, 30, 30, 11]), dayOf(12), farOff)).toMatchObject({
      verdict: 'usual',
      direction: 'none',
    }));

  it('counts no week before the decision to a run', () => {
    const high = [...steady.slice(0, 8), 12, 12, 12, 12];
    const after = (weeks: number) =>
      decisionEffect(volumes([...high, ...times(weeks, 11.8)]), dayOf(12), farOff).verdict;
    expect(after(7)).toBe('usual');
    expect(after(8)).toBe('signal');
  });

  it('does not signal one way where all weeks together went the other', () =>
    expect(decisionEffect(volumes([...steady, 0, 0, 0, 20]), dayOf(12), farOff)).toMatchObject({
      after: { value: 5 },
      verdict: 'usual',
    }));

  it('falls where it falls', () =>
    expect(decisionEffect(volumes([...steady, 8, 7, 6, 2]), dayOf(12), farOff)).toMatchObject({
      verdict: 'signal',
      direction: 'down',
    }));
});

describe('a decision without weeks to measure', () => {
  it('is not judged', () =>
    expect(decisionEffect(volumes([]), dayOf(0), dayOf(0))).toEqual({
      before: { weeks: 0, k: 0, n: 0, value: null },
      after: { weeks: 0, k: 0, n: 0, value: null },
      difference: null,
      limits: null,
      lack: 'before',
      weeksLeft: null,
      verdict: 'cannotTell',
      direction: 'none',
    }));
});
