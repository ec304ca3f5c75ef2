import type { BusinessCalendar, OpenHours, Weekday } from '../domain/business-calendar.ts';
import type { OwnHours } from '../domain/handover.ts';
import { count, several } from './format.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

const names: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const clock = (time: string): string => {
  const [hours = '', minutes] = time.split(':');
  return minutes === '00' ? String(Number(hours)) : `${Number(hours)}:${minutes}`;
};

const spanWords = (hours: readonly OpenHours[]): string =>
  hours.map(([open, close]) => `${clock(open)} to ${clock(close)}`).join(' and ');

interface Run {
  readonly from: Weekday;
  readonly to: Weekday;
  readonly words: string;
}

const runsOf = ({ hours }: BusinessCalendar): readonly Run[] => {
  const runs: Run[] = [];
  for (const day of weekdays) {
    const open = hours[day] ?? [];
    const words = spanWords(open);
    const last = runs.at(-1);
    if (open.length === 0) continue;
    if (last !== undefined && last.words === words && last.to === day - 1)
      runs[runs.length - 1] = { ...last, to: day };
    else runs.push({ from: day, to: day, words });
  }
  return runs;
};

/** When a team works, such as "Monday to Friday, 9 to 17"; holidays are counted. */
export const hoursWords = (calendar: BusinessCalendar): string => {
  const runs = runsOf(calendar).map(
    ({ from, to, words }) =>
      `${from === to ? names[from] : `${names[from]} ${to === from + 1 ? 'and' : 'to'} ${names[to]}`}, ${words}`,
  );
  const closed =
    calendar.holidays.length === 0
      ? ''
      : ` without ${several(calendar.holidays.length, ['holiday', 'holidays'])}`;
  return runs.length === 0 ? 'never open' : `${runs.join('; ')}${closed}`;
};

/** As many calendars as a line has room for. */
const mostTold = 2;

const owners = (number: number): string => several(number, ['owner', 'owners']);

/** The usual hours, and who works by others, such as "Monday to Friday, 9 to 17; 3 owners by “Poland”: Monday to Friday, 8 to 16". */
export const allHoursWords = (usual: BusinessCalendar, own: readonly OwnHours[]): string => {
  const told =
    own.length > mostTold
      ? [`${owners(own.reduce((sum, one) => sum + one.owners, 0))} by ${count(own.length)} other calendars`]
      : own.map(
          ({ calendar, owners: number }) =>
            `${owners(number)} by “${calendar.name}”: ${hoursWords(calendar)}`,
        );
  return [hoursWords(usual), ...told].join('; ');
};
