import { describe, expect, it } from 'vitest';
import type { SpeedEvidence } from '../../../src/engine/sla-evidence.ts';
import type { OverdueList } from '../../../src/engine/sla-lists.ts';
import { acceptanceMatrix } from '../../../src/metrics/acceptance.ts';
import { arrivalExperimentOf } from '../../../src/metrics/arrival-experiment.ts';
import { responseConversionRates } from '../../../src/metrics/conversion-by-response.ts';
import { goodhartGuardOf } from '../../../src/metrics/goodhart-guard.ts';
import { slaEffect } from '../../../src/metrics/sla-effect.ts';
import { speedTrialOf } from '../../../src/metrics/speed-trial.ts';
import { defaultCalendar } from '../../../src/domain/business-calendar.ts';
import { defaultSlaTerms } from '../../../src/domain/sla.ts';
import { overdueTable } from '../../../src/exports/overdue-table.ts';
import { acceptanceAnswer } from '../../../src/sentences/sla/acceptance-words.ts';
import {
  fairnessAnswer,
  fairnessDetail,
  fairnessLines,
  fairnessUnknown,
} from '../../../src/sentences/sla/fairness-words.ts';
import { guardAnswer, guardDefinition, guardLines } from '../../../src/sentences/sla/guard-words.ts';
import { overdueAnswer, overdueDefinition } from '../../../src/sentences/sla/overdue-words.ts';
import { arrivalWords, speedAnswer, trialWords } from '../../../src/sentences/sla/speed-words.ts';
import { waitWords } from '../../../src/sentences/sla/wait-words.ts';

const stratum = (met: readonly [number, number], missed: readonly [number, number]) => ({
  channel: 'web',
  segment: 'SMB',
  met: { k: met[0], n: met[1] },
  missed: { k: missed[0], n: missed[1] },
});

const arrivals = (inside: readonly [number, number], outside: readonly [number, number]) =>
  arrivalExperimentOf(
    [
      {
        channel: 'web',
        segment: 'SMB',
        inside: inside[1],
        inside_converted: inside[0],
        outside: outside[1],
        outside_converted: outside[0],
      },
    ],
    [
      { group_name: 'inside', minutes: 30, contacted: 10, waiting: 0 },
      { group_name: 'outside', minutes: 930, contacted: 10, waiting: 0 },
    ],
  );

const speed = (more: Partial<SpeedEvidence> = {}): SpeedEvidence => ({
  l2oDays: 30,
  byResponse: responseConversionRates([]),
  effect: slaEffect([stratum([400, 2000], [200, 2000])]),
  effectLeads: 4000,
  moreForEffect: 0,
  arrivals: arrivals([30, 100], [28, 100]),
  moreForArrivals: 1234,
  trial: speedTrialOf(0.1, 100, 30),
  leadsPerWeek: 100,
  ...more,
});

const slow = slaEffect([stratum([20, 100], [19, 100])]);

describe('what is said of speed', () => {
  it.each([
    [
      'answered in time, where arrivals cannot tell',
      speed(),
      'Leads answered in time became opportunities 10.0 points more often than like leads that were not; whether speed did it, arrivals out of hours cannot tell yet',
    ],
    [
      'nothing yet, with the leads that would tell',
      speed({ effect: slow }),
      'Your own data cannot tell yet whether a faster answer brings more opportunities; about 1,234 more leads would tell a difference of a fifth',
    ],
    [
      'an experiment that agrees',
      speed({ arrivals: arrivals([400, 1000], [200, 1000]) }),
      'Leads answered in time became opportunities 10.0 points more often than like leads that were not; those that arrived while you were closed and waited longer did so 20.0 points less often',
    ],
    [
      'an experiment that sees nothing',
      speed({ arrivals: arrivals([3000, 10_000], [3000, 10_000]) }),
      'Leads answered in time became opportunities 10.0 points more often than like leads that were not; yet those that arrived while you were closed waited longer and did so as often',
    ],
    [
      'an experiment that contradicts',
      speed({ arrivals: arrivals([200, 1000], [400, 1000]), effect: slow }),
      'Leads answered in time became opportunities about as often as like leads that were not; yet those that arrived while you were closed and waited longer did so 20.0 points more often',
    ],
  ])('%s', (_, evidence, expected) => expect(speedAnswer(evidence, null)).toBe(expected));

  it('is nothing without activities', () =>
    expect(speedAnswer(speed(), 'No calls.')).toBe('What speed does cannot be told from these files'));

  it('tells how much longer those out of hours waited', () => {
    expect(arrivalWords(speed())).toBe(
      '100 leads arrived while the team was closed, 100 while it was open. Half of them waited 15.5 hours or more, 15 hours longer than those in hours: +2.0 points in hours against out of hours, within channel and segment (95% interval −10.5 to +14.5), which cannot be told from nothing. The two differ in 0% of their mix of channels and segments.',
    );
    expect(arrivalWords(speed({ arrivals: arrivals([1, 10], [0, 0]) }))).toContain('nothing to compare');
  });

  it('offers a trial with its length, or says what it needs', () => {
    expect(trialWords(speed())).toBe(
      'Draw by lot which leads are answered at once. To see 12.0% instead of 10.0% become opportunities it takes 3,841 leads on each side: at 100 leads a week 77 weeks of leads, and 82 weeks with the window of 30 days for the last (5% two-sided, 80% power).',
    );
    expect(trialWords(speed({ trial: null }))).toContain('cannot be planned yet');
  });
});

describe('a wait in words', () => {
  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [120, '120 minutes'],
    [121, '2 hours'],
    [2880, '48 hours'],
    [2881, '2 days'],
    [3600, '2.5 days'],
  ])('of %f minutes is %s', (minutes, expected) => expect(waitWords(minutes)).toBe(expected));
});

const work = (side: string, more = {}) => ({
  side,
  handovers: 500,
  attempts: 1000,
  tried: 400,
  contacted: 200,
  in_time: 300,
  one_touch: 60,
  ...more,
});

describe('what is said of a promise kept in its letter', () => {
  const lines = guardLines(
    goodhartGuardOf([work('before'), work('after', { attempts: 2000, contacted: 100 })], [], []),
    true,
  );

  it('names what to look at again, with its numbers', () => {
    expect(guardAnswer(lines)).toBe('Look again: attempts that reach nobody');
    expect(lines[0]?.sentence).toBe(
      'More is tried and fewer leads are reached: of the leads tried, 50.0% (200 of 400) before, 25.0% (100 of 400) after were in two-way contact. Attempts a lead: 2.0 before, 4.0 after.',
    );
  });

  it('says what cannot be known', () => {
    expect(lines.find(({ id }) => id === 'shortCalls')?.verdict).toBe('cannotTell');
    const blind = guardLines(
      goodhartGuardOf([work('before'), work('after', { attempts: 2000, contacted: 0 })], [], []),
      false,
    );
    expect(blind[0]).toMatchObject({ verdict: 'cannotTell' });
    expect(blind[0]?.sentence).toContain('no inbound activity or meeting');
    const nothing = guardLines(goodhartGuardOf([], [], []), true);
    expect(guardAnswer(nothing)).toBe('Whether promises are kept in their letter alone cannot be told yet');
  });

  it('says so where nothing stands out', () => {
    const calm = guardLines(goodhartGuardOf([work('before'), work('after')], [], []), true);
    expect(guardAnswer(calm)).toBe('Nothing looks good while it is bad; 3 checks of 5 cannot be told yet');
  });

  it('tells the day in the middle', () => {
    expect(guardDefinition('2026-07-03', true)).toContain(
      'Before and after 3 Jul 2026, the first day of the agreement',
    );
    expect(guardDefinition('2026-07-03', false)).toContain('as no agreement is in force yet');
  });
});

const fairness = {
  handovers: 100,
  systemMinutes: 98,
  systemLeads: 90,
  humanMinutes: 45,
  outside: 40,
  dayOnly: 0,
  merged: 3,
  outbound: 500,
  automated: 20,
  overCap: 1,
  ownersOverCap: 1,
  unowned: 0,
};

describe('what is said of fairness', () => {
  it('tells the delay of the system apart from that of people', () => {
    expect(fairnessAnswer(fairness)).toBe(
      'Half of the leads were handed over within 98 minutes of their creation and called within 45 minutes of the handover: most of the wait is before sales',
    );
    expect(fairnessAnswer({ ...fairness, humanMinutes: 98 })).not.toContain('before sales');
    expect(fairnessAnswer({ ...fairness, humanMinutes: null })).toContain('fewer than half were then called');
    expect(fairnessAnswer({ ...fairness, systemMinutes: null })).toContain('is not in the files');
  });

  it('gives each rule its number', () =>
    expect(fairnessLines(fairness, 500).map(({ number }) => number)).toEqual([
      '98 minutes',
      '40 of 100 (40.0%)',
      '1 lead of 1 owner',
      '3',
      '20 of 500',
    ]));

  it('names the columns that would tell what is not known', () => {
    expect(fairnessUnknown(fairness)).toHaveLength(2);
    expect(
      fairnessUnknown({ ...fairness, automated: 0, dayOnly: 2, unowned: 1, systemMinutes: null }),
    ).toHaveLength(6);
  });

  it.each([
    ['systemDelay', 'Ada', 90, 'Handed over 90 minutes after its creation; owner Ada.'],
    ['outOfHours', 'Ada', null, 'Not called; owner Ada.'],
    ['merged', 'a, b', 2, '2 records of one person: a, b.'],
    ['automated', 'Email', null, 'Automated: Email.'],
    ['overCap', 'Ada', 1, 'Held by Ada beyond the cap, open for 1 day.'],
  ] as const)('says of a record on the list %s why it is there', (kind, detail, amount, expected) =>
    expect(fairnessDetail(kind, detail, amount)).toBe(expected),
  );
});

const list = (more: Partial<OverdueList> = {}): OverdueList => ({
  because: null,
  rules: {
    source: 'mql',
    terms: { ...defaultSlaTerms, responseMinutes: 240, attempts: 4 },
    calendars: { usual: defaultCalendar('Europe/Stockholm'), byOwner: new Map() },
  },
  currency: 'EUR',
  reportTimeZone: 'Europe/Stockholm',
  leads: [
    {
      lead_id: 'L1',
      owner: 'Ada',
      channel: 'web',
      segment: 'SMB',
      value_minor: 50_000,
      handover_ms: Date.UTC(2026, 4, 11, 8),
      age_minutes: 4322,
      attempts: 1,
      is_uncalled: false,
      is_short: true,
    },
  ],
  owners: [{ owner: 'Ada', leads: 1, uncalled: 0, short: 1, value_minor: 50_000, without_value: 0 }],
  ...more,
});

describe('what is said of the overdue', () => {
  it('counts them with their worth', () => {
    expect(overdueAnswer(list())).toBe('One open lead is overdue, worth €500 by the rate card');
    const owner = { owner: 'Bo', leads: 7, uncalled: 3, short: 7, value_minor: 0, without_value: 7 };
    expect(overdueAnswer(list({ owners: [...list().owners, owner] }))).toBe(
      '8 open leads of 2 owners are overdue, worth €500 by the rate card',
    );
    expect(overdueAnswer(list({ owners: [owner], currency: null }))).toBe(
      '7 open leads of one owner are overdue',
    );
    expect(overdueAnswer(list({ owners: [] }))).toBe(
      'Nobody is on the list: every open lead was called as promised',
    );
    expect(overdueAnswer(list({ because: 'No calls.' }))).toBe(
      'Who is on the list cannot be told from these files',
    );
  });

  it('says by which terms', () =>
    expect(overdueDefinition(list())).toBe(
      'Open leads not called by a person within 4 hours of opening hours, or with fewer than 4 attempts after 7 days. The most valuable first.',
    ));

  it('goes along as a table, by the clock of the reports', () => {
    const { rows } = overdueTable(list());
    expect(rows).toEqual([
      ['L1', 'Ada', 'web', 'SMB', '1 of 4 attempts', '11 May 2026, 10:00', 72, 1, 50_000],
    ]);
  });
});

describe('what is said of acceptance', () => {
  const counts = (segment: string, mql: number, sal: number) => ({
    segment,
    mql,
    sal,
    sql: 0,
    opportunity: 0,
  });
  const answer = (...rows: readonly ReturnType<typeof counts>[]): string =>
    acceptanceAnswer(acceptanceMatrix(rows, ['mql', 'sal']));

  it('is which segments sales takes, which it does not, or that nobody can tell', () => {
    expect(answer(counts('ENT', 100, 90), counts('SMB', 100, 10))).toBe(
      'Most MQLs of ENT become SAL, most of SMB do not',
    );
    expect(answer(counts('ENT', 100, 90), counts('MID', 99, 90))).toBe('Most MQLs of ENT and MID become SAL');
    expect(answer(counts('SMB', 100, 10))).toBe('Most MQLs of SMB do not become SAL');
    expect(answer(counts('SMB', 100, 50))).toBe(
      'Whether most leads of a segment become SAL cannot be told yet',
    );
    expect(answer()).toBe('Which leads sales accepts is not recorded');
  });
});
