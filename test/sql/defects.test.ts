import { describe, expect, it } from 'vitest';
import type { CanonicalRow } from '../support/canonical-rows.ts';
import type { Basis } from '../../src/metrics/channel-verdict.ts';
import type { BoundedJoint } from '../../src/metrics/judge-defects.ts';
import { defectRecords, type RowDefect } from '../../src/sql/defects/defect-records.ts';
import { defectRows } from '../../src/sql/questions/defect-rows.ts';
import {
  leadOf,
  opportunityOf,
  qualityOf,
  soundTables,
  stageOf,
  type Tables,
} from '../support/defect-data.ts';
import { sharedEngine } from '../support/engine.ts';

type Sound = ReturnType<typeof soundTables>;
type Ends = readonly [low: number, high: number];

const numbered = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

const change = (rows: CanonicalRow[], id: string, key: string, cells: CanonicalRow): CanonicalRow[] =>
  rows.map((row) => (row[key] === id ? { ...row, ...cells } : row));
const changeLead =
  (id: string, cells: CanonicalRow) =>
  (tables: Sound): Tables => ({
    ...tables,
    lead: change(tables.lead, id, 'lead_id', cells),
  });
const changeOpportunity =
  (id: string, cells: CanonicalRow) =>
  (tables: Sound): Tables => ({
    ...tables,
    opportunity: change(tables.opportunity, id, 'opportunity_id', cells),
  });
const changeStage =
  (id: string, cells: CanonicalRow) =>
  (tables: Sound): Tables => ({
    ...tables,
    stage_event: change(tables.stage_event, id, 'lead_id', cells),
  });
const link = (lead_id: string, opportunity_id: string): CanonicalRow => ({
  lead_id,
  opportunity_id,
  type: 'role',
});

/** The 12 sound leads (L2O 6/12, O2D 2/6) with one defect: whose records it has, and what the rates could be. */
interface Case {
  readonly defect: RowDefect;
  readonly spoil: (tables: Sound) => Tables;
  readonly rows: readonly string[];
  /** Fractions by hand; absent where it cannot move. */
  readonly l2o?: Partial<Record<Basis, Ends>>;
  readonly o2d?: Partial<Record<Basis, Ends>>;
}

const both = (low: number, high: number) => ({ toDate: [low, high], windowed: [low, high] }) as const;
const seven = opportunityOf('O7', '2026-02-10T09:00:00Z');

const cases: readonly (readonly [name: string, Case])[] = [
  [
    'a lead without a source',
    { defect: 'missing_channel', spoil: changeLead('L12', { channel: ' ' }), rows: ['L12'] },
  ],
  [
    'a lead without a segment',
    { defect: 'missing_segment', spoil: changeLead('L1', { segment: null }), rows: ['L1'] },
  ],
  [
    'a second record of an unconverted person: alone it would be a thirteenth lead',
    {
      defect: 'repeated_persons',
      spoil: (t) => ({
        ...t,
        lead: [...t.lead, leadOf('L13', '2026-01-14T09:00:00Z', { email: ' l12@EXAMPLE.com' })],
        stage_event: [...t.stage_event, stageOf('L13', 'mql', '2026-01-14T10:00:00Z')],
      }),
      rows: ['L13'],
      l2o: both(6 / 13, 6 / 12),
    },
  ],
  [
    'a second record with an opportunity of its own: 7 of 12 as one person, 7 of 13 apart',
    {
      defect: 'repeated_persons',
      spoil: (t) => ({
        ...t,
        lead: [...t.lead, leadOf('L13', '2026-01-14T09:00:00Z', { email: 'L12@example.com' })],
        opportunity: [...t.opportunity, seven],
        lead_opportunity: [...t.lead_opportunity, link('L13', 'O7')],
      }),
      rows: ['L13'],
      l2o: both(7 / 13, 7 / 12),
    },
  ],
  [
    'leads that nothing can match, where 1 of 11 others repeats: at most one of the two repeats a lead',
    {
      defect: 'unmatchable_leads',
      spoil: (t) => ({
        ...t,
        lead: [
          ...t.lead.map((row) =>
            row['lead_id'] === 'L10' || row['lead_id'] === 'L12' ? { ...row, email: null } : row,
          ),
          leadOf('L13', '2026-01-14T09:00:00Z', { email: 'L11@example.com' }),
        ],
      }),
      rows: ['L12', 'L10'],
      l2o: both(6 / 12, 6 / 11),
    },
  ],
  [
    'sixty leads created in one minute: without them 6 of 12',
    {
      defect: 'imported_leads',
      spoil: (t) => ({
        ...t,
        lead: [
          ...t.lead,
          ...numbered(60).map((n) => leadOf(`I${n}`, `2026-02-01T10:00:${String(n - 1).padStart(2, '0')}Z`)),
        ],
        stage_event: [
          ...t.stage_event,
          ...numbered(60).map((n) =>
            stageOf(
              `I${n}`,
              'mql',
              `2026-02-${1 + (n % 20)}T11:${n % 60}:00Z`
                .replace(/-(\d)T/, '-0$1T')
                .replace(/T11:(\d):/, 'T11:0$1:'),
            ),
          ),
        ],
      }),
      rows: numbered(60).map((n) => `I${n}`),
      l2o: both(6 / 72, 6 / 12),
    },
  ],
  [
    'fifty leads made MQL in one minute: within the window none of them may belong',
    {
      defect: 'bulk_changes',
      spoil: (t) => ({
        ...t,
        lead: [
          ...t.lead,
          ...numbered(50).map((n) =>
            leadOf(
              `B${n}`,
              `2026-02-01T${String(n % 24).padStart(2, '0')}:${String(n).padStart(2, '0')}:00Z`,
            ),
          ),
        ],
        stage_event: [
          ...t.stage_event,
          ...numbered(50).map((n) => stageOf(`B${n}`, 'mql', '2026-03-01T08:00:30Z')),
        ],
      }),
      rows: numbered(50).map((n) => `B${n}`),
      l2o: { windowed: [6 / 62, 6 / 12] },
    },
  ],
  [
    'an MQL dated before its lead: within the window the lead may not belong',
    {
      defect: 'stage_before_creation',
      spoil: changeStage('L12', { event_at: '2025-12-20T10:00:00Z' }),
      rows: ['L12'],
      l2o: { windowed: [6 / 12, 6 / 11] },
    },
  ],
  [
    'an MQL dated after the opportunity: converted in the window, after it, or not to be counted yet',
    {
      defect: 'mql_after_later_stage',
      spoil: changeStage('L1', { event_at: '2026-03-01T10:00:00Z' }),
      rows: ['L1'],
      l2o: { windowed: [5 / 12, 6 / 12] },
    },
  ],
  [
    'a converted lead that was never an MQL: to date it may not belong',
    {
      defect: 'mql_skipped',
      spoil: (t) => ({ ...t, stage_event: t.stage_event.filter((row) => row['lead_id'] !== 'L1') }),
      rows: ['L1'],
      l2o: { toDate: [5 / 11, 6 / 12], windowed: [5 / 12, 6 / 12] },
    },
  ],
  [
    'an opportunity half a year older than its lead: the lead is left out, and may be a conversion or none',
    {
      defect: 'opportunity_before_lead',
      spoil: (t) => ({
        ...t,
        opportunity: [...t.opportunity, opportunityOf('O7', '2025-06-01T09:00:00Z')],
        lead_opportunity: [...t.lead_opportunity, link('L12', 'O7')],
      }),
      rows: ['O7'],
      l2o: both(6 / 12, 7 / 12),
    },
  ],
  [
    'an opportunity dated the day before its lead: it may be older',
    {
      defect: 'opportunity_day_before_lead',
      spoil: changeOpportunity('O2', { created_at: '2026-01-01T09:00:00Z' }),
      rows: ['L2'],
      l2o: both(5 / 11, 6 / 12),
    },
  ],
  [
    'an opportunity without a lead: a seventh conversion at most',
    {
      defect: 'opportunity_without_lead',
      spoil: (t) => ({ ...t, opportunity: [...t.opportunity, seven] }),
      rows: ['O7'],
      l2o: both(6 / 12, 7 / 12),
    },
  ],
  [
    'a deal closed before it was created: it may have been won after the window',
    {
      defect: 'closed_before_created',
      spoil: changeOpportunity('O1', { close_date: '2025-01-01' }),
      rows: ['O1'],
      o2d: { windowed: [1 / 6, 2 / 6] },
    },
  ],
  [
    'a deal closed next year: it may have been won in the window, after it, or be open',
    {
      defect: 'closed_in_future',
      spoil: changeOpportunity('O1', { close_date: '2027-01-01' }),
      rows: ['O1'],
      o2d: both(1 / 6, 2 / 6),
    },
  ],
  [
    'a converted lead whose status says disqualified',
    {
      defect: 'disqualified_with_opportunity',
      spoil: changeLead('L1', { status: 'Closed', status_stage: 'disqualified' }),
      rows: ['L1'],
      l2o: both(5 / 12, 6 / 12),
    },
  ],
  [
    'a lead whose status says MQL and whose history never does: it may belong to the cohort',
    {
      defect: 'status_not_in_history',
      spoil: (t) => ({
        ...t,
        lead: change(t.lead, 'L12', 'lead_id', { status: 'Ready', status_stage: 'mql' }),
        stage_event: change(t.stage_event, 'L12', 'lead_id', { stage: 'recycled' }),
      }),
      rows: ['L12'],
      l2o: both(6 / 12, 6 / 11),
    },
  ],
  [
    'a deal without an amount',
    { defect: 'won_without_amount', spoil: changeOpportunity('O1', { amount_minor: null }), rows: ['O1'] },
  ],
  [
    'an opportunity in dollars among euros',
    { defect: 'other_currency', spoil: changeOpportunity('O6', { currency: 'USD' }), rows: ['O6'] },
  ],
  [
    'a link to an opportunity in no file: a conversion and an opportunity, won or not',
    {
      defect: 'link_without_opportunity',
      spoil: (t) => ({ ...t, lead_opportunity: [...t.lead_opportunity, link('L12', 'OX')] }),
      rows: ['OX'],
      l2o: both(6 / 12, 7 / 12),
      o2d: both(2 / 7, 3 / 7),
    },
  ],
  [
    'a link to a lead in no file: one more lead, converted',
    {
      defect: 'link_without_lead',
      spoil: (t) => ({ ...t, lead_opportunity: [...t.lead_opportunity, link('LX', 'O1')] }),
      rows: ['LX'],
      l2o: both(6 / 12, 7 / 13),
    },
  ],
  [
    'stage changes of a lead in no file: one more lead, converted or not',
    {
      defect: 'change_without_lead',
      spoil: (t) => ({
        ...t,
        stage_event: [
          ...t.stage_event,
          stageOf('LX', 'mql', '2026-02-02T09:00:00Z'),
          stageOf('LX', 'sal', '2026-02-03T09:00:00Z'),
        ],
      }),
      rows: ['LX'],
      l2o: both(6 / 13, 7 / 13),
    },
  ],
  [
    'activities of a lead in no file: one more lead, converted or not',
    {
      defect: 'activity_without_lead',
      spoil: (t) => ({
        ...t,
        activity: [
          {
            activity_id: 'A1',
            lead_id: 'LX',
            event_at: '2026-02-02T09:00:00Z',
            direction: 'outbound',
            type: 'call',
          },
        ],
      }),
      rows: ['LX'],
      l2o: both(6 / 13, 7 / 13),
    },
  ],
];

describe('twelve sound leads', () => {
  it('have no defect, and both rates hold', async () => {
    const { quality } = await qualityOf(soundTables());
    expect(quality.defects.filter(({ count }) => count > 0).map(({ kind }) => kind.id)).toEqual([]);
    expect(quality.defects[0]?.effects.toDate.map(({ bounds }) => bounds)).toEqual([
      { k: 6, n: 12, rate: 6 / 12, low: 6 / 12, high: 6 / 12 },
      { k: 2, n: 6, rate: 2 / 6, low: 2 / 6, high: 2 / 6 },
    ]);
  });
});

describe('every defect of loaded rows', () => {
  it('has a case of its own here', () => {
    expect(new Set(cases.map(([, { defect }]) => defect))).toEqual(new Set(defectRecords.map(([id]) => id)));
  });

  it.each(cases)('%s', async (_, { defect, spoil, rows, l2o, o2d }) => {
    const { quality } = await qualityOf(spoil(soundTables()));
    const found = quality.defects.find(({ kind }) => kind.id === defect);
    expect(found?.count).toBe(rows.length);
    const listed = await (await sharedEngine()).ask(defectRows({ defect, limit: 200 }));
    expect(listed.map(({ record_id }) => record_id).toSorted()).toEqual(rows.toSorted());
    const endsOf = (joint: BoundedJoint, basis: Basis) =>
      found?.effects[basis].find((effect) => effect.joint === joint && effect.group === null)?.bounds;
    for (const [joint, ends] of [
      ['l2o', l2o],
      ['o2d', o2d],
    ] as const) {
      for (const basis of ['toDate', 'windowed'] as const) {
        const bounds = endsOf(joint, basis);
        const [low, high] = ends?.[basis] ?? [bounds?.rate ?? -1, bounds?.rate ?? -1];
        expect(bounds?.low, `${joint} ${basis}`).toBeCloseTo(low, 12);
        expect(bounds?.high, `${joint} ${basis}`).toBeCloseTo(high, 12);
      }
    }
  });
});

describe('a bulk', () => {
  const created = (count: number, usual: number): Tables => ({
    lead: [
      ...numbered(count).map((n) => leadOf(`I${n}`, '2026-02-01T10:00:00Z')),
      ...[3, 4, 5].flatMap((day) =>
        numbered(usual).map((n) => leadOf(`U${day}-${n}`, `2026-02-0${day}T10:00:00Z`)),
      ),
    ],
  });
  const imported = async (tables: Tables): Promise<number | undefined> =>
    (await qualityOf(tables, [], 'created')).quality.defects.find(({ kind }) => kind.id === 'imported_leads')
      ?.count;

  it('is fifty in one minute, not forty-nine', async () => {
    expect(await imported(created(50, 1))).toBe(50);
    expect(await imported(created(49, 1))).toBe(0);
  });

  it('is ten times the busiest minute of the median day, so that dates without a time are none', async () => {
    expect(await imported(created(60, 6))).toBe(60);
    expect(await imported(created(60, 7))).toBe(0);
  });
});

describe('the rows of a defect', () => {
  it('are at most as many as asked for, the latest first', async () => {
    await qualityOf({ ...soundTables(), lead: soundTables().lead.map((row) => ({ ...row, channel: null })) });
    const rows = await (await sharedEngine()).ask(defectRows({ defect: 'missing_channel', limit: 3 }));
    expect(rows.map(({ record_id }) => record_id)).toEqual(['L12', 'L11', 'L10']);
  });
});
