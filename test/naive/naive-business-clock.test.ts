/** The naive clock reproduces the reference cases and the examples of the specification. */
import { describe, expect, it } from 'vitest';
import type { NaiveCalendar } from '../support/naive/business-clock.ts';
import { OFFICE_HOURS, addBusinessMinutes, businessMinutes } from '../support/naive/business-clock.ts';
import { differences } from '../support/naive/differences.ts';
import { responseTo } from '../support/naive/handovers.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';

interface ClockCases {
  calendars: Record<string, { tz: string; hours: NaiveCalendar['hours']; holidays: string[] }>;
  cases: (
    | {
        kind: 'elapsed';
        calendar: string;
        note: string;
        start: string;
        end: string;
        expected_minutes: number;
      }
    | {
        kind: 'deadline';
        calendar: string;
        note: string;
        start: string;
        add_minutes: number;
        expected: string;
      }
    | {
        kind: 'sla';
        calendar: string;
        note: string;
        handover: string;
        attempts: string[];
        as_of: string;
        target_minutes: number;
        expected: { deadline: string; response_minutes: number | null; status: string; flag: string | null };
      }
  )[];
}

const AROUND_THE_CLOCK: NaiveCalendar = {
  timeZone: 'Europe/Stockholm',
  hours: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [String(day), [['00:00', '24:00']]])),
  holidays: [],
};

const elapsed = (calendar: NaiveCalendar, from: string, to: string): number =>
  businessMinutes(calendar, Date.parse(from), Date.parse(to));

const after = (calendar: NaiveCalendar, from: string, minutes: number): string | null => {
  const moment = addBusinessMinutes(calendar, Date.parse(from), minutes);
  return moment === null ? null : new Date(moment).toISOString();
};

/** A second way to count: minute by minute, by the wall clock that `Intl` shows. */
function minutesByWalking(from: string, to: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Stockholm',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
  });
  let open = 0;
  for (let moment = Date.parse(from); moment < Date.parse(to); moment += 60_000) {
    const [weekday = '', hour = ''] = format.format(moment).split(/[ ,]+/);
    if (!weekday.startsWith('S') && Number(hour) >= 9 && Number(hour) < 17) open += 1;
  }
  return open;
}

describe('the naive business clock', () => {
  it('counts an hour from Friday afternoon to Monday morning across the spring change', () => {
    expect(elapsed(OFFICE_HOURS, '2026-03-27T16:30:00+01:00', '2026-03-30T09:30:00+02:00')).toBe(60);
  });

  it('counts the 25 hours of the Sunday on which the clock goes back', () => {
    expect(elapsed(AROUND_THE_CLOCK, '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00')).toBe(1500);
  });

  it('puts a deadline on the next opening day, and may put it at closing time', () => {
    expect(after(OFFICE_HOURS, '2026-05-08T17:00:00+02:00', 5)).toBe('2026-05-11T07:05:00.000Z');
    expect(after(OFFICE_HOURS, '2026-05-09T11:00:00+02:00', 240)).toBe('2026-05-11T11:00:00.000Z');
    expect(after(OFFICE_HOURS, '2026-05-08T16:00:00+02:00', 60)).toBe('2026-05-08T15:00:00.000Z');
    expect(after(OFFICE_HOURS, '2026-05-09T11:00:00+02:00', 0)).toBe('2026-05-09T09:00:00.000Z');
  });

  it('closes on holidays and never opens without hours', () => {
    const holiday = { ...OFFICE_HOURS, holidays: ['2026-05-11'] };
    expect(after(holiday, '2026-05-08T17:00:00+02:00', 5)).toBe('2026-05-12T07:05:00.000Z');
    expect(after({ ...OFFICE_HOURS, hours: {} }, '2026-05-08T17:00:00+02:00', 5)).toBeNull();
  });

  it('agrees with a walk from minute to minute over a week with a clock change', () => {
    const [from, to] = ['2026-03-26T13:17:00Z', '2026-04-02T10:43:00Z'];
    expect(elapsed(OFFICE_HOURS, from, to)).toBe(minutesByWalking(from, to));
  });

  it('drops parts of a second', () => {
    expect(elapsed(OFFICE_HOURS, '2026-05-11T09:00:00.900+02:00', '2026-05-11T09:01:00.100+02:00')).toBe(1);
  });
});

describe.skipIf(!oracleIsThere())('business_clock.json', () => {
  const { calendars, cases } = oracleIsThere()
    ? (readOracleJson('business_clock.json') as ClockCases)
    : { calendars: {}, cases: [] };

  const calendarOf = (name: string): NaiveCalendar => {
    const { tz = '', hours = {}, holidays = [] } = calendars[name] ?? {};
    return { timeZone: tz, hours, holidays };
  };

  it.each(cases.filter((one) => one.kind === 'elapsed'))('$calendar: $note', (one) => {
    const minutes = elapsed(calendarOf(one.calendar), one.start, one.end);
    expect(minutes).toBeCloseTo(one.expected_minutes, 9);
  });

  it.each(cases.filter((one) => one.kind === 'deadline'))('$calendar: $note', (one) => {
    expect(after(calendarOf(one.calendar), one.start, one.add_minutes)).toBe(
      new Date(one.expected).toISOString(),
    );
  });

  it.each(cases.filter((one) => one.kind === 'sla'))('$calendar: $note', (one) => {
    const response = responseTo(
      Date.parse(one.handover),
      one.attempts.map((attempt) => Date.parse(attempt)),
      calendarOf(one.calendar),
      one.target_minutes,
      Date.parse(one.as_of),
    );
    const found = {
      deadline: response.deadline_at === null ? null : new Date(response.deadline_at).toISOString(),
      response_minutes: response.response_bmin,
      status: response.status,
      flag: response.pre_handover ? 'pre_handover' : null,
    };
    const deadline = new Date(one.expected.deadline).toISOString();
    expect(differences(found, { ...one.expected, deadline }, 1e-9)).toEqual([]);
  });
});
