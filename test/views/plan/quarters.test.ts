import { describe, expect, it } from 'vitest';
import { monthIndex } from '../../../src/domain/calendar-month.ts';
import { changedBudgets, firstQuarter, quartersFrom, startMonths } from '../../../src/views/plan/quarters.ts';

const budget = (quarter: string, amountMinor: number) => ({ quarter, amountMinor, currency: 'EUR' });

describe('the quarters of a plan', () => {
  it('begin with that of the day after the as-of day', () => {
    expect(quartersFrom('2026-09-30')).toEqual(['2026-10-01', '2027-01-01', '2027-04-01', '2027-07-01']);
    expect(quartersFrom('2026-09-29')[0]).toBe('2026-07-01');
  });

  it('open on the first one with a budget', () => {
    const quarters = quartersFrom('2026-09-30');
    expect(firstQuarter(quarters, [])).toBe('2026-10-01');
    expect(firstQuarter(quarters, [budget('2026-10-01', 0), budget('2027-04-01', 5)])).toBe('2027-04-01');
    expect(firstQuarter(quarters, [budget('2026-07-01', 5)])).toBe('2026-10-01');
  });

  it('can be planned from the first whole month to their end', () => {
    const october = monthIndex('2026-10-01');
    expect(startMonths('2026-09-30', '2026-10-01')).toEqual([october, october + 1, october + 2]);
    expect(startMonths('2026-12-05', '2026-10-01')).toEqual([october + 3]);
  });
});

describe('a budget that is typed in', () => {
  it('takes the place of that of its quarter, in minor units', () => {
    const before = [budget('2026-10-01', 100), budget('2027-01-01', 200)];
    expect(changedBudgets(before, '2026-10-01', 900_000, 'EUR')).toEqual([
      budget('2026-10-01', 90_000_000),
      budget('2027-01-01', 200),
    ]);
  });

  it('is taken away by 0, and names no currency that has no code', () => {
    expect(changedBudgets([budget('2026-10-01', 100)], '2026-10-01', 0, 'EUR')).toEqual([]);
    expect(changedBudgets([], '2026-10-01', 1, 'kr')[0]?.currency).toBeNull();
  });
});
