import type { TrackReview } from '../../metrics/review/track-review.ts';
import { count, day, moneyShort, several } from '../format.ts';
import { gapWords } from './gap-words.ts';

const quarterOf = (date: string): string => `Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** The answer to "are we on track?": what was won, and that nothing says whether it is enough. */
export const trackAnswer = (
  { quarterStart, wonMinor, deals, gap }: TrackReview,
  currency: string | null,
): string => {
  const won =
    wonMinor === null || currency === null
      ? several(deals, ['deal', 'deals'])
      : moneyShort(wonMinor, currency);
  return `${won} won in ${quarterOf(quarterStart)} so far; ${lower(gapWords(gap).why)}`;
};

/** The counts behind it. */
export const trackDefinition = (
  { quarterStart, quarterEnd, deals, open, openMinor, gap }: TrackReview,
  currency: string | null,
): string => {
  const value =
    openMinor === null || currency === null ? '' : `, ${moneyShort(openMinor, currency)} at full value`;
  return `${several(deals, ['deal', 'deals'])} closed since ${day(quarterStart)}; the quarter ends on ${day(quarterEnd)}. ${count(open)} opportunities are open${value}. ${gapWords(gap).needs}`;
};

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
