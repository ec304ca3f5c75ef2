import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeek, isoWeekday, monthStart, weekStart } from '../../src/domain/iso-week.ts';
import { addDays, fromEpochDay, toEpochDay } from '../../src/domain/local-date.ts';

const dates = fc.integer({ min: -25_567, max: 47_846 }).map(fromEpochDay);

describe('the ISO week of a day', () => {
  it.each([
    ['2026-06-30', '2026-W27'],
    ['2024-12-29', '2024-W52'],
    ['2024-12-30', '2025-W01'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2028-01-02', '2027-W52'],
    ['1969-12-31', '1970-W01'],
    ['1968-12-29', '1968-W52'],
  ])('of %s is %s', (date, week) => expect(isoWeek(date)).toBe(week));

  it('is the same from Monday to Sunday, and another one the day after', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = weekStart(date);
        const week = isoWeek(date);
        for (let day = 0; day < 7; day += 1) expect(isoWeek(addDays(monday, day))).toBe(week);
        expect(isoWeek(addDays(monday, 7))).not.toBe(week);
        expect(isoWeek(addDays(monday, -1))).not.toBe(week);
      }),
      { seed: 111, numRuns: 300 },
    );
  });

  it('grows with time as text', () => {
    fc.assert(
      fc.property(dates, (date) => {
        expect(isoWeek(addDays(date, 7)) > isoWeek(date)).toBe(true);
      }),
      { seed: 112, numRuns: 300 },
    );
  });
});

describe('the weekday', () => {
  it.each([
    ['2026-06-29', 1],
    ['2026-07-05', 7],
    ['1970-01-01', 4],
    ['1969-12-28', 7],
    ['1969-12-29', 1],
    ['1960-02-29', 1],
  ])('of %s is %i', (date, weekday) => expect(isoWeekday(date)).toBe(weekday));
});

describe('the first day', () => {
  it('of a week is the Monday at most six days before', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const apart = toEpochDay(date) - toEpochDay(weekStart(date));
        expect(isoWeekday(weekStart(date))).toBe(1);
        expect(apart).toBe(isoWeekday(date) - 1);
      }),
      { seed: 113, numRuns: 300 },
    );
  });

  it.each([
    ['2026-06-30', '2026-06-01'],
    ['2026-06-01', '2026-06-01'],
    ['2028-02-29', '2028-02-01'],
  ])('of the month of %s is %s', (date, first) => expect(monthStart(date)).toBe(first));

  it('exists for real days only', () => {
    for (const start of [weekStart, monthStart, isoWeek])
      expect(() => start('30.6.2026')).toThrow(RangeError);
  });
});
