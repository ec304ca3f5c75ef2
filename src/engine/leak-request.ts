import type { Windows } from '../domain/definitions.ts';
import type { Filter } from '../domain/filter.ts';
import type { SlaTerms } from '../domain/sla.ts';
import type { LeakRequest } from '../sql/lead-standing.ts';

/**
 * The usual way to ask for leaks: leads that have had the window of L2O, stalled after the limit that sales promises for
 * qualification; opportunities stalled once they are older than the window of O2D, in which most of those that are ever
 * won have been won. `handovers`: whether the handovers were built and can be measured.
 */
export const leakRequest = (
  { l2oDays, o2dDays }: Windows,
  { qualificationLimitDays }: SlaTerms,
  filter: Filter,
  handovers: boolean,
): LeakRequest => ({
  filter,
  windowDays: l2oDays,
  qualificationLimitDays,
  opportunityLimitDays: o2dDays,
  handovers,
});
