import { beforeAll, describe, expect, it } from 'vitest';
import { standardDefinitions, type DefinitionHistory } from '../../src/domain/definition-set.ts';
import { rulesByStatus, type StageRules } from '../../src/domain/stage-rule.ts';
import { analyse, type Analysis, type DatasetFacts } from '../../src/engine/analysis.ts';
import { definitionDiff, type DefinitionDiff } from '../../src/engine/definition-diff.ts';
import type { QueryEngine } from '../../src/engine/query-engine.ts';
import type { Change } from '../../src/metrics/definition-diff.ts';
import { sharedEngine } from '../support/engine.ts';
import { loadHistories } from '../support/histories-in-engine.ts';
import { journeyRows } from '../support/journey-rows.ts';
import { loadActs } from '../support/load-acts.ts';
import { buildJourneysNaively, type NaiveJourney } from '../support/naive/journeys.ts';
import { randomHistories } from '../support/naive/random-histories.ts';
import { withDefaults } from '../support/naive/settings.ts';
import { applyRulesNaively, withNumbersAndActs } from '../support/naive/stage-rules.ts';
import { tableNames } from '../support/table-names.ts';

const dataset: DatasetFacts = {
  wonOnly: false,
  reportTimeZone: 'Europe/Stockholm',
  stamp: Date.parse('2026-07-01T12:00:00Z'),
  currencies: [],
};

const asOf = '2026-06-30';

const agreedOn = (mql: StageRules['mql'], parts: object = {}): DefinitionHistory => [
  { ...standardDefinitions, ...parts, stages: { ...rulesByStatus, mql } },
];

const byStatus = agreedOn({ kind: 'status' });
const byScore = agreedOn({ kind: 'score', is: 'above', value: 65 });

const nothing = () => undefined;

const analysed = async (agreed: DefinitionHistory): Promise<Analysis> =>
  analyse(await sharedEngine(), dataset, { asOf, anchor: null, agreed }, nothing);

const diffOf = async (before: DefinitionHistory, after: DefinitionHistory): Promise<DefinitionDiff> =>
  definitionDiff(
    await sharedEngine(),
    await analysed(before),
    { anchor: null, agreed: after },
    { by: 'channel', listed: 10_000 },
    nothing,
  );

const mirrored = <Value>({ before, after }: Change<Value>): Change<Value> => ({
  before: after,
  after: before,
});

/** Every change within a value, turned round. */
const mirror = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(mirror);
  if (typeof value !== 'object' || value === null) return value;
  if ('before' in value && 'after' in value) return mirrored({ before: value.before, after: value.after });
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, mirror(part)]));
};

describe('two definitions of an MQL over small histories', () => {
  let diff: DefinitionDiff;

  beforeAll(async () => {
    const lead = (lead_id: string, score: number) => ({
      lead_id,
      score,
      channel: 'Website',
      created_at: '2026-01-20T09:00:00Z',
    });
    const mql = (lead_id: string, day: string) => ({
      lead_id,
      stage: 'mql' as const,
      at: `${day}T09:00:00Z`,
    });
    await loadHistories({
      leads: [lead('same', 70), lead('later', 70), lead('gone', 10), lead('appeared', 90), lead('never', 5)],
      stage_events: [mql('same', '2026-01-20'), mql('later', '2026-02-03'), mql('gone', '2026-01-25')],
      opportunities: [
        {
          opportunity_id: 'O1',
          created_at: '2026-02-05T09:00:00Z',
          outcome: 'won',
          closed_at: '2026-03-01',
          amount: 10,
        },
      ],
      links: [{ lead_id: 'later', opportunity_id: 'O1', type: 'converted' }],
    });
    diff = await diffOf(byStatus, byScore);
  });

  it('count who appeared, who is gone and who moved', () => {
    expect(diff.moved).toEqual({
      appeared: 1,
      gone: 1,
      changed_month: 1,
      changed_anchor: 1,
      changed_outcome: 0,
      moved: 3,
      unmoved: 1,
    });
  });

  it('list them with their lead in the CRM, before and after', () => {
    expect(diff.journeys.map(({ crm_id, ways }) => [crm_id, ways])).toEqual([
      ['appeared', ['appeared']],
      ['gone', ['gone']],
      ['later', ['changed_month', 'changed_anchor']],
    ]);
    expect(diff.journeys[2]).toMatchObject({
      anchor_before: '2026-02-03',
      anchor_after: '2026-01-20',
      outcome_before: 'won',
      outcome_after: 'won',
    });
    expect(diff.journeys[0]).toMatchObject({
      anchor_before: null,
      outcome_before: null,
      outcome_after: 'open',
    });
  });

  it('say whom they agree on, and what became of those that only one takes', () => {
    const { onlyBefore, both, onlyAfter } = diff.overlaps.mql;
    expect([onlyBefore.journeys, both.journeys, onlyAfter.journeys]).toEqual([1, 2, 1]);
    expect([both.toOpportunity.k, both.toDeal.k, onlyAfter.toOpportunity.k]).toEqual([1, 1, 0]);
    expect(diff.overlaps.sal.both.journeys).toBe(0);
  });

  it('give every headline number before and after', () => {
    expect(diff.table.counts).toEqual({
      leads: { before: 5, after: 5 },
      inCohort: { before: 3, after: 3 },
      opportunities: { before: 1, after: 1 },
      deals: { before: 1, after: 1 },
      imputedMql: { before: 0, after: 0 },
    });
    expect(diff.table.joints.l2o.toDate.before).toMatchObject({ k: 1, n: 3 });
    expect(diff.table.groups.map(({ group }) => group)).toEqual(['Website']);
  });

  it('are compared as of the same day', () => {
    expect(diff.analyses.after.definitions.asOf).toBe(asOf);
    expect(diff.analyses.after.definitions.exportAsOf).toBe(diff.analyses.before.definitions.exportAsOf);
  });
});

describe('definitions over generated histories', () => {
  const histories = withNumbersAndActs(randomHistories(11, 100), 11);

  beforeAll(async () => {
    await loadHistories(histories);
    await loadActs(histories.acts);
  });

  it('compared with themselves move nothing', async () => {
    const { moved, journeys, table, overlaps } = await diffOf(byScore, byScore);
    expect(moved).toEqual({
      appeared: 0,
      gone: 0,
      changed_month: 0,
      changed_anchor: 0,
      changed_outcome: 0,
      moved: 0,
      unmoved: table.counts.inCohort.before,
    });
    expect(journeys).toEqual([]);
    expect(mirror(table)).toEqual(table);
    expect(overlaps.mql.onlyBefore.journeys + overlaps.mql.onlyAfter.journeys).toBe(0);
    expect(overlaps.mql.both.journeys).toBeGreaterThan(20);
  });

  it('compared the other way round say the same, turned round', async () => {
    const there = await diffOf(byStatus, byScore);
    const back = await diffOf(byScore, byStatus);
    expect(mirror(back.table)).toEqual(there.table);
    expect({ ...back.moved, appeared: back.moved.gone, gone: back.moved.appeared }).toEqual(there.moved);
    expect(back.journeys.map(({ id }) => id)).toEqual(there.journeys.map(({ id }) => id));
    for (const stage of ['mql', 'sal', 'sql'] as const) {
      const { onlyBefore, both, onlyAfter } = back.overlaps[stage];
      expect({ onlyBefore: onlyAfter, both, onlyAfter: onlyBefore }).toEqual(there.overlaps[stage]);
    }
  });

  it('move the journeys that a naive comparison moves', async () => {
    const reentry = agreedOn({ kind: 'score', is: 'above', value: 65 }, { reentryDays: 1 });
    const { moved, journeys } = await diffOf(byStatus, reentry);
    const settings = withDefaults({ as_of_date: asOf });
    const stages = reentry[0].stages;
    const cohort = (rows: readonly NaiveJourney[]) =>
      new Map(rows.filter((row) => row.in_cohort).map((row) => [row.journey_id, row]));
    const before = cohort(buildJourneysNaively(histories, settings).journeys);
    const after = cohort(
      buildJourneysNaively(applyRulesNaively(histories, stages, settings), { ...settings, reentry_days: 1 })
        .journeys,
    );
    const end = (row: NaiveJourney | undefined) =>
      row === undefined ? null : row.first_won_days !== null ? 'won' : (row.state ?? row.outcome);
    const expected = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
      const [was, is] = [before.get(id), after.get(id)];
      const isMoved =
        was === undefined || is === undefined || was.anchor_date !== is.anchor_date || end(was) !== end(is);
      return isMoved ? [[id, was?.anchor_date ?? null, is?.anchor_date ?? null, end(was), end(is)]] : [];
    });
    const listed = journeys.map((row) => [
      row.id,
      row.anchor_before,
      row.anchor_after,
      row.outcome_before,
      row.outcome_after,
    ]);
    const byId = (rows: readonly (readonly unknown[])[]) =>
      rows.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    expect(byId(listed)).toEqual(byId(expected));
    expect(moved.moved).toBe(expected.length);
    expect(moved.appeared).toBe([...after.keys()].filter((id) => !before.has(id)).length);
    expect(moved.gone).toBe([...before.keys()].filter((id) => !after.has(id)).length);
    expect(Math.min(moved.appeared, moved.gone, moved.changed_outcome)).toBeGreaterThan(0);
  });

  it('list as many journeys as were asked for, and leave those of the first behind, after an error too', async () => {
    const engine = await sharedEngine();
    const before = await analysed(byStatus);
    const tables = await tableNames(engine);
    const rows = await engine.ask(journeyRows);
    const choices = { anchor: null, agreed: byScore } as const;
    const { journeys, moved } = await definitionDiff(
      engine,
      before,
      choices,
      { by: 'channel', listed: 3 },
      nothing,
    );
    expect(journeys).toHaveLength(3);
    expect(moved.moved).toBeGreaterThan(3);
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
    await expect(
      definitionDiff(failing, before, choices, { by: 'channel', listed: 1 }, nothing),
    ).rejects.toThrow('The second side fails.');
    expect(await engine.ask(journeyRows)).toEqual(rows);
    expect(await tableNames(engine)).toEqual(tables);
  });
});
