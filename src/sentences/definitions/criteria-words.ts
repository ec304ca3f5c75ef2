import { partsOfRule, type StageRule } from '../../domain/stage-rule.ts';
import type { CriteriaFound } from '../../engine/count-criteria.ts';
import type { CriteriaAnswer } from '../../metrics/criteria-answer.ts';
import type { RateDifference } from '../../metrics/rate-difference.ts';
import { count, percent, several } from '../format.ts';

/** How many leads of a period meet criteria, in one sentence. `period` such as "Q2 2026". */
export const criteriaSentence = ({ share }: CriteriaAnswer, period: string): string => {
  if (share.n === 0) return `No lead was created in ${period}`;
  const of = `${count(share.k)} of ${several(share.n, ['lead', 'leads'])} of ${period} meet the criteria`;
  return share.rate === null ? of : `${of}, ${percent(share.rate)}`;
};

const standing: Readonly<Record<RateDifference['verdict'], string>> = {
  signal: 'a signal',
  probably: 'probably a real difference',
  usual: 'no difference beyond chance',
  cannotTell: 'too few to tell',
};

const jointSentence = (joint: 'l2o' | 'o2d', { meets, others, difference }: CriteriaAnswer): string => {
  const [own, rest] = [meets[joint], others[joint]];
  if (own.n + rest.n === 0)
    return joint === 'l2o'
      ? 'None of them has had the window yet: what becomes of them cannot be told so far.'
      : 'None of their opportunities has had the window yet: which become deals cannot be told so far.';
  const subject = joint === 'l2o' ? 'Of those that do' : 'Of their opportunities';
  const verb = joint === 'l2o' ? 'become opportunities' : 'become deals';
  if (own.rate === null || rest.rate === null)
    return `${subject}, ${count(own.k)} of ${count(own.n)} ${verb}, of the others ${count(rest.k)} of ${count(rest.n)}: too few for a rate.`;
  return `${subject}, ${percent(own.rate)} ${verb}, of the others ${percent(rest.rate)}: ${standing[difference[joint].verdict]}.`;
};

/** What became of those that meet the criteria and of the others. */
export const becameSentences = (answer: CriteriaAnswer): readonly string[] =>
  answer.share.n === 0 ? [] : [jointSentence('l2o', answer), jointSentence('o2d', answer)];

/** Leads of which a field of the criteria is not known; they meet nothing of it. Empty where all are known. */
export const unknownWords = (rule: StageRule, { unknown, answer }: CriteriaFound): readonly string[] => {
  const kinds = new Set(partsOfRule(rule).map(({ kind }) => kind));
  return (['score', 'fit', 'channel', 'segment'] as const).flatMap((field) =>
    kinds.has(field) && unknown[field] > 0
      ? [
          `${count(unknown[field])} of ${count(answer.share.n)} leads have no ${field}; an unknown value meets nothing.`,
        ]
      : [],
  );
};
