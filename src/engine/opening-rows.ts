import { openingsBetween, type BusinessCalendar, type Opening } from '../domain/business-calendar.ts';
import { openMinutes } from '../domain/business-clock.ts';
import { addDays } from '../domain/local-date.ts';
import type { OpeningRow } from '../sql/model/handover-model.ts';

/** A deadline further away than this is none: the calendar is as good as never open. */
const farthestDays = 3660;
const daysAtOnce = 60;

const withoutTouch = (openings: readonly Opening[]): readonly Opening[] => {
  const merged: Opening[] = [];
  for (const opening of openings) {
    const last = merged.at(-1);
    if (last !== undefined && last.closeMs === opening.openMs)
      merged[merged.length - 1] = { openMs: last.openMs, closeMs: opening.closeMs };
    else merged.push(opening);
  }
  return merged;
};

/**
 * The openings of a calendar from a day on, each with the opening seconds before it. They reach past an instant, in
 * milliseconds on `asOf`, by so many business minutes at least, so that every deadline begun by then lies within; a
 * calendar that does not hold them within ten years is left short. Openings that touch are one.
 */
export const openingRows = (
  calendar: BusinessCalendar,
  fromDate: string,
  asOf: string,
  asOfMs: number,
  minutesAfter: number,
): readonly OpeningRow[] => {
  let openings: readonly Opening[] = [];
  for (let days = daysAtOnce; days <= farthestDays; days += daysAtOnce) {
    openings = openingsBetween(calendar, fromDate, addDays(asOf, days));
    if (openMinutes(openings, asOfMs, Number.POSITIVE_INFINITY) >= minutesAfter) break;
  }
  let beforeSeconds = 0;
  return withoutTouch(openings).map(({ openMs, closeMs }) => {
    const row = { openSeconds: openMs / 1000, closeSeconds: closeMs / 1000, beforeSeconds };
    beforeSeconds += row.closeSeconds - row.openSeconds;
    return row;
  });
};
