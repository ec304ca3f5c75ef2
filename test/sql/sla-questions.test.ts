import { beforeAll, describe, expect, it } from 'vitest';
import { noFilter } from '../../src/domain/filter.ts';
import { defaultSlaTerms } from '../../src/domain/sla.ts';
import { buildJourneys } from '../../src/engine/build-journeys.ts';
import { slaKnowledge } from '../../src/engine/sla-knowledge.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { responseNotMeasurable } from '../../src/metrics/sla-measurability.ts';
import { speedToLead } from '../../src/metrics/speed-to-lead.ts';
import { attainmentCounts } from '../../src/sql/questions/attainment-counts.ts';
import { breachList } from '../../src/sql/questions/breach-list.ts';
import { deliveredLeads, returnedLeads } from '../../src/sql/questions/delivered-leads.ts';
import { openLeads } from '../../src/sql/questions/open-leads.ts';
import { persistenceCounts } from '../../src/sql/questions/persistence-counts.ts';
import { responseCounts } from '../../src/sql/questions/response-counts.ts';
import { slaCube } from '../../src/sql/questions/sla-cube.ts';
import { sharedEngine } from '../support/engine.ts';
import {
  buildAt,
  definitionsAt,
  lead,
  loadCases,
  stage,
  touch,
  type Case,
} from '../support/handover-cases.ts';

const monday = '2026-05-11';
const asOf = '2026-06-30';

/** A lead handed over on the Monday of the tests at ten in Stockholm. */
const handed = (
  id: string,
  more: Partial<Case> = {},
  attributes: Record<string, string> = {},
): Partial<Case> => ({
  ...more,
  leads: [lead(id, { channel: 'web', segment: 'SMB', owner_id: 'Ada', ...attributes })],
  stages: [stage(id, 'mql', `${monday}T08:00:00Z`), ...(more.stages ?? [])],
});

const calls = (id: string, ...times: readonly string[]): readonly ReturnType<typeof touch>[] =>
  times.map((time) => touch(id, time));

describe('questions about handovers', () => {
  let engine: QueryEngine;

  beforeAll(async () => {
    engine = await sharedEngine();
    await loadCases(
      handed('quick', { touches: calls('quick', `${monday}T08:04:10Z`) }),
      handed('before', { touches: calls('before', `${monday}T06:00:00Z`) }),
      handed('long', { touches: calls('long', '2026-05-13T15:00:30Z') }, { channel: 'event' }),
      handed('never', {}, { segment: 'ENT' }),
      handed('gone', { stages: [stage('gone', 'disqualified', '2026-05-20T08:00:00Z', 'Spam lead')] }),
      handed('back', {
        stages: [
          stage('back', 'recycled', '2026-05-20T08:00:00Z'),
          stage('back', 'mql', '2026-06-01T08:00:00Z'),
        ],
        touches: calls('back', '2026-06-01T08:30:00Z', '2026-06-02T08:30:00Z', '2026-06-03T08:30:00Z').concat(
          touch('back', '2026-06-02T12:00:00Z', { direction: 'inbound', type: 'Email' }),
        ),
        opportunities: [{ lead_id: 'back', at: '2026-06-03T10:00:00Z' }],
      }),
    );
    await buildAt(asOf);
  });

  it('tell response minutes, whole, and how long was waited where there was none', async () => {
    const counts = await engine.ask(responseCounts({ filter: noFilter, group: 'owner', clock: 'business' }));
    expect(counts).toEqual([
      { group_name: 'Ada', minutes: 0, contacted: 1, waiting: 0 },
      { group_name: 'Ada', minutes: 5, contacted: 1, waiting: 0 },
      { group_name: 'Ada', minutes: 30, contacted: 1, waiting: 0 },
      { group_name: 'Ada', minutes: 1380, contacted: 1, waiting: 0 },
      { group_name: 'Ada', minutes: 7200, contacted: 0, waiting: 1 },
      { group_name: 'Ada', minutes: 17_700, contacted: 0, waiting: 2 },
    ]);
    expect(speedToLead(counts).medianMinutes).toBe(1380);
  });

  it('tell the same by the clock of the lead', async () => {
    const counts = await engine.ask(responseCounts({ filter: noFilter, group: 'owner', clock: 'elapsed' }));
    expect(counts.filter(({ contacted }) => contacted > 0).map(({ minutes }) => minutes)).toEqual([
      0, 5, 30, 3360,
    ]);
  });

  it('tell attainment by the week of the handover', async () =>
    expect(await engine.ask(attainmentCounts({ filter: noFilter, group: 'channel' }))).toEqual([
      {
        week: monday,
        group_name: 'event',
        handovers: 1,
        met: 0,
        due: 1,
        never_contacted: 0,
        attempts_ok: 0,
        attempts_due: 1,
        full_met: 0,
        full_due: 1,
      },
      {
        week: monday,
        group_name: 'web',
        handovers: 5,
        met: 2,
        due: 5,
        never_contacted: 3,
        attempts_ok: 0,
        attempts_due: 5,
        full_met: 0,
        full_due: 5,
      },
      {
        week: '2026-06-01',
        group_name: 'web',
        handovers: 1,
        met: 1,
        due: 1,
        never_contacted: 0,
        attempts_ok: 1,
        attempts_due: 1,
        full_met: 1,
        full_due: 1,
      },
    ]));

  it('list breached handovers of open leads alone, by value, then by lateness', async () => {
    const values = [
      { channel: 'event', segment: 'SMB', valueMinor: 100 },
      { channel: 'web', segment: 'ENT', valueMinor: 900 },
    ];
    const rows = await engine.ask(breachList({ filter: noFilter, values, limit: 10 }));
    expect(rows.map((row) => [row.lead_id, row.value_minor, row.late_minutes, row.is_contacted])).toEqual([
      ['never', 900, 7 * 60 + 36 * 480 - 60, false],
      ['long', 100, 7 * 60 + 480 + 480 - 60, true],
    ]);
    const plain = await engine.ask(breachList({ filter: noFilter, values: [], limit: 1 }));
    expect(plain.map((row) => [row.lead_id, row.value_minor])).toEqual([['never', null]]);
  });

  it('tell what each attempt added to contact and opportunities', async () =>
    expect(
      await engine.ask(persistenceCounts({ filter: noFilter, matureDays: 20, mostAttempts: 10 })),
    ).toEqual([
      { attempt: 1, tried: 3, contacts: 0, tried_open: 3, opportunities: 0 },
      { attempt: 2, tried: 1, contacts: 1, tried_open: 1, opportunities: 0 },
      { attempt: 3, tried: 0, contacts: 0, tried_open: 1, opportunities: 1 },
    ]));

  it('leave out handovers too young for the curve, and attempts beyond its end', async () => {
    const counted = async (matureDays: number, mostAttempts: number) =>
      (await engine.ask(persistenceCounts({ filter: noFilter, matureDays, mostAttempts }))).map(
        ({ attempt, tried }) => [attempt, tried],
      );
    expect(await counted(30, 10)).toEqual([[1, 2]]);
    expect(await counted(29, 2)).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  it('tell leads delivered by month, and those sent back with the reason', async () => {
    expect(await engine.ask(deliveredLeads({ filter: noFilter }))).toEqual([
      { month: '2026-05-01', channel: 'event', segment: 'SMB', leads: 1 },
      { month: '2026-05-01', channel: 'web', segment: 'ENT', leads: 1 },
      { month: '2026-05-01', channel: 'web', segment: 'SMB', leads: 4 },
    ]);
    const returned = async (withinDays: number) =>
      engine.ask(returnedLeads({ filter: noFilter, withinDays }));
    expect(await returned(9)).toEqual([
      { month: '2026-05-01', channel: 'web', segment: 'SMB', reason: 'Spam lead', leads: 1 },
    ]);
    expect(await returned(8)).toEqual([]);
  });

  it('tell the ages of open leads, and who has been tried lately', async () => {
    const terms = { ...defaultSlaTerms, qualificationLimitDays: 49, neglectedDays: 48 };
    const at = async (more: Partial<typeof terms>) =>
      engine.ask(
        openLeads({ filter: noFilter, rows: 'owner', columns: 'owner', terms: { ...terms, ...more } }),
      );
    expect(await at({})).toEqual([
      {
        row_group: 'Ada',
        column_group: 'Ada',
        is_recycled: false,
        age: 60,
        leads: 4,
        overdue: 4,
        neglected: 3,
      },
    ]);
    expect((await at({ qualificationLimitDays: 50, neglectedDays: 50 }))[0]).toMatchObject({
      overdue: 0,
      neglected: 1,
    });
  });

  it('are refused once journeys are built anew, until handovers are too', async () => {
    await buildJourneys(engine, definitionsAt('2026-06-29'), () => undefined);
    await expect(engine.ask(slaCube({ filter: noFilter }))).rejects.toThrow(/handover/);
    await buildAt(asOf);
    await expect(engine.ask(slaCube({ filter: noFilter }))).resolves.not.toEqual([]);
  });

  it('can be measured', async () => expect(responseNotMeasurable(await slaKnowledge(engine))).toBeNull());
});

describe('files that do not tell of responses', () => {
  const reasonOf = async (...cases: readonly Partial<Case>[]): Promise<string | null> => {
    await loadCases(...cases);
    await buildAt(asOf);
    return responseNotMeasurable(await slaKnowledge(await sharedEngine()));
  };

  it.each<readonly [string, Partial<Case>, RegExp]>([
    ['no activity at all', handed('a'), /No calls, mails or meetings/],
    [
      'activities of other leads only',
      handed('a', { touches: calls('b', `${monday}T08:10:00Z`) }),
      /id of the lead or/,
    ],
    [
      'no direction',
      handed('a', { touches: [touch('a', `${monday}T08:10:00Z`, { direction: null })] }),
      /column with the direction/,
    ],
    [
      'days of activities alone',
      handed('a', { touches: [touch('a', '2026-05-11T22:00:00Z')] }),
      /Export their time/,
    ],
    [
      'days of the MQL alone',
      { leads: [lead('a')], stages: [stage('a', 'mql', '2026-05-10T22:00:00Z')] },
      /MQL date with its time/,
    ],
    ['no MQL', { leads: [lead('a')] }, /date of the MQL/],
  ])('say so: %s', async (_, one, reason) => expect(await reasonOf(one)).toMatch(reason));
});
