import { beforeAll, describe, expect, it } from 'vitest';
import { standardDefinitions, type DefinitionHistory } from '../../src/domain/definition-set.ts';
import { rulesByStatus } from '../../src/domain/stage-rule.ts';
import { analyse, type Analysis, type DatasetFacts } from '../../src/engine/analysis.ts';
import { sharedEngine } from '../support/engine.ts';
import { loadHistories } from '../support/histories-in-engine.ts';

const dataset: DatasetFacts = {
  wonOnly: false,
  reportTimeZone: 'Europe/Stockholm',
  stamp: null,
  currencies: [],
};

const first = {
  ...standardDefinitions,
  name: 'First',
  validFrom: '2026-02-01',
  reentryDays: 60,
  backdateDays: 2,
  accountMatchDays: 30,
};
const second = {
  ...first,
  name: 'Second',
  version: 2,
  validFrom: '2026-03-01',
  stages: { ...rulesByStatus, mql: { kind: 'channel', oneOf: ['Website'] } },
  windows: { l2oDays: 10, o2dDays: null, l2dDays: 33 },
} as const;

const history: DefinitionHistory = [first, second];

const analysed = async (asOf: string | null, agreed?: DefinitionHistory): Promise<Analysis> =>
  analyse(
    await sharedEngine(),
    dataset,
    { asOf, anchor: null, ...(agreed === undefined ? {} : { agreed }) },
    () => undefined,
  );

describe('what a company agreed on', () => {
  beforeAll(async () => {
    await loadHistories({
      leads: [{ lead_id: 'a', created_at: '2026-01-05T09:00:00Z', channel: 'Website' }],
      stage_events: [],
      opportunities: [
        {
          opportunity_id: 'O1',
          created_at: '2026-01-10T09:00:00Z',
          outcome: 'lost',
          closed_at: '2026-03-31',
          amount: null,
        },
      ],
      links: [{ lead_id: 'a', opportunity_id: 'O1', type: 'converted' }],
    });
  });

  it.each([
    ['2026-01-31', 'First'],
    ['2026-02-28', 'First'],
    ['2026-03-01', 'Second'],
    [null, 'Second'],
  ])('holds as of %s in the version %s', async (asOf, name) => {
    expect((await analysed(asOf, history)).definitionSet.name).toBe(name);
  });

  it('is the standard where nothing was agreed', async () => {
    const { definitionSet, definitions } = await analysed(null);
    expect(definitionSet).toBe(standardDefinitions);
    expect(definitions).toEqual({
      anchor: 'created',
      asOf: '2026-03-31',
      exportAsOf: '2026-03-31',
      reentryDays: 90,
      backdateDays: 1,
      accountMatchDays: 0,
      stages: rulesByStatus,
    });
  });

  it('rules the journeys, and a rule for the MQL makes it the anchor', async () => {
    const byFirst = await analysed('2026-02-28', history);
    expect(byFirst.definitions).toMatchObject({
      anchor: 'created',
      reentryDays: 60,
      backdateDays: 2,
      accountMatchDays: 30,
    });
    const bySecond = await analysed(null, history);
    expect(bySecond.definitions).toMatchObject({ anchor: 'mql', stages: second.stages });
    expect(bySecond.facts.in_cohort).toBe(1);
  });

  it('chooses the anchor even where a rule names the MQL, and gives way to the person', async () => {
    const created: DefinitionHistory = [{ ...second, anchor: 'created' }];
    expect((await analysed(null, created)).definitions.anchor).toBe('created');
    const chosen = await analyse(
      await sharedEngine(),
      dataset,
      { asOf: null, anchor: 'mql', agreed: created },
      () => undefined,
    );
    expect(chosen.definitions.anchor).toBe('mql');
  });

  it('fixes some windows and leaves the others to the data', async () => {
    const { windows } = await analysed(null, history);
    expect(windows).toEqual({ l2oDays: 10, o2dDays: 90, l2dDays: 33 });
  });
});
