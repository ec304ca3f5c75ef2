import { addDays, fromEpochDay, toEpochDay } from './local-date.ts';

/** ISO weekday of a local date: 1 is Monday, 7 Sunday. 1970-01-01 was a Thursday. */
export const isoWeekday = (date: string): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the ISO week of a local date. */
export const weekStart = (date: string): string => addDays(date, 1 - isoWeekday(date));

/** The first day of the calendar month of a local date. */
export const monthStart = (date: string): string => `${fromEpochDay(toEpochDay(date)).slice(0, 7)}-01`;

/**
 * The ISO 8601 week of a local date, `2026-W53`. A week belongs to the year of its Thursday, so the first days of January
 * may be in a week of the year before, and the last of December in one of the year after.
 */
export const isoWeek = (date: string): string => {
  const thursday = addDays(weekStart(date), 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor((toEpochDay(thursday) - toEpochDay(`${year}-01-01`)) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
};
