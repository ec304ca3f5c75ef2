import { describe, expect, it } from 'vitest';
import type { BusinessCalendar } from '../../src/domain/business-calendar.ts';
import { addBusinessMinutes, businessMinutes } from '../../src/domain/business-clock.ts';
import { firstAttempt, slaStatus, type SlaStatus } from '../../src/metrics/sla-status.ts';
import { expectNear, expectOnlyFields } from '../support/oracle-cases.ts';
import { hasOracle, missing, readOracle } from '../support/oracle.ts';

interface ElapsedCase {
  readonly kind: 'elapsed';
  readonly calendar: string;
  readonly note: string;
  readonly start: string;
  readonly end: string;
  readonly expected_minutes: number;
}

interface DeadlineCase {
  readonly kind: 'deadline';
  readonly calendar: string;
  readonly note: string;
  readonly start: string;
  readonly add_minutes: number;
  readonly expected: string | null;
}

interface SlaCase {
  readonly kind: 'sla';
  readonly calendar: string;
  readonly note: string;
  readonly handover: string;
  readonly attempts: readonly string[];
  readonly as_of: string;
  readonly target_minutes: number;
  readonly expected: {
    readonly deadline: string | null;
    readonly response_minutes: number | null;
    readonly status: SlaStatus;
    readonly flag: string | null;
  };
}

type ClockCase = ElapsedCase | DeadlineCase | SlaCase;

interface ClockFile {
  readonly calendars: Readonly<
    Record<string, Pick<BusinessCalendar, 'hours' | 'holidays'> & { readonly tz: string }>
  >;
  readonly cases: readonly ClockCase[];
}

/** The file states no tolerance; instants are exact, minutes are quotients of whole milliseconds. */
const tolerance = 1e-9;

const instant = (text: string | null): number | null => (text === null ? null : Date.parse(text));

describe.skipIf(!hasOracle)(`the business clock${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { calendars, cases } = hasOracle
    ? (JSON.parse(readOracle('business_clock.json')) as ClockFile)
    : { calendars: {}, cases: [] };

  const calendarOf = (name: string): BusinessCalendar => {
    const found = calendars[name];
    if (found === undefined) throw new RangeError(`No calendar ${name}`);
    return { name, timeZone: found.tz, hours: found.hours, holidays: found.holidays };
  };

  const check = (clockCase: ClockCase): void => {
    const calendar = calendarOf(clockCase.calendar);
    if (clockCase.kind === 'elapsed') {
      const { start, end, expected_minutes: expected } = clockCase;
      expectNear(
        tolerance,
        'minutes',
        businessMinutes(calendar, Date.parse(start), Date.parse(end)),
        expected,
      );
      return;
    }
    if (clockCase.kind === 'deadline') {
      const { start, add_minutes: minutes, expected } = clockCase;
      expect(addBusinessMinutes(calendar, Date.parse(start), minutes)).toBe(instant(expected));
      return;
    }
    expect(clockCase.kind).toBe('sla');
    const { expected } = clockCase;
    expectOnlyFields(expected, ['deadline', 'response_minutes', 'status', 'flag']);
    const [handover, asOf] = [Date.parse(clockCase.handover), Date.parse(clockCase.as_of)];
    const deadline = addBusinessMinutes(calendar, handover, clockCase.target_minutes);
    const attempt = firstAttempt(handover, clockCase.attempts.map(Date.parse), asOf);
    expect(deadline).toBe(instant(expected.deadline));
    const response = attempt === null ? null : businessMinutes(calendar, handover, attempt.atMs);
    expectNear(tolerance, 'response', response, expected.response_minutes);
    expect(slaStatus(deadline, attempt?.atMs ?? null, asOf)).toBe(expected.status);
    expect(attempt?.isBeforeHandover === true ? 'pre_handover' : null).toBe(expected.flag);
  };

  it.each(cases)('$kind: $note', check);
});
