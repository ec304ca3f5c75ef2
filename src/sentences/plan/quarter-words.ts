import { firstDayOf, lastDayOf } from '../../domain/calendar-month.ts';
import { dayAndMonth, monthName } from '../format.ts';

/** A quarter with its year: "Q4 2026". */
export const quarterWithYear = (quarter: string): string =>
  `Q${Math.ceil(Number(quarter.slice(5, 7)) / 3)} ${quarter.slice(0, 4)}`;

/** A month counted since year 0: "October". */
export const monthWords = (month: number): string => monthName(firstDayOf(month));

/** Its last day: "31 Oct". */
export const endOfMonth = (month: number): string => dayAndMonth(lastDayOf(month));

/** Names in a row: "Email", "Email and Website", "Email, Events and 3 more". */
export const namesInWords = (names: readonly string[], most = 3): string => {
  const shown = names.length > most ? names.slice(0, most - 1) : names;
  const rest = names.length - shown.length;
  const words = rest > 0 ? [...shown, `${rest} more`] : shown;
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
};
