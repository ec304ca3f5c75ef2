import { describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import { rulesByStatus, type StageRule, type StageRules } from '../../src/domain/stage-rule.ts';
import { journeyModel, journeySteps } from '../../src/sql/model/model.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { journeyRows, opportunityRows, type JourneyRow } from '../support/journey-rows.ts';
import { loadActs } from '../support/load-acts.ts';
import { buildJourneysNaively } from '../support/naive/journeys.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { withDefaults } from '../support/naive/settings.ts';
import {
  applyRulesNaively,
  withNumbersAndActs,
  type ActRecord,
  type RuledHistories,
  type ScoredLead,
} from '../support/naive/stage-rules.ts';
import { tableNames } from '../support/table-names.ts';

const base: Definitions = {
  anchor: 'mql',
  asOf: '2026-06-30',
  exportAsOf: '2026-06-30',
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const lead = (lead_id: string, parts: Partial<ScoredLead> = {}): ScoredLead => ({
  lead_id,
  created_at: '2026-01-05T09:00:00Z',
  channel: 'Website',
  ...parts,
});

const act = (lead_id: string, day: string, parts: Partial<ActRecord> = {}): ActRecord => ({
  lead_id,
  contact_id: null,
  at: `${day}T10:00:00Z`,
  type: 'demo',
  direction: 'inbound',
  is_automated: false,
  ...parts,
});

const empty: RuledHistories = { leads: [], acts: [], stage_events: [], opportunities: [], links: [] };

const journeysUnder = async (
  rules: Partial<StageRules>,
  parts: Partial<RuledHistories>,
): Promise<ReadonlyMap<string, JourneyRow>> => {
  const histories = { ...empty, ...parts };
  await loadHistories(histories);
  await loadActs(histories.acts);
  await buildLoaded({ ...base, stages: { ...rulesByStatus, ...rules } });
  const rows = await (await sharedEngine()).ask(journeyRows);
  return new Map(rows.map((row) => [row.journey_id, row]));
};

/** The day on which each lead became an MQL under a rule. */
const arrivals = async (mql: StageRule, parts: Partial<RuledHistories>) =>
  Object.fromEntries(
    [...(await journeysUnder({ mql }, parts))].map(([id, { anchor_date }]) => [id, anchor_date]),
  );

const created = '2026-01-05';

describe('a rule on the score', () => {
  const leads = [
    lead('64', { score: 64 }),
    lead('65', { score: 65 }),
    lead('66', { score: 66 }),
    lead('none'),
  ];

  it('above 65 takes 66 and not 65, from the creation of the lead', async () => {
    const found = await arrivals({ kind: 'score', is: 'above', value: 65 }, { leads });
    expect(found).toEqual({ 64: null, 65: null, 66: created, none: null });
  });

  it('of at least 65 takes both', async () => {
    const found = await arrivals({ kind: 'score', is: 'atLeast', value: 65 }, { leads });
    expect(found).toEqual({ 64: null, 65: created, 66: created, none: null });
  });

  it('takes no notice of what the status says', async () => {
    const found = await arrivals(
      { kind: 'score', is: 'above', value: 65 },
      { leads, stage_events: [{ lead_id: '64', stage: 'mql', at: '2026-02-01T09:00:00Z' }] },
    );
    expect(found).toEqual({ 64: null, 65: null, 66: created, none: null });
  });

  it('of another stage leaves the MQL as the status says', async () => {
    const found = await journeysUnder(
      { sal: { kind: 'score', is: 'above', value: 65 } },
      {
        leads: [lead('64', { score: 64 }), lead('66', { score: 66 })],
        stage_events: [
          { lead_id: '64', stage: 'mql', at: '2026-02-01T09:00:00Z' },
          { lead_id: '66', stage: 'mql', at: '2026-02-01T09:00:00Z' },
          { lead_id: '64', stage: 'sal', at: '2026-01-20T09:00:00Z' },
        ],
      },
    );
    expect(found.get('64')?.anchor_date).toBe('2026-02-01');
    expect(found.get('66')?.anchor_date).toBe(created);
  });
});

describe('a rule on acts', () => {
  const twice: StageRule = { kind: 'acts', types: ['demo'], direction: 'inbound', count: 2 };

  it('dates the lead at the act that fulfils it', async () => {
    const acts = [
      act('a', '2026-03-03'),
      act('a', '2026-02-02'),
      act('a', '2026-04-04'),
      act('b', '2026-02-02'),
    ];
    expect(await arrivals(twice, { leads: [lead('a'), lead('b')], acts })).toEqual({
      a: '2026-03-03',
      b: null,
    });
  });

  it('counts neither other types nor directions, nor what no human did, nor what lies ahead', async () => {
    const acts = [
      act('a', '2026-02-02'),
      act('a', '2026-02-03', { type: 'call' }),
      act('a', '2026-02-04', { direction: 'outbound' }),
      act('a', '2026-02-05', { is_automated: true }),
      act('a', '2026-07-01'),
    ];
    expect(await arrivals(twice, { leads: [lead('a')], acts })).toEqual({ a: null });
    const any: StageRule = { kind: 'acts', types: [], direction: 'any', count: 3 };
    expect(await arrivals(any, { leads: [lead('a')], acts })).toEqual({ a: '2026-02-04' });
  });

  it('dates no act before the lead', async () => {
    const acts = [act('a', '2025-12-01'), act('a', '2025-12-02')];
    expect(await arrivals(twice, { leads: [lead('a')], acts })).toEqual({ a: created });
  });

  it('gives the act of a contact to its newest lead by then, once', async () => {
    const contact_id = 'C';
    const leads = [
      lead('old', { contact_id, created_at: '2024-01-05T09:00:00Z' }),
      lead('new', { contact_id }),
      lead('later', { contact_id, created_at: '2026-03-05T09:00:00Z' }),
    ];
    const acts = [act('', '2026-02-02', { lead_id: null, contact_id })];
    const once: StageRule = { ...twice, count: 1 };
    const [journey] = (await journeysUnder({ mql: once }, { leads, acts })).values();
    expect(journey).toMatchObject({ journey_id: 'old', anchor_date: '2026-02-02', mql_cycles: 1 });
  });
});

describe('a rule of criteria', () => {
  const fit: StageRule = { kind: 'fit', is: 'atLeast', value: 2 };
  const channel: StageRule = { kind: 'channel', oneOf: ['Website', '(blank)'] };
  const segment: StageRule = { kind: 'segment', oneOf: ['Small'] };
  const demo: StageRule = { kind: 'acts', types: ['demo'], direction: 'inbound', count: 1 };
  const leads = [
    lead('one', { fit: 1 }),
    lead('two', { fit: 2, segment: 'Large' }),
    lead('three', { fit: 1, channel: '', segment: 'Small' }),
    lead('acting', { channel: 'Fair', segment: 'Small' }),
  ];
  const acts = [act('one', '2026-02-02'), act('acting', '2026-03-03'), act('two', '2026-04-04')];

  it('is true on the day on which the n-th of them became true', async () => {
    const two: StageRule = { kind: 'criteria', atLeast: 2, of: [fit, channel, segment, demo] };
    expect(await arrivals(two, { leads, acts })).toEqual({
      one: '2026-02-02',
      two: created,
      three: created,
      acting: '2026-03-03',
    });
    expect(await arrivals({ ...two, atLeast: 3 }, { leads, acts })).toEqual({
      one: null,
      two: '2026-04-04',
      three: null,
      acting: null,
    });
  });

  it('holds others within it', async () => {
    const rule: StageRule = {
      kind: 'criteria',
      atLeast: 2,
      of: [demo, { kind: 'criteria', atLeast: 1, of: [fit, segment] }],
    };
    expect(await arrivals(rule, { leads, acts })).toEqual({
      one: null,
      two: '2026-04-04',
      three: null,
      acting: '2026-03-03',
    });
  });
});

describe('a rule that names the status among others', () => {
  const either: StageRule = {
    kind: 'criteria',
    atLeast: 1,
    of: [{ kind: 'status' }, { kind: 'acts', types: ['demo'], direction: 'inbound', count: 1 }],
  };
  const stage_events = [
    { lead_id: 'a', stage: 'mql', at: '2026-02-10T09:00:00Z' },
    { lead_id: 'a', stage: 'recycled', at: '2026-03-01T09:00:00Z' },
    { lead_id: 'a', stage: 'mql', at: '2026-04-01T09:00:00Z' },
  ] as const;

  it('lets the lead arrive once, by whichever comes first, and keeps its return', async () => {
    const found = await journeysUnder(
      { mql: either },
      { leads: [lead('a')], acts: [act('a', '2026-02-01')], stage_events: [...stage_events] },
    );
    expect(found.get('a')).toMatchObject({ anchor_date: '2026-02-01', mql_cycles: 2 });
  });

  it('says what the status alone says where nothing else happened', async () => {
    const found = await journeysUnder(
      { mql: either },
      { leads: [lead('a')], stage_events: [...stage_events] },
    );
    const byStatus = await journeysUnder({}, { leads: [lead('a')], stage_events: [...stage_events] });
    expect(found).toEqual(byStatus);
    expect(byStatus.get('a')?.mql_cycles).toBe(2);
  });
});

describe('stages by status alone', () => {
  it('cost no step of their own', () => {
    expect(journeySteps({ ...base, stages: rulesByStatus })).toEqual(journeyModel);
    expect(journeySteps(base)).toEqual(journeyModel);
  });
});

const randomRules: readonly (readonly [string, Partial<StageRules>])[] = [
  ['a score for MQL', { mql: { kind: 'score', is: 'above', value: 65 } }],
  ['the second act for SAL', { sal: { kind: 'acts', types: [], direction: 'any', count: 2 } }],
  [
    'either the status or a demo for MQL, and three criteria for SQL',
    {
      mql: {
        kind: 'criteria',
        atLeast: 1,
        of: [{ kind: 'status' }, { kind: 'acts', types: ['demo', "it's"], direction: 'inbound', count: 1 }],
      },
      sql: {
        kind: 'criteria',
        atLeast: 3,
        of: [
          { kind: 'fit', is: 'atLeast', value: 1 },
          { kind: 'status' },
          { kind: 'acts', types: ['call'], direction: 'outbound', count: 1 },
          {
            kind: 'criteria',
            atLeast: 1,
            of: [
              { kind: 'score', is: 'atLeast', value: 66 },
              { kind: 'channel', oneOf: ['(blank)'] },
            ],
          },
        ],
      },
    },
  ],
];

describe('stage rules agree with a naive second reading', () => {
  const seeds = process.env['FULL'] === '1' ? Array.from({ length: 20 }, (_, index) => index + 1) : [1];

  it.each(seeds)('on generated histories %i, under every rule, and leave no table behind', async (seed) => {
    const histories = withNumbersAndActs(randomHistories(seed, 200), seed);
    await loadHistories(histories);
    await loadActs(histories.acts);
    await buildLoaded(base);
    const engine = await sharedEngine();
    const tables = await tableNames(engine);
    const settings = withDefaults({ as_of_date: base.asOf, export_as_of_date: base.exportAsOf });
    for (const [name, rules] of randomRules) {
      const stages = { ...rulesByStatus, ...rules };
      await buildLoaded({ ...base, stages });
      const expected = buildJourneysNaively(applyRulesNaively(histories, stages, settings), settings);
      const byId = <Row extends { journey_id: string }>(rows: readonly Row[]) =>
        rows.toSorted((a, b) => (a.journey_id < b.journey_id ? -1 : 1));
      expect(byId(await engine.ask(journeyRows)), name).toEqual(byId(expected.journeys));
      expect(await engine.ask(opportunityRows), name).toEqual(expected.opportunities);
      expect(await tableNames(engine), name).toEqual(tables);
    }
  });
});
