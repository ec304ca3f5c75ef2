import { Temporal } from 'temporal-polyfill';

/** The clock of one zone, prepared for millions of look-ups. Seconds are whole and counted from 1970-01-01T00:00Z. */
export interface ZoneClock {
  /** Seconds to add to UTC to get the wall clock at this instant. */
  readonly offsetAt: (utcSeconds: number) => number;
  /** The instant of a wall-clock time; ambiguous times take the earlier instant, times in a gap move forward by the gap. */
  readonly instantOf: (wallSeconds: number) => number;
}

const firstInstant = Temporal.Instant.from('1900-01-01T00:00:00Z');
const lastYear = 2100;

interface Period {
  readonly from: number;
  readonly offset: number;
}

const secondsOf = (time: Temporal.ZonedDateTime): number => Math.floor(time.epochMilliseconds / 1000);

const periodsOf = (zone: string): readonly Period[] => {
  let time = firstInstant.toZonedDateTimeISO(zone);
  const periods: Period[] = [{ from: Number.NEGATIVE_INFINITY, offset: time.offsetNanoseconds / 1e9 }];
  for (;;) {
    const next = time.getTimeZoneTransition('next');
    if (next === null || next.year > lastYear) return periods;
    periods.push({ from: secondsOf(next), offset: next.offsetNanoseconds / 1e9 });
    time = next;
  }
};

const known = new Map<string, readonly Period[]>();

/** The periods of a zone, worked out once: two centuries of them take a good part of a second. */
const knownPeriods = (zone: string): readonly Period[] => {
  const periods = known.get(zone) ?? periodsOf(zone);
  known.set(zone, periods);
  return periods;
};

/** Whether a text names a zone of the IANA database, such as `Europe/Stockholm`. */
export const isTimeZone = (zone: string): boolean => {
  try {
    return firstInstant.toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
};

/** Prepares the clock of an IANA zone. Throws a RangeError for an unknown zone. */
export const zoneClock = (zone: string): ZoneClock => {
  const periods = knownPeriods(zone);
  let at = 0;
  const indexOf = (utc: number): number => {
    while (at > 0 && utc < (periods[at]?.from ?? 0)) at -= 1;
    while (at + 1 < periods.length && utc >= (periods[at + 1]?.from ?? 0)) at += 1;
    return at;
  };
  const offsetAt = (utc: number): number => periods[indexOf(utc)]?.offset ?? 0;
  return {
    offsetAt,
    instantOf: (wall) => {
      const guess = indexOf(wall - offsetAt(wall));
      for (let index = Math.max(0, guess - 1); index <= Math.min(periods.length - 1, guess + 1); index += 1) {
        const instant = wall - (periods[index]?.offset ?? 0);
        if (instant < (periods[index]?.from ?? 0)) continue;
        if (instant < (periods[index + 1]?.from ?? Number.POSITIVE_INFINITY)) return instant;
        const nextOffset = periods[index + 1]?.offset ?? 0;
        if (wall - nextOffset < (periods[index + 1]?.from ?? 0)) return instant;
      }
      return wall - offsetAt(wall);
    },
  };
};

/** The local day `YYYY-MM-DD` of an instant in milliseconds. */
export const dayAt = (milliseconds: number, { offsetAt }: ZoneClock): string => {
  const seconds = Math.floor(milliseconds / 1000);
  return new Date((seconds + offsetAt(seconds)) * 1000).toISOString().slice(0, 10);
};

/** A span of time with one difference between a zone's wall clock and UTC; it holds until the next one starts. */
export interface ZoneOffset {
  /** First second, since 1970-01-01T00:00Z, at which the offset holds. */
  readonly fromSeconds: number;
  /** Seconds to add to UTC to get the wall clock. */
  readonly offsetSeconds: number;
}

/**
 * The offsets of a zone from an instant on, ascending: the first entry starts at `fromSeconds`, each later one where the
 * clock changes. With these a table of instants can be read as wall-clock times by a look-up. Throws a RangeError for an
 * unknown zone.
 */
export const offsetsSince = (zone: string, fromSeconds: number): readonly ZoneOffset[] => [
  { fromSeconds, offsetSeconds: zoneClock(zone).offsetAt(fromSeconds) },
  ...knownPeriods(zone)
    .filter(({ from }) => from > fromSeconds)
    .map(({ from, offset }) => ({ fromSeconds: from, offsetSeconds: offset })),
];
