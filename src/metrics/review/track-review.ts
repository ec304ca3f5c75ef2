import { addDays, addMonths, fromEpochDay, toEpochDay } from '../../domain/local-date.ts';
import type { Cube } from '../cube/cube.ts';
import { partOf, totalOf } from '../cube/facet.ts';
import type { ReviewGap } from './review-gap.ts';

/** What the quarter of the as-of day has brought so far, and what is still open. Money is minor units; null where amounts cannot be added up. */
export interface TrackReview {
  /** Why nothing says whether that is enough. */
  readonly gap: ReviewGap;
  readonly quarterStart: string;
  readonly quarterEnd: string;
  readonly deals: number;
  readonly wonMinor: number | null;
  readonly open: number;
  readonly openMinor: number | null;
}

/** First day of the calendar quarter of a date. */
const quarterStartOf = (date: string): string => {
  const month = Number(date.slice(5, 7));
  const first = month - ((month - 1) % 3);
  return `${date.slice(0, 5)}${String(first).padStart(2, '0')}-01`;
};

/** The quarter so far. Without a budget nothing says whether it is on track. */
export const trackReview = (cube: Cube, hasCurrency: boolean): TrackReview => {
  const quarterStart = quarterStartOf(fromEpochDay(cube.asOf));
  const closes = partOf(cube.always.closes, {
    rows: null,
    columns: null,
    from: toEpochDay(quarterStart),
    to: cube.asOf,
  });
  const { opportunities } = cube.always;
  return {
    gap: { reason: 'noBudget' },
    quarterStart,
    quarterEnd: addDays(addMonths(quarterStart, 3), -1),
    deals: totalOf(closes, 'won'),
    wonMinor: hasCurrency ? totalOf(closes, 'won_minor') : null,
    open: totalOf(opportunities, 'open'),
    openMinor: hasCurrency ? totalOf(opportunities, 'open_minor') : null,
  };
};
