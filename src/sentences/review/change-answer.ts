import type { ChangeReview } from '../../metrics/review/change-review.ts';
import { count, monthAndYear, percent, pointsApart, signedPoints } from '../format.ts';
import { gapWords } from './gap-words.ts';

/** A mix below half a tenth of a point is shown as none and needs no reason. */
const leastMix = 0.0005;

/** The channel whose share did most, in words: "more Email". */
const mixReason = ({ change }: ChangeReview): string => {
  if (change === null || Math.abs(change.mixTotal) < leastMix) return '';
  const { lines, mixTotal } = change;
  const total = (pick: 'n0' | 'n1') => lines.reduce((sum, line) => sum + line[pick], 0) || 1;
  const most = lines
    .filter(({ mix }) => Math.sign(mix) === Math.sign(mixTotal))
    .toSorted((a, b) => Math.abs(b.mix) - Math.abs(a.mix))[0];
  if (most === undefined) return '';
  const grew = most.n1 / total('n1') > most.n0 / total('n0');
  return ` (first of all ${grew ? 'a larger' : 'a smaller'} share of ${most.group})`;
};

/** The answer to "why did it move?": the change and its exact parts. Mix is arithmetic, so it may be called a reason. */
export const changeAnswer = (review: ChangeReview): string => {
  const { gap, before, change, difference } = review;
  if (change === null || before === null || difference === null)
    return gapWords(gap ?? { reason: 'fewMonths', have: 0, need: 2 }).why;
  const { change: whole, mixTotal, rateTotal } = change;
  const against = monthAndYear(before.start);
  const isTold = difference.verdict === 'probably' || difference.verdict === 'signal';
  const parts = `${signedPoints(mixTotal)} through the mix${mixReason(review)}, ${signedPoints(rateTotal)} through the rates`;
  if (!isTold) return `No clear change on ${against} (${signedPoints(whole)} points): ${parts}`;
  return `${whole < 0 ? 'Down' : 'Up'} ${pointsApart(whole)} points on ${against}: ${parts}`;
};

/** A banner where the total contradicts its parts; null where it does not. */
export const reversalWords = ({ reversal, change }: ChangeReview): string | null => {
  if (reversal === null || change === null) return null;
  const whole = change.change < 0 ? 'fell' : 'rose';
  const parts = change.change < 0 ? 'rose' : 'fell';
  return reversal === 'strong'
    ? `All together ${whole} although every channel with enough leads ${parts}: the mix moved.`
    : `All together ${whole} although the rates of the channels did not: the mix outweighs them.`;
};

const subjects = { l2o: 'Leads that become opportunities', o2d: 'Opportunities that become deals' } as const;

/** What is compared, with its counts and the interval of the difference. */
export const changeDefinition = ({ joint, before, after, difference }: ChangeReview): string => {
  if (before === null || after === null) return `${subjects[joint]}, month against month.`;
  const of = ({ start, rate }: typeof before): string =>
    `${monthAndYear(start)} (${count(rate.k)} of ${count(rate.n)}${rate.rate === null ? '' : `, ${percent(rate.rate)}`})`;
  const interval =
    difference?.low == null || difference.high === null
      ? ''
      : ` Difference, 95% interval ${signedPoints(difference.low)} to ${signedPoints(difference.high)} points.`;
  return `${subjects[joint]}, percentage points, ${of(before)} to ${of(after)}.${interval}`;
};

/** One sentence on the other joint. */
export const otherChangeWords = (review: ChangeReview): string =>
  `${subjects[review.joint]}: ${lower(changeAnswer(review))}.`;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
