import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { capitalised, inWords } from '../format.ts';
import { gapWords } from './gap-words.ts';
import { signalWords } from './signal-words.ts';

/** Whether any rate or volume of the week could be judged at all. */
const canJudge = ({ joints, volumes }: WeeklyReview): boolean =>
  [joints.l2o.week, joints.l2o.month, joints.o2d.week, joints.o2d.month, ...volumes].some(
    (judged) => judged !== null && judged.verdict !== 'cannotTell',
  );

const rest = 'everything else that can be judged stays within its usual variation';

/**
 * The week in at most three sentences: how many signals and the first of them, the second, and the rest. That there is
 * nothing to discuss, or nothing can be judged yet, is an answer.
 */
export const weekSentences = (review: WeeklyReview): readonly string[] => {
  const told = review.signals.flatMap((signal) => {
    const words = signalWords(review, signal);
    return words === null ? [] : [{ signal, words }];
  });
  const signals = told.filter(({ signal }) => signal.verdict === 'signal');
  const [first, second] = told;
  if (first === undefined) {
    if (canJudge(review))
      return [
        `Nothing to discuss this week: every rate and volume that can be judged stays within its usual variation.`,
      ];
    const gap = review.joints.l2o.gap ?? review.joints.o2d.gap ?? review.pipeline.gap;
    return [
      gap === null
        ? 'Nothing can be judged yet: there are too few weeks to say what is usual.'
        : `Nothing can be judged yet: ${lower(gapWords(gap).why)}.`,
    ];
  }
  const number =
    signals.length === 0
      ? 'No signal this week, but'
      : `${capitalised(inWords(signals.length))} ${signals.length === 1 ? 'signal' : 'signals'} this week:`;
  const more = told.length - 2;
  return [
    `${number} ${first.words.clause}.`,
    ...(second === undefined ? [] : [`${capitalised(second.words.clause)}.`]),
    more > 0
      ? `${capitalised(inWords(more))} more ${more === 1 ? 'stands' : 'stand'} below; ${rest}.`
      : `${capitalised(rest)}.`,
  ];
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
