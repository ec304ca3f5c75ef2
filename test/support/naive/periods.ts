/** Section 2, rule 15: ISO weeks and calendar months. */
import { Temporal } from 'temporal-polyfill';
import { addDays } from './local-days.ts';

export type Period = 'week' | 'month';

/** The first day of the period a day lies in: its Monday, or the first of its month. */
export function startOf(period: Period, day: string): string {
  const date = Temporal.PlainDate.from(day);
  if (period === 'month') return date.with({ day: 1 }).toString();
  return date.subtract({ days: date.dayOfWeek - 1 }).toString();
}

/** The last day of the period that starts on a day. */
export function lastDayOf(period: Period, start: string): string {
  if (period === 'week') return addDays(start, 6);
  return Temporal.PlainDate.from(start).add({ months: 1 }).subtract({ days: 1 }).toString();
}

/** The label of an ISO week, `GGGG-Www`, of any day in it. */
export function isoWeekLabel(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** Whole calendar months between the months of two days: 0 in the same month. */
export function monthsBetween(from: string, to: string): number {
  const [a, b] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

/** The same day so many months earlier; the last of the month where that day does not exist. */
export function monthsBefore(day: string, months: number): string {
  return Temporal.PlainDate.from(day).subtract({ months }).toString();
}
