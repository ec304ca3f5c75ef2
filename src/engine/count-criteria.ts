import type { Filter } from '../domain/filter.ts';
import type { StageRule } from '../domain/stage-rule.ts';
import { criteriaAnswer, type CriteriaAnswer } from '../metrics/criteria-answer.ts';
import { ruleArrival } from '../sql/model/stage-rule.ts';
import type { AnswerOf } from '../sql/question.ts';
import { criteriaCounts, unknownFields } from '../sql/questions/criteria-counts.ts';
import type { Analysis } from './analysis.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** Which leads are asked about, and the criteria. A condition by status means the MQL of the definitions at hand. */
export interface CriteriaRequest {
  readonly filter: Filter;
  readonly rule: StageRule;
}

/** The answer, and of how many of the leads a field is not known. */
export interface CriteriaFound {
  readonly answer: CriteriaAnswer;
  readonly unknown: AnswerOf<ReturnType<typeof unknownFields>>[number];
}

/** Counts how many leads of a period meet criteria and what became of those that do and those that do not. */
export const countCriteria = async (
  engine: QueryEngine,
  { windows }: Pick<Analysis, 'windows'>,
  { filter, rule }: CriteriaRequest,
): Promise<CriteriaFound> => {
  const { make, drop } = ruleArrival('mql', rule);
  try {
    await engine.run(make);
    return {
      answer: criteriaAnswer(await engine.ask(criteriaCounts(filter, windows))),
      unknown: await first(engine.ask(unknownFields(filter))),
    };
  } finally {
    await engine.run(drop);
  }
};
