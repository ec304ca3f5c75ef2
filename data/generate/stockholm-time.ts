/** Instants are whole seconds since 1970-01-01 00:00:00 UTC; local seconds are the same count read off a wall clock. */

export const HOUR = 3600;
export const DAY = 86400;

const summerOf = new Map<number, readonly [start: number, end: number]>();

/** Seconds Stockholm is ahead of UTC: 2 hours between the last Sundays of March and October at 01:00 UTC, else 1. */
export function stockholmOffset(instant: number): number {
  const year = new Date(instant * 1000).getUTCFullYear();
  const [start, end] = summerOf.get(year) ?? rememberSummer(year);
  return instant >= start && instant < end ? 2 * HOUR : HOUR;
}

/** Wall-clock seconds in Stockholm. */
export const toLocal = (instant: number): number => instant + stockholmOffset(instant);

/** The instant of a Stockholm wall-clock second. */
export const fromLocal = (local: number): number => local - stockholmOffset(local - HOUR);

/** The local day as a number of days since 1970-01-01. */
export const localDay = (instant: number): number => Math.floor(toLocal(instant) / DAY);

/** ISO weekday of a day number: Monday 1 to Sunday 7. */
export const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** The instant of local midnight that starts a calendar day; months count from 1. */
export const localMidnight = (year: number, month: number, day: number): number =>
  fromLocal(Date.UTC(year, month - 1, day) / 1000);

/** `YYYY-MM-DD` of a day number. */
export const dayText = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10);

/** `YYYY-MM-DD HH:MM:SS` in UTC. */
export const instantText = (instant: number): string =>
  new Date(instant * 1000).toISOString().slice(0, 19).replace('T', ' ');

function rememberSummer(year: number): readonly [number, number] {
  const summer = [lastSunday(year, 3) + HOUR, lastSunday(year, 10) + HOUR] as const;
  summerOf.set(year, summer);
  return summer;
}

function lastSunday(year: number, month: number): number {
  const lastDay = Date.UTC(year, month, 0) / 1000 / DAY;
  return (lastDay - (isoWeekday(lastDay) % 7)) * DAY;
}
