import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, fromEpochDay, isLocalDate, toEpochDay } from '../../src/domain/local-date.ts';

describe('local dates', () => {
  it('survive the way to a count of days and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_567, max: 47_846 }), (day) => {
        expect(toEpochDay(fromEpochDay(day))).toBe(day);
      }),
      { seed: 21 },
    );
  });

  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-06-30', 0, '2026-06-30'],
  ])('%s and %i days is %s', (date, days, later) => expect(addDays(date, days)).toBe(later));

  it.each([
    ['2026-06-30', -24, '2024-06-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-08-31', 0, '2026-08-31'],
    ['2026-10-01', 2, '2026-12-01'],
  ])('%s and %i months is %s', (date, months, later) => expect(addMonths(date, months)).toBe(later));

  it.each(['2026-02-28', '2028-02-29', '1999-12-31'])('%s exists', (text) =>
    expect(isLocalDate(text)).toBe(true),
  );

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '31.12.2026', '2026-06-30T00:00:00Z', ''])(
    '"%s" is no local date',
    (text) => expect(isLocalDate(text)).toBe(false),
  );

  it.each(['30.6.2026', '2026-06-30T12:00', ''])('"%s" cannot be counted in days', (text) =>
    expect(() => toEpochDay(text)).toThrow(RangeError),
  );
});
