import { describe, expect, it } from 'vitest';
import { standardDefinitions, type DefinitionSet } from '../../src/domain/definition-set.ts';
import { ruleSince } from '../../src/domain/rule-since.ts';
import { rulesByStatus, type StageRule } from '../../src/domain/stage-rule.ts';

const from = (validFrom: string, parts: Partial<DefinitionSet> = {}): DefinitionSet => ({
  ...standardDefinitions,
  validFrom,
  ...parts,
});

const mql = (rule: StageRule) => ({ stages: { ...rulesByStatus, mql: rule } });
const score = mql({ kind: 'score', is: 'above', value: 65 });

describe('the version that brought in the rule of a stage', () => {
  const versions = [
    from('2025-01-01'),
    from('2025-04-01', score),
    from('2025-07-01', { ...score, reentryDays: 30 }),
    from('2025-10-01', { ...score, reentryDays: 30, accountMatchDays: 60 }),
  ];
  const [first, second, third, fourth] = versions;

  it('is the oldest that says the same without a break', () => {
    expect(fourth && ruleSince('mql', fourth, versions)).toBe(second);
    expect(fourth && ruleSince('sal', fourth, versions)).toBe(first);
    expect(fourth && ruleSince('lead', fourth, versions)).toBe(third);
    expect(fourth && ruleSince('opportunity', fourth, versions)).toBe(fourth);
    expect(fourth && ruleSince('deal', fourth, versions)).toBe(first);
  });

  it('is the one in force where an older one said it too, but another came between', () => {
    const back = from('2026-01-01');
    expect(ruleSince('mql', back, [...versions, back])).toBe(back);
  });

  it('looks at no later version', () => expect(second && ruleSince('mql', second, versions)).toBe(second));

  it('is the standard where nothing was agreed', () =>
    expect(ruleSince('mql', standardDefinitions, [])).toBe(standardDefinitions));
});
