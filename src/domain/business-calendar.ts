import { toEpochDay } from './local-date.ts';
import { zoneClock } from './time-zone.ts';

/** Day of the week after ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Opening and closing time of the local wall clock, `HH:MM`; a closing time may be `24:00`, the next midnight. */
export type OpenHours = readonly [open: string, close: string];

/** When a team works. A weekday that is missing is closed, and so is every local date `YYYY-MM-DD` among the holidays. */
export interface BusinessCalendar {
  readonly name: string;
  /** Zone of the IANA database. */
  readonly timeZone: string;
  readonly hours: Readonly<Partial<Record<Weekday, readonly OpenHours[]>>>;
  readonly holidays: readonly string[];
}

/** A span of opening time in milliseconds since 1970-01-01T00:00Z; the closing instant is not part of it. */
export interface Opening {
  readonly openMs: number;
  readonly closeMs: number;
}

const officeHours: readonly OpenHours[] = [['09:00', '17:00']];
const allDay: readonly OpenHours[] = [['00:00', '24:00']];

/** Monday to Friday, 09:00 to 17:00, without holidays. */
export const defaultCalendar = (timeZone: string): BusinessCalendar => ({
  name: 'Office hours',
  timeZone,
  hours: { 1: officeHours, 2: officeHours, 3: officeHours, 4: officeHours, 5: officeHours },
  holidays: [],
});

/** Every hour of every day. */
export const alwaysOpen = (timeZone: string): BusinessCalendar => ({
  name: 'Always open',
  timeZone,
  hours: { 1: allDay, 2: allDay, 3: allDay, 4: allDay, 5: allDay, 6: allDay, 7: allDay },
  holidays: [],
});

const daySeconds = 86_400;

const secondsOfDay = (time: string): number => {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time))
    throw new RangeError(`Not a time of the day: ${time}`);
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3)) * 60;
};

/** The weekday of a count of days since 1970-01-01, a Thursday; days before it are negative. */
const weekdayOf = (epochDay: number): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;

const withoutOverlap = (ascending: readonly Opening[]): readonly Opening[] => {
  const merged: Opening[] = [];
  for (const opening of ascending) {
    const last = merged.at(-1);
    if (last !== undefined && opening.openMs < last.closeMs)
      merged[merged.length - 1] = {
        openMs: last.openMs,
        closeMs: Math.max(last.closeMs, opening.closeMs),
      };
    else merged.push(opening);
  }
  return merged;
};

/**
 * The openings of every local day from `fromDate` to `toDate`, both included (`YYYY-MM-DD`), ascending. Overlapping
 * ones are merged, touching ones stay apart, those without length are left out. Wall-clock times become instants as
 * Temporal does by default ("compatible"): an ambiguous time is the earlier instant, a time in a gap moves forward by
 * the gap. So an opening across the gap of spring lasts an hour less in real time. Throws a RangeError for an unknown
 * zone, a malformed date or a malformed time.
 */
export const openingsBetween = (
  calendar: BusinessCalendar,
  fromDate: string,
  toDate: string,
): readonly Opening[] => {
  const { instantOf } = zoneClock(calendar.timeZone);
  const closed = new Set(calendar.holidays.map(toEpochDay));
  const spans = new Map(
    Object.entries(calendar.hours).map(([weekday, hours]) => [
      Number(weekday),
      hours.map(([open, close]) => ({ open: secondsOfDay(open), close: secondsOfDay(close) })),
    ]),
  );
  const openings: Opening[] = [];
  const last = toEpochDay(toDate);
  for (let day = toEpochDay(fromDate); day <= last; day += 1) {
    if (closed.has(day)) continue;
    for (const { open, close } of spans.get(weekdayOf(day)) ?? []) {
      const openMs = instantOf(day * daySeconds + open) * 1000;
      const closeMs = instantOf(day * daySeconds + close) * 1000;
      if (openMs < closeMs) openings.push({ openMs, closeMs });
    }
  }
  return withoutOverlap(openings.toSorted((a, b) => a.openMs - b.openMs));
};
