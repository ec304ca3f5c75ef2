import type { ReviewGap } from './review-gap.ts';

/** A deal of the week, with how many deals of its kind the files hold from before its day. */
export interface WonDeal {
  readonly opportunityId: string;
  readonly channel: string;
  readonly segment: string;
  /** Null without an amount, and where amounts cannot be added up. */
  readonly amountMinor: number | null;
  readonly closeDate: string;
  /** Days from creation to won. */
  readonly days: number;
  readonly earlier: number;
  readonly earlierOfChannel: number;
  readonly earlierOfSegment: number;
  readonly earlierOfBoth: number;
  /** Earlier deals at least as large. */
  readonly earlierAsLarge: number;
}

/** Why a deal is worth a sentence. */
export type WinKind = 'firstOfChannel' | 'firstOfSegment' | 'firstOfBoth' | 'largestEver' | 'largestOfWeek';

/** The deal to celebrate. */
export interface WinReview {
  readonly gap: ReviewGap | null;
  readonly kind: WinKind | null;
  readonly deal: WonDeal | null;
  /** Deals closed in the week. */
  readonly deals: number;
}

/** Earlier deals it takes before "first" or "largest" says anything. */
const fewestEarlier = 10;

const kinds: readonly (readonly [WinKind, (deal: WonDeal) => boolean])[] = [
  ['firstOfChannel', ({ earlierOfChannel }) => earlierOfChannel === 0],
  ['firstOfSegment', ({ earlierOfSegment }) => earlierOfSegment === 0],
  ['largestEver', ({ amountMinor, earlierAsLarge }) => amountMinor !== null && earlierAsLarge === 0],
  ['firstOfBoth', ({ earlierOfBoth }) => earlierOfBoth === 0],
];

const largestFirst = (a: WonDeal, b: WonDeal): number =>
  (b.amountMinor ?? -1) - (a.amountMinor ?? -1) || (a.opportunityId < b.opportunityId ? -1 : 1);

/**
 * The one deal of the week to name: the first of its channel, of its segment, the largest so far, the first of its channel
 * in its segment, else the largest of the week; of several of a kind the largest. With fewer than ten earlier deals nearly
 * everything is a first, so only the largest of the week is named.
 */
export const winReview = (deals: readonly WonDeal[]): WinReview => {
  const sorted = deals.toSorted(largestFirst);
  const [largest] = sorted;
  if (largest === undefined) return { gap: { reason: 'noWins' }, kind: null, deal: null, deals: 0 };
  for (const [kind, test] of kinds) {
    const deal = sorted.find((candidate) => candidate.earlier >= fewestEarlier && test(candidate));
    if (deal !== undefined) return { gap: null, kind, deal, deals: deals.length };
  }
  return { gap: null, kind: 'largestOfWeek', deal: largest, deals: deals.length };
};
