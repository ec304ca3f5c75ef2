import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  alwaysOpen,
  defaultCalendar,
  openingsBetween,
  type BusinessCalendar,
  type OpenHours,
  type Weekday,
} from '../../src/domain/business-calendar.ts';
import { addDays } from '../../src/domain/local-date.ts';

const stockholm = 'Europe/Stockholm';

const shown = (calendar: BusinessCalendar, from: string, to: string): readonly string[] =>
  openingsBetween(calendar, from, to).map(
    ({ openMs, closeMs }) =>
      `${new Date(openMs).toISOString().slice(0, 16)}/${new Date(closeMs).toISOString().slice(0, 16)}`,
  );

const on = (weekday: Weekday, hours: readonly OpenHours[], timeZone = stockholm): BusinessCalendar => ({
  name: 'Test',
  timeZone,
  hours: { [weekday]: hours },
  holidays: [],
});

describe('office hours', () => {
  it('open at nine and close at five from Monday to Friday', () => {
    expect(shown(defaultCalendar(stockholm), '2026-05-08', '2026-05-18')).toEqual([
      '2026-05-08T07:00/2026-05-08T15:00',
      '2026-05-11T07:00/2026-05-11T15:00',
      '2026-05-12T07:00/2026-05-12T15:00',
      '2026-05-13T07:00/2026-05-13T15:00',
      '2026-05-14T07:00/2026-05-14T15:00',
      '2026-05-15T07:00/2026-05-15T15:00',
      '2026-05-18T07:00/2026-05-18T15:00',
    ]);
  });

  it('are closed on a holiday, and only then', () => {
    const calendar = { ...defaultCalendar(stockholm), holidays: ['2026-05-14', '2026-05-16'] };
    expect(shown(calendar, '2026-05-13', '2026-05-15')).toEqual([
      '2026-05-13T07:00/2026-05-13T15:00',
      '2026-05-15T07:00/2026-05-15T15:00',
    ]);
  });

  it('are an hour later by the world clock in winter', () => {
    expect(shown(defaultCalendar(stockholm), '2026-01-02', '2026-01-02')).toEqual([
      '2026-01-02T08:00/2026-01-02T16:00',
    ]);
  });

  it('knows the weekday of days before 1970 too', () => {
    expect(shown(defaultCalendar('UTC'), '1969-12-26', '1969-12-29')).toEqual([
      '1969-12-26T09:00/1969-12-26T17:00',
      '1969-12-29T09:00/1969-12-29T17:00',
    ]);
  });

  it('are none where the last day is before the first', () => {
    expect(openingsBetween(defaultCalendar(stockholm), '2026-05-12', '2026-05-11')).toEqual([]);
  });

  it('say what they are', () => {
    expect(defaultCalendar(stockholm)).toMatchObject({ name: 'Office hours', timeZone: stockholm });
    expect(alwaysOpen(stockholm)).toMatchObject({ name: 'Always open', timeZone: stockholm, holidays: [] });
  });
});

describe('a calendar that is always open', () => {
  it('has 23 hours on the spring Sunday and 25 on the autumn one', () => {
    expect(shown(alwaysOpen(stockholm), '2026-03-29', '2026-03-29')).toEqual([
      '2026-03-28T23:00/2026-03-29T22:00',
    ]);
    expect(shown(alwaysOpen(stockholm), '2026-10-25', '2026-10-25')).toEqual([
      '2026-10-24T22:00/2026-10-25T23:00',
    ]);
  });

  it('is open on every day of the week, each an opening of its own', () => {
    const openings = openingsBetween(alwaysOpen('UTC'), '2026-05-11', '2026-05-17');
    expect(openings.map(({ openMs, closeMs }) => (closeMs - openMs) / 3_600_000)).toEqual([
      24, 24, 24, 24, 24, 24, 24,
    ]);
  });
});

describe('hours that are odd', () => {
  it('come in order, whatever order they are written in', () => {
    const hours: readonly OpenHours[] = [
      ['13:00', '17:00'],
      ['08:30', '12:15'],
    ];
    expect(shown(on(1, hours, 'UTC'), '2026-05-11', '2026-05-11')).toEqual([
      '2026-05-11T08:30/2026-05-11T12:15',
      '2026-05-11T13:00/2026-05-11T17:00',
    ]);
  });

  it('are joined where they overlap, the longer end counting', () => {
    const hours: readonly OpenHours[] = [
      ['08:00', '17:00'],
      ['09:00', '10:00'],
      ['16:00', '18:00'],
      ['18:00', '19:00'],
    ];
    expect(shown(on(1, hours, 'UTC'), '2026-05-11', '2026-05-11')).toEqual([
      '2026-05-11T08:00/2026-05-11T18:00',
      '2026-05-11T18:00/2026-05-11T19:00',
    ]);
  });

  it('are none where they have no length or end before they begin', () => {
    const hours: readonly OpenHours[] = [
      ['08:00', '08:00'],
      ['24:00', '24:00'],
      ['17:00', '09:00'],
    ];
    expect(openingsBetween(on(1, hours), '2026-05-11', '2026-05-11')).toEqual([]);
  });

  it('move forward by the gap where the spring night skips them', () => {
    expect(shown(on(7, [['02:30', '05:00']]), '2026-03-29', '2026-03-29')).toEqual([
      '2026-03-29T01:30/2026-03-29T03:00',
    ]);
    expect(openingsBetween(on(7, [['02:30', '03:00']]), '2026-03-29', '2026-03-29')).toEqual([]);
  });

  it.each(['9:00', '25:00', '12:60', '24:01', '', '09:00:00', ' 09:00', '29:00'])(
    'of "%s" are refused',
    (time) => {
      expect(() => openingsBetween(on(1, [[time, '24:00']]), '2026-05-11', '2026-05-11')).toThrow(RangeError);
    },
  );

  it('of a zone or a holiday that does not exist are refused', () => {
    expect(() => openingsBetween(defaultCalendar('Europe/Nowhere'), '2026-05-11', '2026-05-11')).toThrow(
      RangeError,
    );
    const calendar = { ...defaultCalendar(stockholm), holidays: ['Christmas'] };
    expect(() => openingsBetween(calendar, '2026-05-11', '2026-05-11')).toThrow(RangeError);
  });
});

describe.each([stockholm, 'America/Sao_Paulo', 'Australia/Lord_Howe', 'America/New_York'])(
  'openings in %s',
  (zone) => {
    const minute = fc.integer({ min: 0, max: 1440 });
    const text = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    const instant = (date: string, minutes: number): number =>
      Temporal.PlainDate.from(date)
        .toPlainDateTime()
        .add({ minutes })
        .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

    it('are those that Temporal gives, on any day from 2000 to 2037', () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 13_800 }), minute, minute, (offset, a, b) => {
          const date = addDays('2000-01-01', offset);
          const [open, close] = [Math.min(a, b), Math.max(a, b)];
          const hours: readonly OpenHours[] = [[text(open), text(close)]];
          const calendar = {
            ...alwaysOpen(zone),
            hours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours },
          };
          const expected = { openMs: instant(date, open), closeMs: instant(date, close) };
          expect(openingsBetween(calendar, date, date)).toEqual(
            expected.openMs < expected.closeMs ? [expected] : [],
          );
        }),
        { seed: 41, numRuns: 400 },
      );
    });
  },
);
