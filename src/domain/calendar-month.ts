import { addDays, fromEpochDay, toEpochDay } from './local-date.ts';

/** The calendar month of a local date as a whole number, months since year 0, so that a lag in months is a difference. */
export const monthIndex = (date: string): number => {
  const day = fromEpochDay(toEpochDay(date));
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
};

/** First day of a month. */
export const firstDayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

/** Last day of a month. */
export const lastDayOf = (month: number): string => addDays(firstDayOf(month + 1), -1);

/** The last month that had ended by the end of a day. */
export const lastCompleteMonth = (date: string): number => monthIndex(addDays(date, 1)) - 1;
