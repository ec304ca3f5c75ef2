import type { PercentMix } from '../../metrics/plan/plan-basis.ts';

/** The mix in a sentence: the two channels with the largest shares, and whether it is the usual one. */
export const mixAnswer = (mix: PercentMix, isUsual: boolean): string => {
  const [first, second] = [...mix].toSorted(([, a], [, b]) => b - a);
  if (first === undefined) return 'There is no channel to plan with';
  const rest = second === undefined || second[1] === 0 ? '' : `, ${second[1]}% from ${second[0]}`;
  return `${first[1]}% from ${first[0]}${rest}${isUsual ? ', as in the last three months' : ''}`;
};
