import { monthStart, weekStart } from '../domain/iso-week.ts';
import { addDays, addMonths } from '../domain/local-date.ts';
import { noFilter } from '../domain/filter.ts';
import type { BusinessCalendar } from '../domain/business-calendar.ts';
import type { HandoverRules } from '../domain/handover.ts';
import { slaGrid } from '../domain/sla-grid.ts';
import type { SlaTerms } from '../domain/sla.ts';
import type { Agreement } from '../metrics/agreement.ts';
import { leadValues, type LeadValues, type ValueDevelopments } from '../metrics/lead-value.ts';
import type { DeliveredCounts, ReturnedCounts } from '../metrics/marketing-sla.ts';
import type { AttemptCounts } from '../metrics/persistence.ts';
import type { CreatedAmounts } from '../metrics/planned-channels.ts';
import type { LeadCost } from '../metrics/promise/added-cost.ts';
import type { PromiseCubeRow } from '../metrics/promise/sales-history.ts';
import { replayWeeks } from '../metrics/promise/sales-replay.ts';
import { trendMonths } from '../metrics/promise/value-trend.ts';
import type { OwnerLeads } from '../metrics/rep-load.ts';
import { responseStrataOf } from '../metrics/response-strata.ts';
import { attainmentOf } from '../metrics/sla-attainment.ts';
import { slaEffect, type SlaEffect } from '../metrics/sla-effect.ts';
import { suggestedResponseMinutes } from '../metrics/sla-simulation.ts';
import { attainmentCounts } from '../sql/questions/attainment-counts.ts';
import { deliveredLeads, returnedLeads } from '../sql/questions/delivered-leads.ts';
import { ownerLeads } from '../sql/questions/owner-leads.ts';
import { persistenceCounts } from '../sql/questions/persistence-counts.ts';
import { promiseCube } from '../sql/questions/promise-cube.ts';
import { responseStrata } from '../sql/questions/response-conversion.ts';
import { slaCube } from '../sql/questions/sla-cube.ts';
import type { Analysis } from './analysis.ts';
import { buildHandovers } from './build-handovers.ts';
import { channelCosts } from './channel-costs.ts';
import { handoversInForce } from './handovers-in-force.ts';
import { ownerCalendars } from './owner-calendars.ts';
import type { QueryEngine } from './query-engine.ts';
import { responseGap } from './response-gap.ts';
import { valueHistory } from './value-history.ts';

/** What promises of sales are replayed on. */
export interface SalesPast {
  /** Why response cannot be measured, in the reader's words; null where it can, and only then are the rest not empty. */
  readonly because: string | null;
  readonly cube: readonly PromiseCubeRow[];
  readonly attempts: readonly AttemptCounts[];
  /** Response time that the median rep keeps; null where there is none. */
  readonly suggestedMinutes: number | null;
  /** The share answered within the response time of the terms, in the last ninety days; null where too few are due. */
  readonly attained: number | null;
  readonly effect: SlaEffect;
  readonly owners: readonly OwnerLeads[];
}

/** What promises of marketing are replayed on. `values` and `developments` are null where one of the two joints cannot be measured. */
export interface MarketingPast {
  readonly delivered: readonly DeliveredCounts[];
  readonly returned: readonly ReturnedCounts[];
  readonly values: LeadValues | null;
  readonly developments: ValueDevelopments | null;
  readonly created: readonly CreatedAmounts[];
  /** What a lead has cost in the last twelve months, by channel. */
  readonly costs: readonly LeadCost[];
}

/** All that a pair of promises is negotiated on. It is small, so that every draft is judged in memory. */
export interface PromiseHistory {
  /** The agreement that handovers are judged by today; null where the definitions in force are. */
  readonly inForce: Agreement | null;
  readonly rules: HandoverRules;
  /** The usual hours by the definitions in force: those that the next agreement freezes. */
  readonly calendar: BusinessCalendar;
  readonly sales: SalesPast;
  readonly marketing: MarketingPast;
}

const salesPast = async (
  engine: QueryEngine,
  analysis: Analysis,
  { terms, calendars }: HandoverRules,
): Promise<SalesPast> => {
  const { definitions, windows } = analysis;
  const { asOf } = definitions;
  const because = await responseGap(engine, analysis, calendars);
  const owners = await engine.ask(ownerLeads({ filter: noFilter }));
  if (because !== null)
    return {
      because,
      owners,
      cube: [],
      attempts: [],
      suggestedMinutes: null,
      attained: null,
      effect: slaEffect([]),
    };
  const byOwner = await engine.ask(slaCube({ filter: noFilter }));
  const recent = { ...noFilter, from: addDays(asOf, 1 - slaGrid.days) };
  return {
    because,
    owners,
    cube: await engine.ask(
      promiseCube({ filter: noFilter, fromWeek: weekStart(addDays(asOf, -7 * replayWeeks)) }),
    ),
    attempts: await engine.ask(
      persistenceCounts({
        filter: noFilter,
        matureDays: terms.attemptDays,
        mostAttempts: slaGrid.attempts.length,
      }),
    ),
    suggestedMinutes: suggestedResponseMinutes(byOwner),
    attained: attainmentOf(await engine.ask(attainmentCounts({ filter: recent, group: 'segment' })))
      .attainment.rate,
    effect: slaEffect(
      responseStrataOf(await engine.ask(responseStrata({ filter: noFilter, l2oDays: windows.l2oDays }))),
    ),
  };
};

const marketingPast = async (
  engine: QueryEngine,
  analysis: Analysis,
  terms: SlaTerms,
): Promise<MarketingPast> => {
  const { asOf } = analysis.definitions;
  const history = await valueHistory(engine, analysis, noFilter);
  const from = monthStart(addMonths(asOf, -trendMonths.most - 1));
  const costs = await channelCosts(
    engine,
    analysis,
    { from: addMonths(asOf, -12), to: asOf },
    {},
    'booking',
    () => null,
  );
  return {
    costs: costs.map(({ cost, perLeadMinor }) => ({
      channel: cost.channel,
      perLeadMinor,
      currency: cost.currency,
    })),
    values: history === null ? null : leadValues(history.counts, history.developments),
    developments: history?.developments ?? null,
    created: history?.created ?? [],
    delivered: await engine.ask(deliveredLeads({ filter: { ...noFilter, from } })),
    returned: await engine.ask(
      returnedLeads({ filter: { ...noFilter, from }, withinDays: terms.qualificationLimitDays }),
    ),
  };
};

/**
 * Builds the handovers under the promise in force and counts what every other promise is judged on: once a data set, not once
 * a draft.
 */
export const promiseHistory = async (
  engine: QueryEngine,
  analysis: Analysis,
  agreements: readonly Agreement[],
): Promise<PromiseHistory> => {
  const { agreement, rules } = await handoversInForce(analysis, agreements);
  await buildHandovers(engine, analysis.definitions, analysis.reportTimeZone, rules);
  return {
    inForce: agreement,
    rules,
    calendar: (await ownerCalendars(analysis, null)).usual,
    sales: await salesPast(engine, analysis, rules),
    marketing: await marketingPast(engine, analysis, rules.terms),
  };
};
