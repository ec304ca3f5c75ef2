/** Section 7.1: a naive business-hours clock that looks at the opening intervals of each local day in turn. */
import { Temporal } from 'temporal-polyfill';

/**
 * Opening hours. `hours` by ISO weekday (`'1'` is Monday) in local wall time, `24:00` is the next midnight;
 * `holidays` are local dates on which nothing opens.
 */
export interface NaiveCalendar {
  timeZone: string;
  hours: Record<string, [string, string][]>;
  holidays: string[];
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** The days looked at before a clock that never opens is given up. */
const FURTHEST_DAYS = 4000;

/** Monday to Friday, nine to five, no holidays. */
export const OFFICE_HOURS: NaiveCalendar = {
  timeZone: 'Europe/Stockholm',
  hours: {
    '1': [['09:00', '17:00']],
    '2': [['09:00', '17:00']],
    '3': [['09:00', '17:00']],
    '4': [['09:00', '17:00']],
    '5': [['09:00', '17:00']],
  },
  holidays: [],
};

/** Milliseconds of the instant of a wall time; "compatible" for times that exist twice or never. */
function instantOf(day: Temporal.PlainDate, wallTime: string, zone: string): number {
  const [date, time] = wallTime === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, wallTime];
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone).epochMilliseconds;
}

type Opening = readonly [number, number];

const remembered = new WeakMap<NaiveCalendar, Map<number, Opening[]>>();

/** The openings of a local day, counted from 1970-01-01, in milliseconds; remembered, because they are slow. */
function openingsOn(calendar: NaiveCalendar, dayNumber: number): Opening[] {
  const days = remembered.get(calendar) ?? new Map<number, Opening[]>();
  remembered.set(calendar, days);
  const known = days.get(dayNumber);
  if (known !== undefined) return known;
  const day = Temporal.PlainDate.from('1970-01-01').add({ days: dayNumber });
  const isHoliday = calendar.holidays.includes(day.toString());
  const hours = isHoliday ? [] : (calendar.hours[String(day.dayOfWeek)] ?? []);
  const openings = hours.map(([open, close]): Opening => [
    instantOf(day, open, calendar.timeZone),
    instantOf(day, close, calendar.timeZone),
  ]);
  days.set(dayNumber, openings);
  return openings;
}

/** Instants count in whole seconds. */
function wholeSecond(moment: number): number {
  return Math.floor(moment / 1000) * 1000;
}

/** Open minutes in [from, to), instants in milliseconds; 0 if `to` is not after `from`. */
export function businessMinutes(calendar: NaiveCalendar, from: number, to: number): number {
  const start = wholeSecond(from);
  const end = wholeSecond(to);
  let open = 0;
  // Local days reach up to a day beyond the days of UTC.
  for (let day = Math.floor(start / DAY) - 1; day <= Math.floor(end / DAY) + 1; day += 1) {
    for (const [opens, closes] of openingsOn(calendar, day)) {
      open += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return open / MINUTE;
}

/** The earliest instant by which `minutes` open minutes have passed, `from` itself for 0; null if that never is. */
export function addBusinessMinutes(calendar: NaiveCalendar, from: number, minutes: number): number | null {
  const start = wholeSecond(from);
  if (minutes === 0) return start;
  let left = minutes * MINUTE;
  const first = Math.floor(start / DAY) - 1;
  for (let day = first; day < first + FURTHEST_DAYS; day += 1) {
    for (const [opens, closes] of openingsOn(calendar, day)) {
      const begins = Math.max(opens, start);
      const open = Math.max(0, closes - begins);
      if (open >= left) return begins + left;
      left -= open;
    }
  }
  return null;
}
