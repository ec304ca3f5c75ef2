import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addMonths, fromEpochDay, toEpochDay } from '../../src/domain/local-date.ts';
import { nextPeriodStart, periodStart } from '../../src/domain/time-grain.ts';

const start = (date: string, grain: 'week' | 'month') => fromEpochDay(periodStart(toEpochDay(date), grain));
const next = (date: string, grain: 'week' | 'month') =>
  fromEpochDay(nextPeriodStart(toEpochDay(date), grain));

describe('a week', () => {
  it.each([
    ['2026-06-28', '2026-06-22', '2026-06-29'],
    ['2026-06-29', '2026-06-29', '2026-07-06'],
    ['2027-01-01', '2026-12-28', '2027-01-04'],
    ['1970-01-01', '1969-12-29', '1970-01-05'],
    ['1969-12-28', '1969-12-22', '1969-12-29'],
    ['1969-12-29', '1969-12-29', '1970-01-05'],
  ])('of %s starts on Monday %s; the next on %s', (day, monday, following) => {
    expect([start(day, 'week'), next(day, 'week')]).toEqual([monday, following]);
  });
});

describe('a month', () => {
  it.each([
    ['2026-06-30', '2026-06-01', '2026-07-01'],
    ['2024-02-29', '2024-02-01', '2024-03-01'],
    ['2026-12-31', '2026-12-01', '2027-01-01'],
    ['1969-11-05', '1969-11-01', '1969-12-01'],
  ])('of %s starts on %s; the next on %s', (day, first, following) => {
    expect([start(day, 'month'), next(day, 'month')]).toEqual([first, following]);
  });
});

describe('months later or earlier', () => {
  it('are those of the calendar, at the end of a month too', () => {
    for (const day of ['2024-01-31', '2024-02-29', '2026-06-30', '2025-12-31', '2026-03-15'])
      for (const months of [-24, -13, -1, 0, 1, 11, 12, 25])
        expect(addMonths(day, months), `${day} ${months}`).toBe(
          Temporal.PlainDate.from(day).add({ months }).toString(),
        );
  });
});
