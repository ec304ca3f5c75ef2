import { openingsBetween, type BusinessCalendar, type Opening } from './business-calendar.ts';
import { addDays } from './local-date.ts';
import { dayAt, zoneClock } from './time-zone.ts';

const minuteMs = 60_000;

/** A deadline further away than this is none: the calendar is as good as never open. */
const farthestDays = 3660;
const daysAtOnce = 30;

/** Real minutes of the span from `fromMs` up to, not including, `toMs` that fall into openings; 0 where the span is empty or turned round. */
export const openMinutes = (openings: readonly Opening[], fromMs: number, toMs: number): number =>
  openings.reduce(
    (sum, { openMs, closeMs }) => sum + Math.max(0, Math.min(toMs, closeMs) - Math.max(fromMs, openMs)),
    0,
  ) / minuteMs;

/**
 * Business minutes between two instants in milliseconds since 1970-01-01T00:00Z: real minutes inside the openings of a
 * calendar. 0 where `toMs` is not later than `fromMs`. For many spans, take the openings once and use `openMinutes`.
 */
export const businessMinutes = (calendar: BusinessCalendar, fromMs: number, toMs: number): number => {
  const clock = zoneClock(calendar.timeZone);
  // An opening that closes at midnight may end on the next day where the clock skips midnight.
  const firstDay = addDays(dayAt(fromMs, clock), -1);
  return openMinutes(openingsBetween(calendar, firstDay, dayAt(toMs, clock)), fromMs, toMs);
};

/**
 * The earliest instant, in milliseconds, at which so many business minutes have passed since `fromMs`: for more than 0
 * minutes at or before the closing instant where they are reached, so that a deadline may equal closing time; for 0
 * minutes `fromMs` itself. Null where the calendar does not hold so many minutes within ten years, such as one that
 * never opens. Throws a RangeError for fewer than 0 minutes.
 */
export const addBusinessMinutes = (
  calendar: BusinessCalendar,
  fromMs: number,
  minutes: number,
): number | null => {
  if (minutes < 0) throw new RangeError(`Not a number of minutes to add: ${minutes}`);
  if (minutes === 0) return fromMs;
  const firstDay = addDays(dayAt(fromMs, zoneClock(calendar.timeZone)), -1);
  let left = minutes * minuteMs;
  let reached = fromMs;
  for (let day = 0; day < farthestDays; day += daysAtOnce) {
    const lastDay = addDays(firstDay, day + daysAtOnce - 1);
    for (const { openMs, closeMs } of openingsBetween(calendar, addDays(firstDay, day), lastDay)) {
      const start = Math.max(reached, openMs);
      if (closeMs <= start) continue;
      if (left <= closeMs - start) return start + left;
      left -= closeMs - start;
      reached = closeMs;
    }
  }
  return null;
};
