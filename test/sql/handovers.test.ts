import { beforeAll, describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar } from '../../src/domain/business-calendar.ts';
import {
  handoversOfEach,
  lead,
  stage,
  stockholmOffice,
  touch,
  type Case,
  type HandoverRow,
} from '../support/handover-cases.ts';

const monday = '2026-05-11';
const mqlAt = (at: string) => stage('a', 'mql', at);
const tenOClock = mqlAt(`${monday}T08:00:00Z`);

/** One person, lead `a`, handed over on Monday at ten in Stockholm unless a case says otherwise. */
const person = (more: Partial<Case> = {}): Partial<Case> => ({
  leads: [lead('a')],
  stages: [tenOClock],
  ...more,
});

const calledAt = (...times: readonly string[]): Partial<Case> =>
  person({ touches: times.map((time) => touch('a', time)) });

const cases: Partial<Case>[] = [];
let found: readonly (readonly HandoverRow[])[] = [];

/** Has a case worked out with all others, two weeks after the Monday; answers with its handovers once they are. */
const given = (one: Partial<Case>): (() => readonly HandoverRow[]) => {
  const index = cases.push(one) - 1;
  return () => found[index] ?? [];
};

beforeAll(async () => {
  found = await handoversOfEach('2026-05-25', cases);
});

describe('a handover', () => {
  const inTime = given(calledAt(`${monday}T08:59:30Z`));
  it('is met by a call within the promised business minutes', () =>
    expect(inTime()).toMatchObject([
      {
        handover_id: 'a/1',
        handover_at: '2026-05-11T08:00:00Z',
        deadline_at: '2026-05-11T09:00:00Z',
        first_attempt_at: '2026-05-11T08:59:30Z',
        response_bmin: 59.5,
        response_minutes: 59.5,
        needed_minutes: 60,
        status: 'met',
        arrival_weekday: 1,
        arrival_hour: 10,
        is_day_only: false,
      },
    ]));

  const atDeadline = given(calledAt(`${monday}T09:00:00Z`));
  const justLate = given(calledAt(`${monday}T09:00:01Z`));
  it('is met exactly at the deadline and breached a second later', () =>
    expect([atDeadline()[0]?.status, justLate()[0]?.status]).toEqual(['met', 'breached']));

  const never = given(person());
  it('is breached where nobody ever called', () =>
    expect(never()).toMatchObject([
      {
        first_attempt_at: null,
        response_bmin: null,
        needed_minutes: null,
        watched_bmin: 7 * 60 + 10 * 480,
        due_minutes: 7 * 60 + 10 * 480,
        status: 'breached',
        attempts: 0,
        attempts_ok: false,
      },
    ]));

  const friday = given({
    ...calledAt('2026-05-11T07:10:00Z'),
    stages: [mqlAt('2026-05-08T15:00:00Z')],
  });
  it('of Friday evening is due on Monday morning', () =>
    expect(friday()).toMatchObject([
      { deadline_at: '2026-05-11T08:00:00Z', response_bmin: 10, status: 'met' },
    ]));

  const atClosing = given({ ...calledAt('2026-05-08T15:30:00Z'), stages: [mqlAt('2026-05-08T14:00:00Z')] });
  it('may have its deadline at closing time, and a call after it is late although no business minute passed', () =>
    expect(atClosing()).toMatchObject([
      { deadline_at: '2026-05-08T15:00:00Z', response_bmin: 60, needed_minutes: 61, status: 'breached' },
    ]));

  const atOpening = given({ ...calledAt('2026-05-11T07:00:00Z'), stages: [mqlAt('2026-05-08T14:00:00Z')] });
  it('with its deadline at closing time is late at the next opening too', () =>
    expect(atOpening()).toMatchObject([{ response_bmin: 60, needed_minutes: 61, status: 'breached' }]));

  const outside = given({ ...calledAt('2026-05-09T11:00:00Z'), stages: [mqlAt('2026-05-09T10:00:00Z')] });
  it('is met by a call outside opening hours, with no business minute passed', () =>
    expect(outside()).toMatchObject([
      { response_bmin: 0, response_minutes: 60, needed_minutes: 1, status: 'met' },
    ]));

  const summerTime = given({
    ...calledAt('2026-03-30T07:30:00Z'),
    leads: [lead('a', { created_at: '2026-03-27T08:00:00Z' })],
    stages: [mqlAt('2026-03-27T15:30:00Z')],
  });
  it('counts real minutes across the change to summer time', () =>
    expect(summerTime()).toMatchObject([
      {
        response_bmin: 60,
        deadline_at: '2026-03-30T07:30:00Z',
        status: 'met',
        arrival_hour: 16,
        arrival_weekday: 5,
      },
    ]));

  const dayBefore = given({ ...calledAt('2026-05-11T08:00:00Z'), stages: [mqlAt('2026-05-12T08:00:00Z')] });
  const earlier = given({ ...calledAt('2026-05-11T07:59:59Z'), stages: [mqlAt('2026-05-12T08:00:00Z')] });
  it('contacted within the day before it takes no response time', () => {
    expect(dayBefore()).toMatchObject([
      {
        pre_handover: true,
        response_bmin: 0,
        response_minutes: 0,
        needed_minutes: 0,
        first_attempt_at: null,
        status: 'met',
        attempts: 0,
      },
    ]);
    expect(earlier()).toMatchObject([{ pre_handover: false, status: 'breached' }]);
  });

  const twice = given({
    ...calledAt('2026-05-11T08:20:00Z', '2026-05-18T08:40:00Z'),
    stages: [tenOClock, stage('a', 'recycled', '2026-05-13T08:00:00Z'), mqlAt('2026-05-18T08:00:00Z')],
  });
  it('comes with every MQL cycle, each with the calls up to the next', () =>
    expect(twice()).toMatchObject([
      { handover_id: 'a/1', response_bmin: 20, attempts: 1, attempt_stop: true, attempts_ok: true },
      { handover_id: 'a/2', response_bmin: 40, attempts: 1, attempt_stop: false, attempts_ok: false },
    ]));

  const together = given({
    ...calledAt(`${monday}T08:30:00Z`),
    leads: [lead('a', { email: 'x@example.com' }), lead('b', { email: 'x@example.com' })],
    stages: [tenOClock, stage('b', 'mql', `${monday}T08:00:00Z`)],
  });
  it('is one each where two records of a person become an MQL in the same second, and both see the call', () =>
    expect(together()).toMatchObject([
      { handover_id: 'a/1', status: 'met', attempts: 1 },
      { handover_id: 'a/2', status: 'met', attempts: 1 },
    ]));

  const noMql = given({ leads: [lead('a')] });
  it('never comes for a lead that was never an MQL', () => expect(noMql()).toEqual([]));

  const dayOnly = given({ ...calledAt(), stages: [mqlAt('2026-05-10T22:00:00Z')] });
  it('at local midnight has a day and no time of it', () =>
    expect(dayOnly()).toMatchObject([{ is_day_only: true, handover_date: monday }]));
});

describe('the days for attempts', () => {
  const justOver = given(person({ stages: [mqlAt('2026-05-18T22:00:00Z')] }));
  const notOver = given(person({ stages: [mqlAt('2026-05-18T22:00:01Z')] }));
  it('are over seven times 24 hours after the handover, to the second', () =>
    expect([justOver()[0]?.attempts_due, notOver()[0]?.attempts_due]).toEqual([true, false]));
});

describe('a handover under other rules', () => {
  it('waits for the end of a holiday', async () =>
    expect(
      await handoversOfEach('2026-05-25', [person({ stages: [mqlAt('2026-05-13T14:30:00Z')] })], {
        ...stockholmOffice,
        calendars: {
          usual: { ...defaultCalendar('Europe/Stockholm'), holidays: ['2026-05-14'] },
          byOwner: new Map(),
        },
      }),
    ).toMatchObject([[{ deadline_at: '2026-05-15T07:30:00Z' }]]));

  it('follows the calendar of its owner, and is never due by a team that never opens', async () => {
    const never = { ...defaultCalendar('Europe/Stockholm'), hours: {} };
    const owned = (owner: string) =>
      person({ leads: [lead('a', { owner_id: owner })], stages: [mqlAt('2026-05-09T21:30:00Z')] });
    const rows = await handoversOfEach('2026-05-25', [owned('Night'), owned('Day'), owned('Nobody')], {
      ...stockholmOffice,
      calendars: {
        usual: defaultCalendar('Europe/Stockholm'),
        byOwner: new Map([
          ['Night', alwaysOpen('Europe/Stockholm')],
          ['Nobody', never],
        ]),
      },
    });
    expect(rows.flat()).toMatchObject([
      { deadline_at: '2026-05-09T22:30:00Z', status: 'breached' },
      { deadline_at: '2026-05-11T08:00:00Z', status: 'breached' },
      { deadline_at: null, status: 'pending', due_minutes: 0 },
    ]);
  });

  it('of the last evening is pending, whether somebody called already or not', async () => {
    const evening = { stages: [mqlAt(`${monday}T17:00:00Z`)] };
    const rows = await handoversOfEach(monday, [
      person(evening),
      { ...calledAt(`${monday}T18:00:00Z`), ...evening },
      { ...calledAt('2026-05-12T07:00:00Z'), ...evening },
    ]);
    expect(rows.flat().map(({ status }) => status)).toEqual(['pending', 'pending_met', 'pending']);
  });

  it('by acceptance is the first SAL of each cycle', async () => {
    const rows = await handoversOfEach(
      '2026-05-25',
      [
        person({
          stages: [
            tenOClock,
            stage('a', 'sal', '2026-05-12T08:00:00Z'),
            stage('a', 'sal', '2026-05-13T08:00:00Z'),
            mqlAt('2026-05-18T08:00:00Z'),
            stage('a', 'sal', '2026-05-19T08:00:00Z'),
          ],
        }),
        person(),
      ],
      { ...stockholmOffice, source: 'sal' },
    );
    expect(rows.map((own) => own.map((row) => row.handover_at))).toEqual([
      ['2026-05-12T08:00:00Z', '2026-05-19T08:00:00Z'],
      [],
    ]);
  });

  it('has enough attempts where the promised number is reached', async () =>
    expect(
      await handoversOfEach('2026-05-25', [calledAt(`${monday}T08:10:00Z`, '2026-05-12T08:10:00Z')], {
        ...stockholmOffice,
        terms: { ...stockholmOffice.terms, attempts: 2 },
      }),
    ).toMatchObject([[{ attempts: 2, attempts_ok: true, attempt_stop: false }]]));

  it('has its attempts judged only once seven days have passed', async () => {
    const dueOn = async (asOf: string) => (await handoversOfEach(asOf, [person()])).flat()[0]?.attempts_due;
    expect([await dueOn('2026-05-17'), await dueOn('2026-05-18')]).toEqual([false, true]);
  });
});

describe('an attempt', () => {
  const burst = given(
    calledAt(...['10', '13', '15', '16', '21'].map((minute) => `${monday}T08:${minute}:00Z`)),
  );
  it('counts once where several of one type are within five minutes of the one that counted', () =>
    expect(burst()[0]?.attempts).toBe(2));

  const otherType = given(
    person({
      touches: [
        touch('a', `${monday}T08:10:00Z`),
        touch('a', `${monday}T08:11:00Z`, { type: 'Email' }),
        touch('a', `${monday}T08:12:00Z`, { type: ' call ' }),
      ],
    }),
  );
  it('counts beside one of another type at the same time', () => expect(otherType()[0]?.attempts).toBe(2));

  const atTheEnd = given(
    person({
      touches: [
        touch('a', '2026-05-18T07:59:59Z'),
        touch('a', '2026-05-18T08:05:00Z'),
        touch('a', '2026-05-18T08:00:00Z', { type: 'SMS' }),
      ],
    }),
  );
  it('counts up to the end of seven times 24 hours, not at it', () =>
    expect(atTheEnd()[0]?.attempts).toBe(1));

  const none = given(
    person({
      touches: [
        touch('a', `${monday}T08:10:00Z`, { is_automated: true }),
        touch('a', `${monday}T08:20:00Z`, { direction: 'inbound' }),
        touch('a', `${monday}T08:30:00Z`, { direction: 'internal' }),
        touch('a', `${monday}T08:40:00Z`, { direction: null }),
        touch('a', `${monday}T08:50:00Z`, { type: 'Note' }),
        touch('a', '2030-01-01T08:10:00Z'),
      ],
    }),
  );
  it('is none where it is automated, inbound, internal, without direction, a note or after the as-of day', () =>
    expect(none()).toMatchObject([{ attempts: 0, first_attempt_at: null }]));

  const byContact = given(
    person({
      leads: [lead('a', { contact_id: 'c' })],
      touches: [
        touch('a', `${monday}T08:10:00Z`, { lead_id: null, contact_id: 'c' }),
        touch('a', `${monday}T09:10:00Z`, { contact_id: 'c' }),
        touch('a', `${monday}T10:10:00Z`, { lead_id: null, contact_id: 'somebody else' }),
      ],
    }),
  );
  it('may be known by its contact alone, or by both without counting twice', () =>
    expect(byContact()[0]?.attempts).toBe(2));

  const otherRecord = given(
    person({
      leads: [
        lead('a', { email: 'x@example.com' }),
        lead('b', { email: 'x@example.com', created_at: '2026-05-12T08:00:00Z' }),
      ],
      touches: [touch('b', `${monday}T08:10:00Z`)],
    }),
  );
  it('to another record of the person counts, also one before the record was made', () =>
    expect(otherRecord()[0]?.attempts).toBe(1));

  const at = '2026-05-14T08:00:00Z';
  const stops = (
    [
      [true, { touches: [touch('a', at, { direction: 'inbound', type: 'Email' })] }],
      [true, { touches: [touch('a', at, { type: 'Meeting' })] }],
      [true, { touches: [touch('a', at, { type: 'meeting ', direction: null })] }],
      [false, { touches: [touch('a', at, { type: 'Meeting', direction: 'internal' })] }],
      [false, { touches: [touch('a', at, { direction: null })] }],
      [true, { opportunities: [{ lead_id: 'a', at }] }],
      [true, { opportunities: [{ lead_id: 'a', at: '2026-05-18' }] }],
      [false, { opportunities: [{ lead_id: 'a', at: '2026-05-19' }] }],
      [true, { stages: [tenOClock, stage('a', 'disqualified', at)] }],
      [true, { stages: [tenOClock, stage('a', 'recycled', at)] }],
      [false, { stages: [tenOClock, stage('a', 'sal', at)] }],
      [false, { stages: [tenOClock, stage('a', 'recycled', '2026-05-18T08:00:00Z')] }],
    ] as const
  ).map(([stopped, more]) => [stopped, given(person(more))] as const);
  it('is owed no more once the lead answers, meets, has an opportunity, is disqualified or recycled in time', () =>
    expect(stops.map(([, rows]) => rows()[0]?.attempt_stop)).toEqual(stops.map(([stopped]) => stopped)));
});

describe('what became of a handover', () => {
  const sameDay = given(person({ opportunities: [{ lead_id: 'a', at: `${monday}T14:30:00Z` }] }));
  const later = given(person({ opportunities: [{ lead_id: 'a', at: '2026-05-20T08:30:00Z' }] }));
  const lost = given(person({ stages: [tenOClock, stage('a', 'disqualified', `${monday}T09:00:00Z`)] }));
  const lostLate = given(person({ stages: [tenOClock, stage('a', 'disqualified', `${monday}T09:00:01Z`)] }));
  const takenUp = given(
    person({
      stages: [
        tenOClock,
        stage('a', 'disqualified', `${monday}T08:30:00Z`),
        stage('a', 'sal', `${monday}T08:40:00Z`),
        stage('a', 'recycled', `${monday}T08:50:00Z`),
      ],
    }),
  );

  it('names the first opportunity on or after its day, and whether one had come by the day of the deadline', () => {
    expect(sameDay()).toMatchObject([{ opp_date: monday, ended_by_deadline: true }]);
    expect(later()).toMatchObject([{ opp_date: '2026-05-20', ended_by_deadline: false }]);
  });

  it('has ended where a disqualification stands at the deadline, not where one came later or was taken back', () =>
    expect([lost, lostLate, takenUp].map((rows) => rows()[0]?.ended_by_deadline)).toEqual([
      true,
      false,
      false,
    ]));
});

describe('a segment with terms of its own', () => {
  it('is judged by them, and all others by the usual ones', async () => {
    const called = calledAt(`${monday}T09:30:00Z`);
    const inSegment = (segment: string): Partial<Case> => ({ ...called, leads: [{ ...lead('a'), segment }] });
    const [enterprise, small] = await handoversOfEach(
      '2026-05-25',
      [inSegment('Enterprise'), inSegment('Small')],
      {
        ...stockholmOffice,
        bySegment: [{ segment: 'Enterprise', responseMinutes: 120, attempts: 1 }],
      },
    );
    const judged = (rows: readonly HandoverRow[] | undefined) =>
      rows?.map(({ status, deadline_at, attempts_ok }) => [status, deadline_at, attempts_ok]);
    expect(judged(enterprise)).toEqual([['met', '2026-05-11T10:00:00Z', true]]);
    expect(judged(small)).toEqual([['breached', '2026-05-11T09:00:00Z', false]]);
  });
});
