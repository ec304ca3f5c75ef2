import type { BusinessCalendar } from '../domain/business-calendar.ts';
import { toEpochDay } from '../domain/local-date.ts';
import type { OwnHours } from '../domain/handover.ts';
import { noFilter, type Filter } from '../domain/filter.ts';
import type { Agreement } from '../metrics/agreement.ts';
import type { AttemptNumbers } from '../metrics/leak-page/attempts-per-lead.ts';
import { rebookDays, type MeetingNumbers } from '../metrics/leak-page/no-shows.ts';
import type { LeakPageInput } from '../metrics/leak-page/leak-page.ts';
import type { OpenLeadCounts } from '../metrics/open-lead-age.ts';
import type { AttemptCounts } from '../metrics/persistence.ts';
import type { OwnerLeads } from '../metrics/rep-load.ts';
import { channelDays } from '../metrics/review/channel-review.ts';
import type { SecondLifeCounts } from '../metrics/second-life.ts';
import type { ResponseCounts } from '../metrics/speed-to-lead.ts';
import { attemptNumbers } from '../sql/questions/attempt-numbers.ts';
import { disqualificationReasons } from '../sql/questions/disqualification-reasons.ts';
import { engagementResponse } from '../sql/questions/engagement-response.ts';
import { leakCircumstances } from '../sql/questions/leak-circumstances.ts';
import { leakCounts, leakParts } from '../sql/questions/leak-counts.ts';
import { meetingNumbers } from '../sql/questions/meeting-numbers.ts';
import { openLeadChanges } from '../sql/questions/open-lead-changes.ts';
import { openLeads } from '../sql/questions/open-leads.ts';
import { ownerLeads } from '../sql/questions/owner-leads.ts';
import { persistenceCounts } from '../sql/questions/persistence-counts.ts';
import { responseCounts } from '../sql/questions/response-counts.ts';
import { secondLifeCounts } from '../sql/questions/second-life-counts.ts';
import type { LeakRequest } from '../sql/lead-standing.ts';
import type { Analysis } from './analysis.ts';
import { leakRequest, trendTimes } from './leak-request.ts';
import { promiseFacts } from './promise-facts.ts';
import type { QueryEngine } from './query-engine.ts';
import { slaKnowledge } from './sla-knowledge.ts';

/** How handovers were worked, by owner. Empty where handovers or activities are not among the files. */
export interface HandlingFacts {
  readonly business: readonly ResponseCounts[];
  readonly elapsed: readonly ResponseCounts[];
  readonly attempts: readonly AttemptNumbers[];
  readonly persistence: readonly AttemptCounts[];
  /** From the latest act of the lead itself. */
  readonly engagement: readonly ResponseCounts[];
}

/** Everything the page of leaks is made of, counted once. */
export interface LeakFacts {
  readonly page: LeakPageInput;
  /** Which leads: what to list records by. */
  readonly request: LeakRequest;
  /** Why response and attempts cannot be told; null where they can. */
  readonly because: string | null;
  /** When those work whom handovers are given to. */
  readonly calendar: BusinessCalendar;
  /** The hours of owners who work by others. */
  readonly ownHours: readonly OwnHours[];
  readonly handling: HandlingFacts;
  readonly ownerLeads: readonly OwnerLeads[];
  /** By owner and channel. */
  readonly openLeads: readonly OpenLeadCounts[];
  readonly secondLife: readonly SecondLifeCounts[];
  /** Meetings by owner. */
  readonly meetings: readonly MeetingNumbers[];
  /** Activities that a person did to reach somebody: without one, nobody can be called neglected. */
  readonly outbound: number;
}

/** Attempts after this one are left out of the curve. */
const mostAttempts = 8;

const unworked: HandlingFacts = { business: [], elapsed: [], attempts: [], persistence: [], engagement: [] };

const handlingFacts = async (
  engine: QueryEngine,
  filter: Filter,
  matureDays: number,
): Promise<HandlingFacts> => ({
  business: await engine.ask(responseCounts({ filter, group: 'owner', clock: 'business' })),
  elapsed: await engine.ask(responseCounts({ filter, group: 'owner', clock: 'elapsed' })),
  attempts: await engine.ask(attemptNumbers(filter)),
  persistence: await engine.ask(persistenceCounts({ filter, matureDays, mostAttempts })),
  engagement: await engine.ask(engagementResponse({ filter, group: 'owner' })),
});

/**
 * Counts what the page of leaks shows, over the leads of the last twelve months, as the weekly review does: the two agree to
 * the lead. Builds the handovers anew, under the agreement or the definitions in force.
 */
export const leakFacts = async (
  engine: QueryEngine,
  analysis: Analysis,
  agreements: readonly Agreement[] = [],
): Promise<LeakFacts> => {
  const { sla, leaks } = await promiseFacts(engine, analysis, agreements);
  const { terms, because, calendar, ownHours } = sla;
  const { asOf } = analysis.definitions;
  const days = channelDays({ asOf: toEpochDay(asOf) });
  const request = leakRequest(analysis.windows, terms, days, because === null);
  const always = { ...request, filter: { ...days, from: null } };
  const { l2oDays } = analysis.windows;
  return {
    request,
    because,
    calendar,
    ownHours,
    page: {
      leaks: leaks.values === null ? { ...leaks, rows: await engine.ask(leakCounts(request)) } : leaks,
      terms,
      times: trendTimes(analysis, terms),
      owners: leaks.trail?.owners ?? (await engine.ask(leakParts(request, 'owner'))),
      months: await engine.ask(leakParts(request, 'month')),
      history: leaks.trail?.history ?? (await engine.ask(leakParts(always, 'month'))),
      circumstances: await engine.ask(leakCircumstances(request, terms.neglectedDays)),
      reasons: await engine.ask(disqualificationReasons({ filter: days, windowDays: l2oDays })),
      loads: await engine.ask(openLeadChanges({ filter: noFilter, group: 'owner' })),
    },
    handling: because === null ? await handlingFacts(engine, days, l2oDays ?? 0) : unworked,
    ownerLeads: await engine.ask(ownerLeads({ filter: noFilter })),
    openLeads: await engine.ask(openLeads({ filter: noFilter, rows: 'owner', columns: 'channel', terms })),
    secondLife: await engine.ask(secondLifeCounts({ filter: noFilter, groups: 'channel' })),
    meetings: await engine.ask(meetingNumbers({ filter: days, group: 'owner', rebookDays })),
    outbound: (await slaKnowledge(engine)).humanOutbound,
  };
};
