import type { ResponsePromise, SalesPromise } from '../agreement.ts';

/** What a promise of sales is replayed by; its days of attempts are those that the handovers were built with. */
export type SalesTerms = Omit<SalesPromise, 'attemptDays'>;

/** The terms that hold for a segment: its own, else those of all leads. */
export const termsOfSegment = (terms: SalesTerms, segment: string): ResponsePromise =>
  terms.bySegment.find((own) => own.segment === segment) ?? terms;
