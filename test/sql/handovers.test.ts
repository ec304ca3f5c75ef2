import { describe, expect, it } from 'vitest';
import { alwaysOpen, defaultCalendar } from '../../src/domain/business-calendar.ts';
import type { HandoverRules } from '../../src/domain/handover.ts';
import {
  handoversOf,
  lead,
  stage,
  stockholmOffice,
  touch,
  type Case,
  type HandoverRow,
} from '../support/handover-cases.ts';

const monday = '2026-05-11';

/** The handovers of one person, lead `a`, as of two weeks after the Monday of the tests. */
const of = async (
  one: Partial<Case>,
  asOf = '2026-05-25',
  rules: HandoverRules = stockholmOffice,
): Promise<readonly HandoverRow[]> => handoversOf(asOf, [{ leads: [lead('a')], ...one }], rules);

const one = async (...args: Parameters<typeof of>): Promise<HandoverRow> => {
  const [row, ...rest] = await of(...args);
  expect(rest).toEqual([]);
  if (row === undefined) throw new Error('No handover.');
  return row;
};

const mqlAt = (at: string) => stage('a', 'mql', at);
const tenOClock = mqlAt(`${monday}T08:00:00Z`);
const zoned = (rules: Partial<HandoverRules['terms']>): HandoverRules => ({
  ...stockholmOffice,
  terms: { ...stockholmOffice.terms, ...rules },
});

describe('a handover', () => {
  it('is met by a call within the promised business minutes', async () =>
    expect(await one({ stages: [tenOClock], touches: [touch('a', `${monday}T08:59:30Z`)] })).toMatchObject({
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
    }));

  it('is met exactly at the deadline and breached a second later', async () => {
    const at = async (time: string) =>
      (await one({ stages: [tenOClock], touches: [touch('a', `${monday}T${time}Z`)] })).status;
    expect([await at('09:00:00'), await at('09:00:01')]).toEqual(['met', 'breached']);
  });

  it('is breached where nobody ever called', async () =>
    expect(await one({ stages: [tenOClock] })).toMatchObject({
      first_attempt_at: null,
      response_bmin: null,
      needed_minutes: null,
      watched_bmin: 7 * 60 + 10 * 480,
      status: 'breached',
      attempts: 0,
      attempts_ok: false,
    }));

  it('of Friday evening is due on Monday morning', async () =>
    expect(
      await one({ stages: [mqlAt('2026-05-08T15:00:00Z')], touches: [touch('a', '2026-05-11T07:10:00Z')] }),
    ).toMatchObject({ deadline_at: '2026-05-11T08:00:00Z', response_bmin: 10, status: 'met' }));

  it('may have its deadline at closing time, and a call after it is late although no business minute passed', async () => {
    const late = await one({
      stages: [mqlAt('2026-05-08T14:00:00Z')],
      touches: [touch('a', '2026-05-08T15:30:00Z')],
    });
    expect(late).toMatchObject({
      deadline_at: '2026-05-08T15:00:00Z',
      response_bmin: 60,
      needed_minutes: 61,
      status: 'breached',
    });
  });

  it('is met by a call outside opening hours, with no business minute passed', async () =>
    expect(
      await one({ stages: [mqlAt('2026-05-09T10:00:00Z')], touches: [touch('a', '2026-05-09T11:00:00Z')] }),
    ).toMatchObject({ response_bmin: 0, response_minutes: 60, needed_minutes: 1, status: 'met' }));

  it('counts real minutes across the change to summer time', async () =>
    expect(
      await handoversOf('2026-04-10', [
        {
          leads: [lead('a', { created_at: '2026-03-27T08:00:00Z' })],
          stages: [mqlAt('2026-03-27T15:30:00Z')],
          touches: [touch('a', '2026-03-30T07:30:00Z')],
        },
      ]),
    ).toMatchObject([
      { response_bmin: 60, deadline_at: '2026-03-30T07:30:00Z', status: 'met', arrival_hour: 16 },
    ]));

  it('waits for the end of a holiday', async () =>
    expect(
      await one({ stages: [mqlAt('2026-05-13T14:30:00Z')] }, '2026-05-25', {
        ...stockholmOffice,
        calendars: {
          usual: { ...defaultCalendar('Europe/Stockholm'), holidays: ['2026-05-14'] },
          byOwner: new Map(),
        },
      }),
    ).toMatchObject({ deadline_at: '2026-05-15T07:30:00Z' }));

  it('follows the calendar of its owner', async () => {
    const rules = {
      ...stockholmOffice,
      calendars: {
        usual: defaultCalendar('Europe/Stockholm'),
        byOwner: new Map([['Night', alwaysOpen('Europe/Stockholm')]]),
      },
    };
    const rows = await handoversOf(
      '2026-05-25',
      [
        { leads: [lead('a', { owner_id: 'Night' })], stages: [mqlAt('2026-05-09T21:30:00Z')] },
        { leads: [lead('b', { owner_id: 'Day' })], stages: [stage('b', 'mql', '2026-05-09T21:30:00Z')] },
      ],
      rules,
    );
    expect(rows.map((row) => row.deadline_at)).toEqual(['2026-05-09T22:30:00Z', '2026-05-11T08:00:00Z']);
  });

  it('by a team that never opens is never due', async () =>
    expect(
      await one({ stages: [tenOClock] }, '2026-05-25', {
        ...stockholmOffice,
        calendars: { usual: { ...defaultCalendar('Europe/Stockholm'), hours: {} }, byOwner: new Map() },
      }),
    ).toMatchObject({ deadline_at: null, status: 'pending', due_minutes: 0 }));

  it('of the last evening is pending, whether somebody called already or not', async () => {
    const evening = mqlAt(`${monday}T17:00:00Z`);
    const statusOf = async (touches: Case['touches']) =>
      (await one({ stages: [evening], touches }, monday)).status;
    expect([
      await statusOf([]),
      await statusOf([touch('a', `${monday}T18:00:00Z`)]),
      await statusOf([touch('a', '2026-05-12T07:00:00Z')]),
    ]).toEqual(['pending', 'pending_met', 'pending']);
  });

  it('at once contacted within the day before takes no response time', async () => {
    const before = async (time: string) =>
      one({ stages: [mqlAt('2026-05-12T08:00:00Z')], touches: [touch('a', time)] });
    expect(await before('2026-05-11T08:00:00Z')).toMatchObject({
      pre_handover: true,
      response_bmin: 0,
      needed_minutes: 0,
      first_attempt_at: null,
      status: 'met',
      attempts: 0,
    });
    expect(await before('2026-05-11T07:59:59Z')).toMatchObject({ pre_handover: false, status: 'breached' });
  });

  it('comes with every MQL cycle, each with the calls up to the next', async () => {
    const rows = await of({
      stages: [tenOClock, stage('a', 'recycled', '2026-05-13T08:00:00Z'), mqlAt('2026-05-18T08:00:00Z')],
      touches: [touch('a', '2026-05-11T08:20:00Z'), touch('a', '2026-05-18T08:40:00Z')],
    });
    expect(rows).toMatchObject([
      { handover_id: 'a/1', response_bmin: 20, attempts: 1, attempt_stop: true, attempts_ok: true },
      { handover_id: 'a/2', response_bmin: 40, attempts: 1, attempt_stop: false, attempts_ok: false },
    ]);
  });

  it('is one where two records of a person become an MQL in the same second', async () => {
    const rows = await handoversOf('2026-05-25', [
      {
        leads: [lead('a', { email: 'x@example.com' }), lead('b', { email: 'x@example.com' })],
        stages: [tenOClock, stage('b', 'mql', `${monday}T08:00:00Z`)],
      },
    ]);
    expect(rows).toHaveLength(1);
  });

  it('by acceptance is the first SAL of each cycle', async () => {
    const rows = await of(
      {
        stages: [
          tenOClock,
          stage('a', 'sal', '2026-05-12T08:00:00Z'),
          stage('a', 'sal', '2026-05-13T08:00:00Z'),
          mqlAt('2026-05-18T08:00:00Z'),
          stage('a', 'sal', '2026-05-19T08:00:00Z'),
        ],
      },
      '2026-05-25',
      { ...stockholmOffice, source: 'sal' },
    );
    expect(rows.map((row) => row.handover_at)).toEqual(['2026-05-12T08:00:00Z', '2026-05-19T08:00:00Z']);
  });

  it('never comes for a lead that was never an MQL', async () => expect(await of({})).toEqual([]));
});

describe('an attempt', () => {
  const attemptsOf = async (touches: Case['touches'], more: Partial<Case> = {}) =>
    (await one({ stages: [tenOClock], touches, ...more })).attempts;

  it('counts once where several of one type are within five minutes of the one that counted', async () =>
    expect(
      await attemptsOf([
        touch('a', `${monday}T08:10:00Z`),
        touch('a', `${monday}T08:13:00Z`),
        touch('a', `${monday}T08:15:00Z`),
        touch('a', `${monday}T08:16:00Z`),
        touch('a', `${monday}T08:21:00Z`),
      ]),
    ).toBe(2));

  it('counts beside one of another type at the same time', async () =>
    expect(
      await attemptsOf([
        touch('a', `${monday}T08:10:00Z`),
        touch('a', `${monday}T08:11:00Z`, { type: 'Email' }),
        touch('a', `${monday}T08:12:00Z`, { type: ' call ' }),
      ]),
    ).toBe(2));

  it('counts up to the end of seven times 24 hours, not at it', async () =>
    expect(
      await attemptsOf([
        touch('a', '2026-05-18T07:59:59Z'),
        touch('a', '2026-05-18T08:05:00Z'),
        touch('a', '2026-05-18T08:00:00Z', { type: 'SMS' }),
      ]),
    ).toBe(1));

  it('is none where it is automated, inbound, internal, without direction or after the as-of day', async () =>
    expect(
      await attemptsOf([
        touch('a', `${monday}T08:10:00Z`, { is_automated: true }),
        touch('a', `${monday}T08:10:00Z`, { direction: 'inbound' }),
        touch('a', `${monday}T08:10:00Z`, { direction: 'internal' }),
        touch('a', `${monday}T08:10:00Z`, { direction: null }),
        touch('a', '2030-01-01T08:10:00Z'),
      ]),
    ).toBe(0));

  it('may be known by its contact alone, or by both without counting twice', async () =>
    expect(
      await attemptsOf(
        [
          touch('a', `${monday}T08:10:00Z`, { lead_id: null, contact_id: 'c' }),
          touch('a', `${monday}T09:10:00Z`, { contact_id: 'c' }),
          touch('a', `${monday}T10:10:00Z`, { lead_id: null, contact_id: 'somebody else' }),
        ],
        { leads: [lead('a', { contact_id: 'c' })] },
      ),
    ).toBe(2));

  it('to another record of the person counts, also one before the record was made', async () =>
    expect(
      await attemptsOf([touch('b', `${monday}T08:10:00Z`)], {
        leads: [
          lead('a', { email: 'x@example.com' }),
          lead('b', { email: 'X@example.com', created_at: '2026-05-12T08:00:00Z' }),
        ],
      }),
    ).toBe(1));

  it('is owed no more once the lead answers, meets, has an opportunity, is disqualified or recycled', async () => {
    const stopped = async (more: Partial<Case>) =>
      (await one({ ...more, stages: [tenOClock, ...(more.stages ?? [])] })).attempt_stop;
    const at = '2026-05-14T08:00:00Z';
    expect([
      await stopped({ touches: [touch('a', at, { direction: 'inbound', type: 'Email' })] }),
      await stopped({ touches: [touch('a', at, { type: 'Meeting' })] }),
      await stopped({ opportunities: [{ lead_id: 'a', at }] }),
      await stopped({ stages: [stage('a', 'disqualified', at)] }),
      await stopped({ stages: [stage('a', 'recycled', at)] }),
      await stopped({ stages: [stage('a', 'sal', at)] }),
      await stopped({ stages: [stage('a', 'recycled', '2026-05-18T08:00:00Z')] }),
    ]).toEqual([true, true, true, true, true, false, false]);
  });

  it('is judged only once seven days have passed', async () => {
    const dueOn = async (asOf: string) => (await one({ stages: [tenOClock] }, asOf)).attempts_due;
    expect([await dueOn('2026-05-17'), await dueOn('2026-05-18')]).toEqual([false, true]);
  });

  it('is enough where the promised number is reached', async () =>
    expect(
      await one(
        {
          stages: [tenOClock],
          touches: [touch('a', `${monday}T08:10:00Z`), touch('a', '2026-05-12T08:10:00Z')],
        },
        '2026-05-25',
        zoned({ attempts: 2 }),
      ),
    ).toMatchObject({ attempts: 2, attempts_ok: true, attempt_stop: false }));
});

describe('what became of a handover', () => {
  it('names the first opportunity on or after its day, and whether the lead had ended by the deadline', async () => {
    const [early] = await of({
      stages: [tenOClock],
      opportunities: [{ lead_id: 'a', at: `${monday}T08:30:00Z` }],
    });
    const [late] = await of({
      stages: [tenOClock],
      opportunities: [{ lead_id: 'a', at: '2026-05-20T08:30:00Z' }],
    });
    const [lost] = await of({ stages: [tenOClock, stage('a', 'disqualified', `${monday}T08:30:00Z`)] });
    expect(early).toMatchObject({ opp_date: monday, ended_by_deadline: true });
    expect(late).toMatchObject({ opp_date: '2026-05-20', ended_by_deadline: false });
    expect(lost).toMatchObject({ opp_date: null, ended_by_deadline: true });
  });
});
