import type { Dimension } from '../domain/dimension.ts';
import type { Cause, Comparison } from '../metrics/comparison.ts';
import { fieldWords } from './field-words.ts';
import { percent, signedPoints } from './format.ts';

/** What is compared, and both sides as a sentence takes them: "with Webinar", "from 4 Jan 2026 to 3 Apr 2026". */
export interface ComparedPhrases {
  readonly a: string;
  readonly b: string;
  readonly joint: 'l2o' | 'o2d';
}

const what = { l2o: ['leads', 'become opportunities'], o2d: ['opportunities', 'become deals'] } as const;

/** The answer of a comparison, as strong as the interval of the difference bears. */
export const comparisonHeadline = (
  { a, b, difference }: Comparison,
  { a: nameA, b: nameB, joint }: ComparedPhrases,
): string => {
  const [records, outcome] = what[joint];
  if (difference.difference === null) return `There are no ${records} on one side to compare`;
  const rates = `${percent(b.k / b.n)} against ${percent(a.k / a.n)}`;
  if (difference.verdict === 'cannotTell')
    return `Whether more ${records} ${outcome} ${nameB} than ${nameA} cannot be told: ${rates}`;
  if (difference.verdict === 'usual')
    return `About as many ${records} ${outcome} ${nameB} as ${nameA}: ${rates}, no more apart than chance explains`;
  const more = difference.direction === 'up' ? 'more' : 'fewer';
  return `Probably ${more} ${records} ${outcome} ${nameB} than ${nameA}: ${rates}`;
};

/** The difference with its interval; says where there is none. */
export const differenceWords = ({ difference: { difference, low, high } }: Comparison): string =>
  difference === null || low === null || high === null
    ? 'none'
    : `${signedPoints(difference)} points (95 % interval ${signedPoints(low)} to ${signedPoints(high)})`;

/** Both rates at the same mix, and what is left of the difference. */
export const sameMixWords = ({ sameMix }: Comparison): string =>
  sameMix === null
    ? 'none'
    : `${signedPoints(sameMix.b - sameMix.a)} points (${percent(sameMix.b)} against ${percent(sameMix.a)})`;

/** A cause of a difference as a sentence, of the sides A and B. */
export const causeWords = ({ kind, group, effect, a, b }: Cause): string => {
  const points = `${signedPoints(effect)} points`;
  const [shareA, shareB] = [percent(a ?? 0), percent(b ?? 0)];
  return kind === 'mix'
    ? `${group} is ${shareB} of B and ${shareA} of A: ${points} through the mix.`
    : `Of ${group} ${shareB} convert in B and ${shareA} in A: ${points} through the rate.`;
};

/** What is said where the total contradicts its parts; empty where it does not. */
export const reversalWords = ({ reversal }: Comparison, by: Dimension): string => {
  const one = fieldWords[by].one.toLowerCase();
  if (reversal === 'strong')
    return `Careful: in every ${one} with 30 or more on both sides the difference goes the other way than in all together. Compare within each ${one}.`;
  return reversal === 'weak'
    ? `Careful: the rates within the ${fieldWords[by].many.toLowerCase()} do not go the way of the total. The mix makes the difference.`
    : '';
};
