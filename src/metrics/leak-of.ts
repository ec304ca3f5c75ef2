import type { LeadStanding } from './leak-counts.ts';

/** Why a lead did not become a deal. */
export type LeakId =
  | 'lostOpportunity'
  | 'stalledOpportunity'
  | 'untried'
  | 'slow'
  | 'fewAttempts'
  | 'stalled'
  | 'disqualified'
  | 'recycled';

const hasOpportunity = (row: LeadStanding): boolean => row.stage === 'opportunity';

/**
 * The leaks in order of precedence: a lead belongs to the first whose test it meets, and so to one only.
 * 1. Opportunities come first, because a lead that became one survived everything before it.
 * 2. Then what sales did not do, in the order in which it falls due: never tried, tried late, tried too seldom. These are
 *    causes that can be mended; where a lead ended after them is only where the failure showed.
 * 3. Last the place where the lead stands, for leads that were treated as promised. The three exclude one another.
 */
export const leakOrder: readonly (readonly [LeakId, (row: LeadStanding) => boolean])[] = [
  ['lostOpportunity', (row) => hasOpportunity(row) && row.standing === 'dropped'],
  ['stalledOpportunity', (row) => hasOpportunity(row) && row.standing === 'stalled'],
  ['untried', (row) => row.untried && (row.standing === 'dropped' || row.standing === 'recycled')],
  ['slow', (row) => row.slow],
  ['fewAttempts', (row) => row.few_attempts],
  ['stalled', (row) => row.standing === 'stalled'],
  ['disqualified', (row) => row.standing === 'dropped'],
  ['recycled', (row) => row.standing === 'recycled'],
];

/** The one leak that the leads of a row belong to; null for deals and for leads and opportunities still in progress. */
export const leakOf = (row: LeadStanding): LeakId | null =>
  row.standing === 'won' || row.standing === 'in_progress'
    ? null
    : (leakOrder.find(([, test]) => test(row))?.[0] ?? null);

/** A leak that the files cannot show, and why. Its leads stand in the lines after it. */
export type UnmeasuredLeaks = Readonly<Partial<Record<LeakId, string>>>;

/** The leaks that only the handovers show, with why they cannot be measured; none where they can. */
export const unmeasuredPromises = (reason: string | null): UnmeasuredLeaks =>
  reason === null ? {} : { untried: reason, slow: reason, fewAttempts: reason };
