import { blankGroup, unsourcedGroup } from '../../domain/dimension.ts';
import type { WinReview, WonDeal } from '../../metrics/review/win-review.ts';
import { dayWithWeekday, money, several } from '../format.ts';
import { gapWords } from './gap-words.ts';

const kindWords: Readonly<Record<NonNullable<WinReview['kind']>, (deal: WonDeal) => string>> = {
  firstOfChannel: ({ channel }) => `First deal from ${channel} in these files`,
  firstOfSegment: ({ segment }) => `First ${segment} deal in these files`,
  firstOfBoth: ({ channel, segment }) => `First ${segment} deal from ${channel} in these files`,
  largestEver: () => 'Largest deal in these files so far',
  largestOfWeek: () => 'Largest deal of the week',
};

/** The answer to "what shall we celebrate?". */
export const winAnswer = ({ gap, kind, deal }: WinReview, currency: string | null): string => {
  if (kind === null || deal === null) return gapWords(gap ?? { reason: 'noWins' }).why;
  const amount =
    deal.amountMinor === null || currency === null ? '' : `: ${money(deal.amountMinor, currency)}`;
  return `${kindWords[kind](deal)}${amount}, ${several(deal.days, ['day', 'days'])} from opportunity to deal`;
};

const known = (group: string): string | null =>
  group === blankGroup || group === unsourcedGroup ? null : group;

/** When it was closed, where it came from, and how many more were. */
export const winDefinition = ({ gap, deal, deals }: WinReview): string => {
  if (deal === null) return gapWords(gap ?? { reason: 'noWins' }).needs;
  const channel = known(deal.channel);
  const segment = known(deal.segment);
  const from = [segment, channel === null ? null : `from ${channel}`]
    .filter((text) => text !== null)
    .join(' ');
  const more = deals === 1 ? 'The only deal of the week' : `One of ${deals} deals of the week`;
  return `Closed ${dayWithWeekday(deal.closeDate)}${from === '' ? '' : `, ${from}`}. ${more}. Record ${deal.opportunityId}.`;
};
