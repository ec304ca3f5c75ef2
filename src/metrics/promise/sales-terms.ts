import type { SlaPromise } from '../sla-simulation.ts';

/** What sales promises: for all leads, and other terms for single segments. */
export interface SalesTerms extends SlaPromise {
  /** Share of due handovers, in (0, 1], that are to be answered in time and tried often enough. */
  readonly attainment: number;
  readonly bySegment: readonly (SlaPromise & { readonly segment: string })[];
}

/** The terms that hold for a segment: its own, else those of all leads. */
export const termsOfSegment = (terms: SalesTerms, segment: string): SlaPromise =>
  terms.bySegment.find((own) => own.segment === segment) ?? terms;
