import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar, openingsBetween } from '../../src/domain/business-calendar.ts';
import { addBusinessMinutes, businessMinutes, openMinutes } from '../../src/domain/business-clock.ts';

const office = defaultCalendar('Europe/Stockholm');
const at = (text: string): number => Date.parse(text);

describe('business minutes', () => {
  it('of a Friday from half past four to the Monday at half past nine are 60, across the spring change', () => {
    expect(businessMinutes(office, at('2026-03-27T15:30:00Z'), at('2026-03-30T07:30:00Z'))).toBe(60);
  });

  it('of a span that is empty or turned round are 0', () => {
    const noon = at('2026-05-11T10:00:00Z');
    expect(businessMinutes(office, noon, noon)).toBe(0);
    expect(businessMinutes(office, noon, noon - 3_600_000)).toBe(0);
    expect(businessMinutes(office, noon, at('2026-05-08T10:00:00Z'))).toBe(0);
  });

  it('count seconds as parts of a minute', () => {
    expect(businessMinutes(office, at('2026-05-11T10:00:00Z'), at('2026-05-11T10:00:30Z'))).toBe(0.5);
  });

  it('count an opening that ends on the next day, where the clock skips the midnight between', () => {
    const night = {
      ...alwaysOpen('America/Sao_Paulo'),
      hours: { 6: [['20:00', '24:00']] as const },
    };
    expect(businessMinutes(night, at('2018-11-04T02:30:00Z'), at('2018-11-04T05:00:00Z'))).toBe(30);
    expect(businessMinutes(night, at('2018-11-04T03:00:00Z'), at('2018-11-04T05:00:00Z'))).toBe(0);
  });

  it('are the same from openings taken once', () => {
    const openings = openingsBetween(office, '2026-05-01', '2026-05-31');
    expect(openMinutes(openings, at('2026-05-08T14:30:00Z'), at('2026-05-12T07:15:00Z'))).toBe(
      30 + 8 * 60 + 15,
    );
    expect(openMinutes([], 0, 1e12)).toBe(0);
  });
});

describe('a deadline in business minutes', () => {
  it.each([
    ['Friday at the closing instant and 5 minutes', '2026-05-08T15:00:00Z', 5, '2026-05-11T07:05:00Z'],
    ['Saturday and 4 hours', '2026-05-09T10:00:00Z', 240, '2026-05-11T11:00:00Z'],
    ['Friday afternoon to the very closing time', '2026-05-08T13:00:00Z', 120, '2026-05-08T15:00:00Z'],
    [
      'a second more than what is left of Friday',
      '2026-05-08T13:00:00Z',
      120 + 1 / 60,
      '2026-05-11T07:00:01Z',
    ],
    ['before opening', '2026-05-11T05:00:00Z', 30, '2026-05-11T07:30:00Z'],
    ['no time at all, even while closed', '2026-05-09T10:00:00Z', 0, '2026-05-09T10:00:00Z'],
    ['ten weeks of work', '2026-05-11T07:00:00Z', 50 * 480, '2026-07-17T15:00:00Z'],
  ])('%s', (_, from, minutes, expected) => {
    expect(addBusinessMinutes(office, at(from), minutes)).toBe(at(expected));
  });

  it('is none where nobody ever works', () => {
    expect(addBusinessMinutes({ ...office, hours: {} }, at('2026-05-11T07:00:00Z'), 1)).toBeNull();
    const holidays = openingsBetween(office, '2026-01-01', '2037-01-01').map(({ openMs }) =>
      new Date(openMs).toISOString().slice(0, 10),
    );
    expect(addBusinessMinutes({ ...office, holidays }, at('2026-05-11T07:00:00Z'), 1)).toBeNull();
  });

  it('is given where the team works again after nine years, and not where it is after eleven', () => {
    const daily = openingsBetween(office, '2026-05-01', '2037-05-01');
    const closedUntil = (date: string) => ({
      ...office,
      holidays: daily
        .map(({ openMs }) => new Date(openMs).toISOString().slice(0, 10))
        .filter((holiday) => holiday < date),
    });
    const from = at('2026-05-11T07:00:00Z');
    expect(addBusinessMinutes(closedUntil('2035-05-08'), from, 1)).toBe(at('2035-05-08T07:01:00Z'));
    expect(addBusinessMinutes(closedUntil('2037-04-30'), from, 1)).toBeNull();
  });

  it('counts what is left of an opening that ends on the next day, where the clock skips midnight', () => {
    const night = { ...alwaysOpen('America/Sao_Paulo'), hours: { 6: [['20:00', '24:00']] as const } };
    expect(addBusinessMinutes(night, at('2018-11-04T02:30:00Z'), 30)).toBe(at('2018-11-04T03:00:00Z'));
  });

  it('takes no fewer than 0 minutes', () => {
    expect(() => addBusinessMinutes(office, 0, -1)).toThrow(RangeError);
  });

  it('is the earliest instant at which the minutes have passed', () => {
    const calendars = [office, defaultCalendar('America/New_York'), alwaysOpen('Europe/Stockholm')] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...calendars),
        fc.integer({ min: 1_577_836_800, max: 1_893_456_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        (calendar, seconds, minutes) => {
          const from = seconds * 1000;
          const deadline = addBusinessMinutes(calendar, from, minutes) ?? Number.NaN;
          expect(businessMinutes(calendar, from, deadline)).toBe(minutes);
          expect(businessMinutes(calendar, from, deadline - 1000)).toBeLessThan(minutes);
        },
      ),
      { seed: 42, numRuns: 150 },
    );
  });
});
