import { describe, expect, it } from 'vitest';
import { firstDayOf, lastCompleteMonth, lastDayOf, monthIndex } from '../../src/domain/calendar-month.ts';

describe('a calendar month', () => {
  it('is counted on over the turn of a year', () => {
    expect(monthIndex('2026-01-31') - monthIndex('2025-12-01')).toBe(1);
    expect(monthIndex('2026-06-30')).toBe(2026 * 12 + 5);
    expect(() => monthIndex('2026-6-30')).toThrow(RangeError);
  });

  it('has a first and a last day', () => {
    expect([firstDayOf(2026 * 12), lastDayOf(2026 * 12)]).toEqual(['2026-01-01', '2026-01-31']);
    expect([firstDayOf(2025 * 12 + 11), lastDayOf(2025 * 12 + 11)]).toEqual(['2025-12-01', '2025-12-31']);
    expect(lastDayOf(monthIndex('2024-02-10'))).toBe('2024-02-29');
  });

  it('is complete with its last day, not before', () => {
    expect(lastCompleteMonth('2026-06-29')).toBe(monthIndex('2026-05-01'));
    expect(lastCompleteMonth('2026-06-30')).toBe(monthIndex('2026-06-01'));
    expect(lastCompleteMonth('2026-12-31')).toBe(monthIndex('2026-12-01'));
  });
});
