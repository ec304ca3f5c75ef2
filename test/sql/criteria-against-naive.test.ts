import { beforeAll, describe, expect, it } from 'vitest';
import type { Definitions } from '../../src/domain/definitions.ts';
import type { StageRule } from '../../src/domain/stage-rule.ts';
import { countCriteria } from '../../src/engine/count-criteria.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import type { CriteriaPart } from '../../src/metrics/criteria-answer.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildLoaded, loadHistories } from '../support/histories-in-engine.ts';
import { loadActs } from '../support/load-acts.ts';
import { criteriaNaively, type NaivePart } from '../support/naive/criteria.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { withDefaults } from '../support/naive/settings.ts';
import { withNumbersAndActs, type RuledHistories } from '../support/naive/stage-rules.ts';
import { tableNames } from '../support/table-names.ts';

const asOf = '2026-06-30';
const windows = { l2oDays: 45, o2dDays: 60, l2dDays: 105 } as const;
const definitions: Definitions = {
  anchor: 'mql',
  asOf,
  exportAsOf: asOf,
  reentryDays: 90,
  backdateDays: 1,
  accountMatchDays: 0,
};

const score: StageRule = { kind: 'score', is: 'above', value: 65 };
const fit: StageRule = { kind: 'fit', is: 'atLeast', value: 2 };
const demo: StageRule = { kind: 'acts', types: ['demo', "it's"], direction: 'inbound', count: 1 };
const twice: StageRule = { kind: 'acts', types: [], direction: 'any', count: 2 };
const segment: StageRule = { kind: 'segment', oneOf: ['SMB', '(blank)'] };

const asked: readonly (readonly [string, StageRule])[] = [
  ['a score', score],
  ['an activity', demo],
  ['a segment', segment],
  ['all of three', { kind: 'criteria', atLeast: 3, of: [score, twice, segment] }],
  ['two of four', { kind: 'criteria', atLeast: 2, of: [score, fit, demo, twice] }],
  [
    'criteria within criteria',
    { kind: 'criteria', atLeast: 1, of: [demo, { kind: 'criteria', atLeast: 2, of: [fit, segment] }] },
  ],
];

const counted = ({ leads, l2o, o2d, withDeal }: CriteriaPart): NaivePart => ({
  leads,
  mature: l2o.n,
  converted: l2o.k,
  with_deal: withDeal,
  opportunities: o2d.n,
  won: o2d.k,
});

describe('leads that meet criteria over generated histories', () => {
  const histories = withNumbersAndActs(randomHistories(21, 200), 21);

  beforeAll(async () => {
    await loadHistories(histories);
    await loadActs(histories.acts);
    await buildLoaded(definitions);
  });

  it.each(asked)('are those of a naive recount: %s', async (_, rule) => {
    const period = { from: '2025-03-01', to: '2026-05-31' };
    const { answer } = await countCriteria(
      await sharedEngine(),
      { windows },
      { filter: { ...period, values: {} }, rule },
    );
    const naive = criteriaNaively(
      histories,
      { rule, ...period, ...windows },
      withDefaults({ as_of_date: asOf }),
    );
    expect({ meets: counted(answer.meets), others: counted(answer.others) }).toEqual(naive);
    expect(Math.min(naive.meets.leads, naive.others.leads)).toBeGreaterThan(5);
    expect(answer.share).toMatchObject({
      k: naive.meets.leads,
      n: naive.meets.leads + naive.others.leads,
    });
  });

  it('say of how many leads each field is not known', async () => {
    const { unknown, answer } = await countCriteria(
      await sharedEngine(),
      { windows },
      { filter: { from: null, to: null, values: {} }, rule: score },
    );
    expect(unknown.score).toBeGreaterThan(0);
    expect(unknown.fit).toBeGreaterThan(unknown.score);
    expect(answer.share.n).toBeGreaterThan(unknown.fit);
  });

  it('leave nothing behind, after an error too', async () => {
    const engine = await sharedEngine();
    const tables = await tableNames(engine);
    const filter = { from: null, to: null, values: {} };
    await countCriteria(engine, { windows }, { filter, rule: demo });
    expect(await tableNames(engine)).toEqual(tables);
    const failing: QueryEngine = {
      ...engine,
      ask: () => Promise.reject(new Error('The question fails.')),
    };
    await expect(countCriteria(failing, { windows }, { filter, rule: demo })).rejects.toThrow(
      'The question fails.',
    );
    expect(await tableNames(engine)).toEqual(tables);
  });
});

describe('an activity', () => {
  const lead = (lead_id: string) => ({ lead_id, created_at: '2026-01-05T09:00:00Z', channel: 'Website' });
  const act = (lead_id: string, day: string) => ({
    lead_id,
    contact_id: null,
    at: `${day}T10:00:00Z`,
    type: 'demo',
    direction: 'inbound',
    is_automated: false,
  });
  const histories: RuledHistories = {
    leads: [lead('before'), lead('same-day'), lead('after'), lead('open')],
    acts: [
      act('before', '2026-01-19'),
      act('same-day', '2026-01-20'),
      act('after', '2026-01-21'),
      act('open', asOf),
    ],
    stage_events: [],
    opportunities: ['before', 'same-day', 'after'].map((name) => ({
      opportunity_id: `O-${name}`,
      created_at: '2026-01-20T12:00:00Z',
      outcome: 'open' as const,
      closed_at: null,
      amount: null,
    })),
    links: ['before', 'same-day', 'after'].map((name) => ({
      lead_id: name,
      opportunity_id: `O-${name}`,
      type: 'converted' as const,
    })),
  };

  it('counts up to the day of the opportunity, and never after it', async () => {
    await loadHistories(histories);
    await loadActs(histories.acts);
    await buildLoaded(definitions);
    const { answer } = await countCriteria(
      await sharedEngine(),
      { windows },
      { filter: { from: null, to: null, values: {} }, rule: demo },
    );
    expect(answer.meets).toMatchObject({ leads: 3, l2o: { k: 2, n: 3 } });
    expect(answer.others).toMatchObject({ leads: 1, l2o: { k: 1, n: 1 } });
  });
});
