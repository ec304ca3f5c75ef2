import type { BusinessCalendar, OpenHours, Weekday } from '../../domain/business-calendar.ts';
import type { LanguageFormat } from './language-format.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

interface Run {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly hours: string;
}

const hoursWords = (hours: readonly OpenHours[]): string =>
  hours.map(([open, close]) => `${open}–${close}`).join(', ');

/** The opening hours of a calendar: neighbouring days with the same hours together, closed days left out. */
export const openingHours = ({ hours }: Pick<BusinessCalendar, 'hours'>, format: LanguageFormat): string => {
  const runs: Run[] = [];
  for (const weekday of weekdays) {
    const own = hoursWords(hours[weekday] ?? []);
    const last = runs.at(-1);
    if (own === '') continue;
    if (last !== undefined && last.to === weekday - 1 && last.hours === own)
      runs[runs.length - 1] = { ...last, to: weekday };
    else runs.push({ from: weekday, to: weekday, hours: own });
  }
  return runs
    .map(({ from, to, hours: own }) =>
      from === to ? `${format.weekday(from)} ${own}` : `${format.weekday(from)}–${format.weekday(to)} ${own}`,
    )
    .join('; ');
};
