import type { Windows } from '../domain/definitions.ts';
import type { Filter } from '../domain/filter.ts';
import type { SlaTerms } from '../domain/sla.ts';
import type { TrendTimes } from '../metrics/leak-page/leak-trend.ts';
import type { LeakRequest } from '../sql/lead-standing.ts';
import type { Analysis } from './analysis.ts';

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

/** Which months of arrival are whole and have had the time that most of a leak takes to show itself. */
export const trendTimes = (
  { definitions, firstDay, windows: { l2oDays, l2dDays } }: Analysis,
  { qualificationLimitDays }: Pick<SlaTerms, 'qualificationLimitDays'>,
): TrendTimes => ({
  asOf: definitions.asOf,
  firstDay,
  leadDays: l2oDays === null ? null : Math.max(l2oDays, qualificationLimitDays + 1),
  opportunityDays: l2dDays,
});
