import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isTimeZone, zoneClock } from '../../src/domain/time-zone.ts';

const zones = [
  'Europe/Stockholm',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
] as const;

/** 1970 to 2060, the years an export can speak of. */
const seconds = fc.integer({ min: 0, max: 2_840_140_800 });

const offsetOf = (zone: string, utc: number): number =>
  Temporal.Instant.fromEpochMilliseconds(utc * 1000).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;

const wallInstant = (zone: string, wall: number): number =>
  Temporal.Instant.fromEpochMilliseconds(wall * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds / 1000;

/** The seconds at which the clock of a zone is moved, 1990 to 2030. */
const transitions = (zone: string): readonly number[] => {
  const found: number[] = [];
  let time = Temporal.Instant.from('1990-01-01T00:00:00Z').toZonedDateTimeISO(zone);
  for (;;) {
    const next = time.getTimeZoneTransition('next');
    if (next === null || next.year > 2030) return found;
    found.push(next.epochMilliseconds / 1000);
    time = next;
  }
};

describe.each(zones)('the clock of %s', (zone) => {
  const clock = zoneClock(zone);

  it('is ahead of UTC by what Temporal says, at any instant and in any order', () => {
    fc.assert(
      fc.property(seconds, (utc) => {
        expect(clock.offsetAt(utc)).toBe(offsetOf(zone, utc));
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('reads any wall-clock time as Temporal does', () => {
    fc.assert(
      fc.property(seconds, (wall) => {
        expect(clock.instantOf(wall)).toBe(wallInstant(zone, wall));
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('reads wall-clock times within three hours of every change of the clock as Temporal does', () => {
    for (const transition of transitions(zone)) {
      for (const before of [-10_800, -3601, -1800, -1, 0, 1, 1799, 3599, 3600, 7201]) {
        const wall = transition + offsetOf(zone, transition) + before;
        expect(clock.instantOf(wall), `${zone} ${wall}`).toBe(wallInstant(zone, wall));
      }
    }
  });
});

describe('Stockholm on the days the clock is moved', () => {
  const clock = zoneClock('Europe/Stockholm');
  const wall = (text: string): number => Date.parse(`${text}Z`) / 1000;
  const instant = (text: string): number => Date.parse(text) / 1000;

  it('moves a time that the spring night skips forward by the hour', () => {
    expect(clock.instantOf(wall('2026-03-29T02:30:00'))).toBe(instant('2026-03-29T01:30:00Z'));
  });

  it('takes the earlier of the two times that the autumn night repeats', () => {
    expect(clock.instantOf(wall('2026-10-25T02:30:00'))).toBe(instant('2026-10-25T00:30:00Z'));
  });
});

describe('names of time zones', () => {
  it.each(['Europe/Stockholm', 'UTC', 'America/Sao_Paulo'])('%s is one', (name) =>
    expect(isTimeZone(name)).toBe(true),
  );

  it.each(['Europe/Stokholm', '', 'CET+1 or so', '__proto__'])('"%s" is none', (name) =>
    expect(isTimeZone(name)).toBe(false),
  );

  it('a clock of no zone is refused', () => expect(() => zoneClock('Europe/Stokholm')).toThrow(RangeError));
});
