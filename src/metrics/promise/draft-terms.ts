import { slaGrid } from '../../domain/sla-grid.ts';
import type { Agreement, ResponsePromise, SalesPromise } from '../agreement.ts';
import type { DraftTerms } from './negotiation-basis.ts';
import { nearestInGrid } from './sales-replay.ts';
import { promisedIn } from './value-path.ts';

/** A draft, and the one that a reset has put aside; null where there is nothing to take back. */
export interface DraftState {
  readonly draft: DraftTerms;
  readonly before: DraftTerms | null;
}

/** What can be done with a draft. */
export type DraftAction =
  | { readonly kind: 'change'; readonly draft: DraftTerms }
  | { readonly kind: 'reset'; readonly today: DraftTerms }
  | { readonly kind: 'takeBack' };

/** The draft after something was done. A reset can be taken back until the next change. */
export const nextDraft = ({ draft, before }: DraftState, action: DraftAction): DraftState => {
  switch (action.kind) {
    case 'change':
      return { draft: action.draft, before: null };
    case 'reset':
      return { draft: action.today, before: draft };
    case 'takeBack':
      return { draft: before ?? draft, before: null };
  }
};

const toGrid = <Promise extends ResponsePromise>(promise: Promise): Promise => ({
  ...promise,
  responseMinutes: nearestInGrid(promise.responseMinutes),
  attempts: Math.min(slaGrid.attempts.length, Math.max(1, Math.round(promise.attempts))),
});

/**
 * The draft that talks begin with: the agreement in force, its promised value carried on by its growth to the next month, and
 * its terms of sales at the nearest ones that can be replayed. Without one, what is done today.
 */
export const firstDraft = (inForce: Agreement | null, today: DraftTerms): DraftTerms => {
  if (inForce === null) return today;
  const { firstMonth } = today.marketing;
  const { marketing, sales } = inForce;
  const hasBegun = marketing.firstMonth < firstMonth;
  return {
    marketing: hasBegun
      ? { ...marketing, firstMonth, valueMinor: Math.round(promisedIn(marketing, firstMonth)) }
      : marketing,
    sales: { ...toGrid(sales), bySegment: sales.bySegment.map(toGrid) },
  };
};

/** The terms of sales with those of all leads, or of one segment, changed. */
export const withTerms = (
  sales: SalesPromise,
  segment: string | null,
  change: Partial<ResponsePromise>,
): SalesPromise => {
  if (segment === null) return { ...sales, ...change };
  const { responseMinutes, attempts } = sales.bySegment.find((own) => own.segment === segment) ?? sales;
  const others = sales.bySegment.filter((own) => own.segment !== segment);
  return { ...sales, bySegment: [...others, { segment, responseMinutes, attempts, ...change }] };
};

/** The terms of sales with those of all leads for a segment again. */
export const withoutSegment = (sales: SalesPromise, segment: string): SalesPromise => ({
  ...sales,
  bySegment: sales.bySegment.filter((own) => own.segment !== segment),
});
