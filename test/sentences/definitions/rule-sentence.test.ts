import { describe, expect, it } from 'vitest';
import type { StageRule } from '../../../src/domain/stage-rule.ts';
import { missingOf } from '../../../src/sentences/definitions/missing-words.ts';
import { ruleClause } from '../../../src/sentences/definitions/rule-sentence.ts';
import { stageName } from '../../../src/sentences/definitions/stage-name.ts';

const score: StageRule = { kind: 'score', is: 'above', value: 65 };
const fit: StageRule = { kind: 'fit', is: 'atLeast', value: 0.125 };
const demo: StageRule = { kind: 'acts', types: ['demo', 'trial'], direction: 'inbound', count: 1 };

describe('a rule in words', () => {
  it.each<[StageRule, string]>([
    [{ kind: 'status' }, 'its status in the CRM says so'],
    [score, 'its score is above 65'],
    [fit, 'its fit is 0.125 or more'],
    [{ kind: 'channel', oneOf: ['Website'] }, 'its channel is Website'],
    [{ kind: 'segment', oneOf: ['A', '(blank)', 'C'] }, 'its segment is A, empty or C'],
    [demo, 'it had at least 1 inbound activity (demo or trial)'],
    [{ kind: 'acts', types: [], direction: 'any', count: 2 }, 'it had at least 2 activities'],
    [{ kind: 'criteria', atLeast: 1, of: [score] }, 'its score is above 65'],
    [
      { kind: 'criteria', atLeast: 2, of: [score, demo] },
      'its score is above 65 and it had at least 1 inbound activity (demo or trial)',
    ],
    [{ kind: 'criteria', atLeast: 1, of: [score, fit] }, 'its score is above 65 or its fit is 0.125 or more'],
    [
      { kind: 'criteria', atLeast: 2, of: [score, fit, { kind: 'criteria', atLeast: 1, of: [score, fit] }] },
      'at least 2 of these 3 hold: its score is above 65; its fit is 0.125 or more; (its score is above 65 or its fit is 0.125 or more)',
    ],
  ])('%o', (rule, words) => expect(ruleClause(rule)).toBe(words));
});

describe('what a rule looks at and the export does not hold', () => {
  const nothing = { hasScore: false, hasFit: false, hasActs: false, hasStatus: false };

  it('is said with the column that is needed, once a kind, at any depth', () => {
    const deep: StageRule = { kind: 'criteria', atLeast: 1, of: [score, score, demo] };
    expect(missingOf(deep, nothing)).toEqual([
      expect.stringMatching(/^No lead has a score\. Needed: a column/),
      expect.stringMatching(/^No human activities are exported\. Needed:/),
    ]);
    expect(missingOf({ kind: 'status' }, nothing)[0]).toMatch(
      /^No lead has an event of this stage\. Needed:/,
    );
    expect(missingOf(fit, nothing)[0]).toMatch(/^No lead has a fit\. Needed:/);
  });

  it('is nothing where all is there, and fields that are always there are never missing', () => {
    expect(missingOf(score, { ...nothing, hasScore: true })).toEqual([]);
    expect(missingOf({ kind: 'segment', oneOf: ['A'] }, nothing)).toEqual([]);
  });
});

describe('the name of a stage', () => {
  it('is the word of the company, else the usual one', () => {
    expect(stageName('mql', { mql: 'Hot lead' })).toBe('Hot lead');
    expect(stageName('sal', { mql: 'Hot lead' })).toBe('Accepted by sales');
    expect(stageName('deal', undefined)).toBe('Deal');
  });
});
