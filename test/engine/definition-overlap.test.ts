import { beforeAll, describe, expect, it } from 'vitest';
import { standardDefinitions, type DefinitionSet } from '../../src/domain/definition-set.ts';
import { rulesByStatus, type StageRule } from '../../src/domain/stage-rule.ts';
import { analyse, type Analysis, type DatasetFacts } from '../../src/engine/analysis.ts';
import { definitionDiff } from '../../src/engine/definition-diff.ts';
import { definitionOverlap, type OverlapRequest } from '../../src/engine/definition-overlap.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import { sharedEngine } from '../support/engine.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import { journeyRows } from '../support/journey-rows.ts';
import { loadActs } from '../support/load-acts.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { withNumbersAndActs } from '../support/naive/stage-rules.ts';
import { tableNames } from '../support/table-names.ts';

const dataset: DatasetFacts = {
  wonOnly: false,
  reportTimeZone: 'Europe/Stockholm',
  stamp: Date.parse('2026-07-01T12:00:00Z'),
  currencies: [],
};

const nothing = () => undefined;

const withMql = (mql: StageRule): DefinitionSet => ({
  ...standardDefinitions,
  stages: { ...rulesByStatus, mql },
});

const byScore = withMql({ kind: 'score', is: 'above', value: 65 });

const analysed = async (): Promise<Analysis> =>
  analyse(await sharedEngine(), dataset, { asOf: '2026-06-30', anchor: null }, nothing);

const overlap = async (first: OverlapRequest['first'], second: OverlapRequest['second'], listed = 10) =>
  definitionOverlap(
    await sharedEngine(),
    await analysed(),
    { anchor: null },
    { first, second, listed },
    nothing,
  );

describe('two definitions of whom sales should call, over small histories', () => {
  beforeAll(async () => {
    const lead = (lead_id: string, score: number) => ({
      lead_id,
      score,
      channel: 'Website',
      created_at: '2026-01-20T09:00:00Z',
    });
    const reached = (lead_id: string, stage: 'mql' | 'sal', day: string) => ({
      lead_id,
      stage,
      at: `${day}T09:00:00Z`,
    });
    await loadHistories({
      leads: [lead('both', 70), lead('marketing', 10), lead('sales', 90), lead('neither', 5)],
      stage_events: [
        reached('both', 'mql', '2026-01-20'),
        reached('both', 'sal', '2026-01-22'),
        reached('marketing', 'mql', '2026-01-25'),
        reached('sales', 'sal', '2026-01-26'),
      ],
      opportunities: [
        {
          opportunity_id: 'O1',
          created_at: '2026-02-05T09:00:00Z',
          outcome: 'won',
          closed_at: '2026-03-01',
          amount: 10,
        },
      ],
      links: [{ lead_id: 'both', opportunity_id: 'O1', type: 'converted' }],
    });
  });

  it('hold the MQL of marketing against what sales accepted, within one version', async () => {
    const { taken, disputed } = await overlap('mql', { stage: 'sal', set: null });
    expect(taken).toMatchObject({ first: 2, second: 2, agreement: { k: 1, n: 3 } });
    expect(taken.both).toMatchObject({ journeys: 1, toOpportunity: { k: 1 }, toDeal: { k: 1 } });
    expect(disputed.map(({ crm_id, side, outcome }) => [crm_id, side, outcome])).toEqual([
      ['sales', 'after', 'open'],
      ['marketing', 'before', 'open'],
    ]);
  });

  it('hold one version against another', async () => {
    const { taken, disputed } = await overlap('mql', { stage: 'mql', set: byScore });
    expect(taken).toMatchObject({ first: 2, second: 2, agreement: { k: 1, n: 3 } });
    expect(disputed.map(({ crm_id }) => crm_id)).toEqual(['sales', 'marketing']);
  });

  it('agree with themselves', async () => {
    const { taken, disputed } = await overlap('sal', { stage: 'sal', set: null });
    expect(taken).toMatchObject({ first: 2, second: 2, agreement: { k: 2, n: 2 } });
    expect(disputed).toEqual([]);
  });

  it('list as many of each side as were asked for', async () =>
    expect((await overlap('mql', { stage: 'sal', set: null }, 0)).disputed).toEqual([]));
});

describe('over generated histories', () => {
  const histories = withNumbersAndActs(randomHistories(12, 100), 12);

  beforeAll(async () => {
    await loadHistories(histories);
    await loadActs(histories.acts);
  });

  it('the overlap of a stage is that of the definition diff', async () => {
    const { taken } = await overlap('mql', { stage: 'mql', set: byScore });
    const { overlaps } = await definitionDiff(
      await sharedEngine(),
      await analysed(),
      { anchor: null, agreed: [byScore] },
      { by: 'channel', listed: 1 },
      nothing,
    );
    expect(taken.onlyFirst).toEqual(overlaps.mql.onlyBefore);
    expect(taken.both).toEqual(overlaps.mql.both);
    expect(taken.onlySecond).toEqual(overlaps.mql.onlyAfter);
    expect(
      Math.min(taken.onlyFirst.journeys, taken.both.journeys, taken.onlySecond.journeys),
    ).toBeGreaterThan(3);
  });

  it('the journeys at hand are left as they were, after an error too', async () => {
    const engine = await sharedEngine();
    const analysis = await analysed();
    const tables = await tableNames(engine);
    const rows = await engine.ask(journeyRows);
    const request: OverlapRequest = { first: 'mql', second: { stage: 'sql', set: byScore }, listed: 1 };
    await definitionOverlap(engine, analysis, { anchor: null }, request, nothing);
    expect(await engine.ask(journeyRows)).toEqual(rows);
    expect(await tableNames(engine)).toEqual(tables);
    const failing: QueryEngine = {
      ...engine,
      run: async (statements) => {
        if (statements.some(({ text }) => text.includes('TABLE journey_after AS')))
          throw new Error('The second side fails.');
        await engine.run(statements);
      },
    };
    await expect(definitionOverlap(failing, analysis, { anchor: null }, request, nothing)).rejects.toThrow(
      'The second side fails.',
    );
    expect(await engine.ask(journeyRows)).toEqual(rows);
    expect(await tableNames(engine)).toEqual(tables);
  });
});
