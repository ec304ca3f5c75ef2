import type { WeeklyReview } from '../../metrics/review/weekly-review.ts';
import { capitalised, inWords } from '../format.ts';
import { gapWords } from './gap-words.ts';
import { evidenceOf, type ReviewBlockId } from './review-agenda.ts';
import { signalWords } from './signal-words.ts';

/** Whether any rate or volume of the week could be judged at all. */
const canJudge = ({ joints, volumes }: WeeklyReview): boolean =>
  [joints.l2o.week, joints.l2o.month, joints.o2d.week, joints.o2d.month, ...volumes].some(
    (judged) => judged !== null && judged.verdict !== 'cannotTell',
  );

const rest = 'everything else that can be judged stays within its usual variation';

/** A sentence of the week, and the block that proves it. */
export interface ToldSentence {
  readonly text: string;
  readonly evidence: ReviewBlockId;
}

/**
 * The week in at most three sentences: how many signals and the first of them, the second, and the rest. That there is
 * nothing to discuss, or nothing can be judged yet, is an answer.
 */
export const toldSentences = (review: WeeklyReview): readonly ToldSentence[] => {
  const told = review.signals.flatMap((signal) => {
    const words = signalWords(review, signal);
    return words === null ? [] : [{ signal, words }];
  });
  const signals = told.filter(({ signal }) => signal.verdict === 'signal');
  const [first, second] = told;
  if (first === undefined) {
    if (canJudge(review))
      return [
        {
          text: 'Nothing to discuss this week: every rate and volume that can be judged stays within its usual variation.',
          evidence: 'volumes',
        },
      ];
    return [unjudged(review)];
  }
  const number =
    signals.length === 0
      ? 'No signal this week, but'
      : `${capitalised(inWords(signals.length))} ${signals.length === 1 ? 'signal' : 'signals'} this week:`;
  const more = told.length - 2;
  return [
    { text: `${number} ${first.words.clause}.`, evidence: evidenceOf(first.signal.source) },
    ...(second === undefined
      ? []
      : [{ text: `${capitalised(second.words.clause)}.`, evidence: evidenceOf(second.signal.source) }]),
    {
      text:
        more > 0
          ? `${capitalised(inWords(more))} more ${more === 1 ? 'stands' : 'stand'} below; ${rest}.`
          : `${capitalised(rest)}.`,
      evidence: 'volumes',
    },
  ];
};

const unjudged = ({ joints: { l2o, o2d }, pipeline }: WeeklyReview): ToldSentence => {
  const why = 'Nothing can be judged yet:';
  for (const [evidence, { gap }] of [
    ['l2o', l2o],
    ['o2d', o2d],
    ['pipeline', pipeline],
  ] as const)
    if (gap !== null) return { text: `${why} ${lower(gapWords(gap).why)}.`, evidence };
  return { text: `${why} there are too few weeks to say what is usual.`, evidence: 'volumes' };
};

/** The sentences of the week without their evidence. */
export const weekSentences = (review: WeeklyReview): readonly string[] =>
  toldSentences(review).map(({ text }) => text);

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
