import { describe, expect, it } from 'vitest';
import { standardDefinitions } from '../../src/domain/definition-set.ts';
import { defaultRules } from '../../src/domain/definitions.ts';
import { rulesByStatus, type StageRule } from '../../src/domain/stage-rule.ts';
import { definitionLabel, type MadeWith } from '../../src/sentences/definition-label.ts';

const made = (parts: Partial<MadeWith['definitions']> = {}): MadeWith => ({
  definitions: { anchor: 'mql', asOf: '2026-06-30', exportAsOf: '2026-06-30', ...defaultRules, ...parts },
  definitionSet: standardDefinitions,
  windows: { l2oDays: 30, o2dDays: 60, l2dDays: null },
});

const ruled = (mql: StageRule): MadeWith => made({ stages: { ...rulesByStatus, mql } });

describe('the label of a number', () => {
  it.each([
    ['l2o', 'windowed', made(), 'L2O 30d · MQL cohort · as of 2026-06-30'],
    ['l2o', 'toDate', made(), 'L2O to date · MQL cohort · as of 2026-06-30'],
    ['o2d', 'windowed', made(), 'O2D 60d · opportunity cohort · as of 2026-06-30'],
    ['l2d', 'windowed', made(), 'L2D without a window · MQL cohort · as of 2026-06-30'],
    ['l2d', 'toDate', made({ anchor: 'created' }), 'L2D to date · created cohort · as of 2026-06-30'],
    [
      'l2o',
      'windowed',
      ruled({ kind: 'score', is: 'above', value: 65 }),
      'L2O 30d · MQL cohort, fields as exported · as of 2026-06-30',
    ],
    [
      'l2o',
      'windowed',
      ruled({ kind: 'acts', types: [], direction: 'inbound', count: 1 }),
      'L2O 30d · MQL cohort · as of 2026-06-30',
    ],
    [
      'l2o',
      'windowed',
      { ...made(), definitionSet: { ...standardDefinitions, name: 'Agreed in May', version: 2 } },
      'L2O 30d · MQL cohort · as of 2026-06-30 · Agreed in May v2',
    ],
  ] as const)('%s, %s', (joint, basis, madeWith, label) => {
    expect(definitionLabel(joint, basis, madeWith)).toBe(label);
  });
});
