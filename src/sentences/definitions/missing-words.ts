import { partsOfRule, type StageRule } from '../../domain/stage-rule.ts';
import { asNeed } from './needs.ts';

/** What the data has for rules to look at. */
export interface Exported {
  readonly hasScore: boolean;
  readonly hasFit: boolean;
  readonly hasActs: boolean;
  /** Events of the stage that the rule is for. */
  readonly hasStatus: boolean;
}

/** What a rule looks at that the export does not hold, and what would have to be exported; empty where nothing is missing. */
export const missingOf = (rule: StageRule, exported: Exported): readonly string[] => {
  const kinds = new Set(partsOfRule(rule).map(({ kind }) => kind));
  return [
    ...(kinds.has('score') && !exported.hasScore ? [asNeed('score')] : []),
    ...(kinds.has('fit') && !exported.hasFit ? [asNeed('fit')] : []),
    ...(kinds.has('acts') && !exported.hasActs ? [asNeed('acts')] : []),
    ...(kinds.has('status') && !exported.hasStatus ? [asNeed('status')] : []),
  ];
};
