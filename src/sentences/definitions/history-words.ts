import { changedParts, type DefinitionSet } from '../../domain/definition-set.ts';
import { ruledStages } from '../../domain/stage-rule.ts';
import { partWords } from './part-words.ts';
import { ruleClause } from './rule-sentence.ts';
import { stageName } from './stage-name.ts';

const wordsOf = ({ owner, words }: DefinitionSet): string => JSON.stringify([owner ?? null, words ?? {}]);

/** What a version changed against the one before it, one sentence each; the first says what it is held against. */
export const versionChanges = (from: DefinitionSet, to: DefinitionSet): readonly string[] => {
  const parts = changedParts(from, to);
  const rules = ruledStages.flatMap((stage) => {
    const [was, is] = [ruleClause(from.stages[stage]), ruleClause(to.stages[stage])];
    return was === is ? [] : [`${stageName(stage, to.words)}: once ${is}; before, once ${was}.`];
  });
  const others = parts.filter((part) => part !== 'stages').map((part) => partWords[part]);
  const changes = [
    ...rules,
    ...(others.length === 0 ? [] : [`Changed: ${others.join(', ')}.`]),
    ...(wordsOf(from) === wordsOf(to) ? [] : ['Other names or another owner.']),
  ];
  return changes.length === 0 ? ['Nothing changed but the name.'] : changes;
};
