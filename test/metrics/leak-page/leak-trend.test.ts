import { describe, expect, it } from 'vitest';
import { addMonths } from '../../../src/domain/local-date.ts';
import {
  leakTrends,
  type MonthStanding,
  type TrendTimes,
} from '../../../src/metrics/leak-page/leak-trend.ts';
import { leakRow } from '../../support/leak-row.ts';

const times: TrendTimes = {
  asOf: '2026-09-30',
  firstDay: '2024-01-01',
  leadDays: 30,
  opportunityDays: 92,
};

/** Months from January 2024 on with so many late leads of 200 each. */
const months = (late: readonly number[]): readonly MonthStanding[] =>
  late.flatMap((k, at) => {
    const part = addMonths('2024-01-01', at);
    return [
      { ...leakRow('mql', 'dropped', k, { slow: true }), part },
      { ...leakRow('opportunity', 'won', 200 - k), part },
    ];
  });

const steady = Array.from({ length: 24 }, (_, at) => 40 + (at % 3));

const slow = { key: 'slow', leak: 'slow' } as const;
const trendOf = (late: readonly number[], more: Partial<TrendTimes> = {}) =>
  leakTrends(months(late), [slow], { ...times, ...more })[0];

describe('the trend of a leak', () => {
  it('is usual where its share moves as it always did', () =>
    expect(trendOf(steady)).toMatchObject({ verdict: 'usual', direction: 'none', isPassing: false }));

  it('is a signal up where the last month lies far above, and down where it lies far below', () => {
    expect(trendOf([...steady, 120])).toMatchObject({ verdict: 'signal', direction: 'up' });
    expect(trendOf([...steady, 2])).toMatchObject({ verdict: 'signal', direction: 'down' });
  });

  it('shows at most the last twelve months', () => {
    expect(trendOf(steady)?.months).toHaveLength(12);
    expect(trendOf(steady)?.months[0]).toEqual({ month: '2025-01-01', k: 40, n: 200 });
    expect(trendOf(steady.slice(0, 5))?.months).toHaveLength(5);
  });

  it('ends with the last month that is whole and has had its time', () => {
    const all = Array.from({ length: 33 }, () => 40);
    expect(trendOf(all)?.months.at(-1)?.month).toBe('2026-08-01');
    expect(trendOf(all, { asOf: '2026-09-29' })?.months.at(-1)?.month).toBe('2026-07-01');
    expect(trendOf(all, { leadDays: 31 })?.months.at(-1)?.month).toBe('2026-07-01');
  });

  it('gives opportunities the time that opportunities take', () => {
    const lost = { key: 'lostOpportunity', leak: 'lostOpportunity' } as const;
    const rows = Array.from({ length: 33 }, (_, at) => ({
      ...leakRow('opportunity', 'dropped', 100),
      part: addMonths('2024-01-01', at),
    }));
    const lastOf = (opportunityDays: number) =>
      leakTrends(rows, [lost], { ...times, opportunityDays })[0]?.months.at(-1)?.month;
    expect(lastOf(92)).toBe('2026-06-01');
    expect(lastOf(93)).toBe('2026-05-01');
  });

  it('leaves out a first month that began before the data', () => {
    expect(trendOf([1, 2, 3], { firstDay: '2024-01-02' })?.months.map(({ month }) => month)).toEqual([
      '2024-02-01',
      '2024-03-01',
    ]);
  });

  it('cannot be told without a month that is old enough, or without a window', () => {
    expect(trendOf([])).toMatchObject({ verdict: 'cannotTell', months: [] });
    expect(trendOf(steady, { leadDays: null })).toMatchObject({ verdict: 'cannotTell', months: [] });
  });

  it('cannot be told of one month alone, nor of fewer than 30 leads', () => {
    expect(trendOf([40])?.verdict).toBe('cannotTell');
    const few = months(steady).map((row, at) => ({ ...row, journeys: at % 2 === 0 ? 2 : 27 }));
    expect(leakTrends(few, [slow], times)[0]?.verdict).toBe('cannotTell');
  });

  it('without twelve months rests on the months before, with a correction for the number of leaks', () => {
    expect(trendOf([40, 40, 40, 120])).toMatchObject({ verdict: 'signal', direction: 'up' });
    expect(trendOf([40, 40, 40, 41])).toMatchObject({ verdict: 'usual' });
  });

  it('has no verdict where leads only pass through', () => {
    const rows = steady.map((k, at) => ({
      ...leakRow('mql', 'stalled', k * (at === 23 ? 20 : 1)),
      part: addMonths('2024-01-01', at),
    }));
    const stalled = leakTrends(rows, [{ key: 'stalled', leak: 'stalled' }], times)[0];
    expect(stalled).toMatchObject({ verdict: 'cannotTell', isPassing: true });
  });

  it('counts only the leads of its own line', () => {
    const at = { part: '2026-01-01' };
    const rows = [
      { ...leakRow('mql', 'dropped', 10), ...at },
      { ...leakRow('sql', 'dropped', 7), ...at },
    ];
    const line = { key: 'disqualified sql', leak: 'disqualified' } as const;
    expect(leakTrends(rows, [line], times)[0]?.months).toEqual([{ month: '2026-01-01', k: 7, n: 17 }]);
  });
});
