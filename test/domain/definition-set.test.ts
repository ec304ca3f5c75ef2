import { describe, expect, it } from 'vitest';
import {
  changedParts,
  definitionChanges,
  definitionInForce,
  standardDefinitions,
  type DefinitionHistory,
} from '../../src/domain/definition-set.ts';
import {
  partsOfRule,
  readsExportedFields,
  ruledStages,
  rulesByStatus,
  type StageRule,
} from '../../src/domain/stage-rule.ts';

const first = { ...standardDefinitions, validFrom: '2026-01-01' };
const second = { ...first, version: 2, validFrom: '2026-04-01', reentryDays: 60, anchor: 'created' } as const;
const renamed = { ...second, name: 'Agreed in May', version: 3, validFrom: '2026-05-01' };
const history: DefinitionHistory = [first, second, renamed];

describe('a history of definitions', () => {
  it.each([
    ['2025-12-31', null],
    ['2026-01-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 2],
    ['2030-01-01', 3],
  ])('has on %s version %s in force', (day, version) => {
    expect(definitionInForce(history, day)?.version ?? null).toBe(version);
  });

  it('marks the day of each change with what changed, and none where only the name did', () => {
    expect(definitionChanges(history)).toEqual([
      { day: '2026-04-01', from: first, to: second, parts: ['anchor', 'reentryDays'] },
    ]);
  });

  it('of one version has no change', () => expect(definitionChanges([first])).toEqual([]));
});

describe('two sets of definitions', () => {
  it('differ in nothing where only their keys are in another order', () => {
    const reordered = Object.fromEntries(Object.entries(first).toReversed()) as typeof first;
    const calendars = [{ name: 'A', timeZone: 'UTC', hours: {}, holidays: [] }];
    const turned = [{ holidays: [], hours: {}, timeZone: 'UTC', name: 'A' }];
    expect(changedParts({ ...first, calendars }, { ...reordered, calendars: turned })).toEqual([]);
  });

  it('differ in their stages where one of their rules does', () => {
    const stages = { ...rulesByStatus, sal: { kind: 'score', is: 'above', value: 65 } } as const;
    expect(changedParts(first, { ...first, stages })).toEqual(['stages']);
  });

  it.each([
    ['windows', { windows: { l2oDays: 30, o2dDays: null, l2dDays: null } }],
    ['backdateDays', { backdateDays: 2 }],
    ['accountMatchDays', { accountMatchDays: 90 }],
    ['handoverSource', { handoverSource: 'sal' }],
    ['sla', { sla: { ...standardDefinitions.sla, attempts: 7 } }],
    ['holidayCountry', { holidayCountry: 'SE' }],
    ['reportTimeZone', { reportTimeZone: 'UTC' }],
  ] as const)('differ in %s', (part, other) => {
    expect(changedParts(first, { ...first, ...other })).toEqual([part]);
  });
});

describe('a stage rule', () => {
  const acts: StageRule = { kind: 'acts', types: ['demo'], direction: 'inbound', count: 1 };
  const score: StageRule = { kind: 'score', is: 'above', value: 65 };
  const either: StageRule = {
    kind: 'criteria',
    atLeast: 1,
    of: [acts, { kind: 'criteria', atLeast: 1, of: [score] }],
  };

  it('rests on exported fields where any part of it is a number or a field of the lead', () => {
    expect([acts, rulesByStatus.mql, score, either].map(readsExportedFields)).toEqual([
      false,
      false,
      true,
      true,
    ]);
    for (const kind of ['channel', 'segment'] as const)
      expect(readsExportedFields({ kind, oneOf: ['a'] })).toBe(true);
    expect(readsExportedFields({ kind: 'criteria', atLeast: 1, of: [acts] })).toBe(false);
  });

  it('lists itself and its parts', () => {
    expect(partsOfRule(either).map(({ kind }) => kind)).toEqual(['criteria', 'acts', 'criteria', 'score']);
  });

  it('is by status for every stage where nobody chose another', () => {
    expect(ruledStages.map((stage) => standardDefinitions.stages[stage].kind)).toEqual([
      'status',
      'status',
      'status',
    ]);
  });
});
