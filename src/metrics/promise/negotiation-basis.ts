import { firstDayOf, lastCompleteMonth } from '../../domain/calendar-month.ts';
import { addDays, toEpochDay } from '../../domain/local-date.ts';
import { slaGrid } from '../../domain/sla-grid.ts';
import type { SlaTerms } from '../../domain/sla.ts';
import type { MarketingPromise, SalesPromise } from '../agreement.ts';
import type { LeadValues } from '../lead-value.ts';
import { marketingMonths, type DeliveredCounts, type ReturnedCounts } from '../marketing-sla.ts';
import { persistenceCurve, type AttemptCounts, type PersistencePoint } from '../persistence.ts';
import type { CreatedAmounts } from '../planned-channels.ts';
import { ownerLoads, type OwnerLeads, type OwnerLoad } from '../rep-load.ts';
import type { SlaEffect } from '../sla-effect.ts';
import type { LeadCost } from './added-cost.ts';
import { leadMix, type LeadMix } from './lead-mix.ts';
import { salesHistory, type HistoryCell, type PromiseCubeRow } from './sales-history.ts';
import { attemptsKept, nearestInGrid, replayRecent } from './sales-replay.ts';
import type { SpeedBasis } from './speed-gain.ts';
import { recentValue, wholeMonths, type MonthValue } from './value-path.ts';
import { valueTrend, type ValueTrend } from './value-trend.ts';

/** Both promises, as they are talked about. */
export interface DraftTerms {
  readonly marketing: MarketingPromise;
  readonly sales: SalesPromise;
}

/** Why marketing's promise cannot be judged. */
export type MarketingGap = 'deals' | 'currencies' | 'amounts' | 'months' | 'leads';

/** Why sales' promise cannot be judged: in the reader's words, or for want of days. */
export type SalesGap = { readonly because: string } | { readonly days: number };

/** What the promises are judged on, as it was counted. */
export interface CountedPast {
  readonly terms: SlaTerms;
  readonly sales: {
    readonly because: string | null;
    readonly cube: readonly PromiseCubeRow[];
    readonly attempts: readonly AttemptCounts[];
    readonly suggestedMinutes: number | null;
    readonly attained: number | null;
    readonly effect: SlaEffect;
    readonly owners: readonly OwnerLeads[];
  };
  readonly marketing: {
    readonly delivered: readonly DeliveredCounts[];
    readonly returned: readonly ReturnedCounts[];
    readonly values: LeadValues | null;
    readonly created: readonly CreatedAmounts[];
    readonly costs: readonly LeadCost[];
  };
}

/** What is known of marketing's past. */
export interface MarketingBasis {
  readonly months: readonly MonthValue[];
  /** Mean of the last three whole months, in minor units. */
  readonly todayMinor: number;
  readonly trend: ValueTrend | null;
  readonly mix: LeadMix;
  readonly values: LeadValues;
  readonly costs: readonly LeadCost[];
}

/** Everything that does not change with the draft. */
export interface NegotiationBasis {
  readonly asOf: string;
  readonly delivered: readonly DeliveredCounts[];
  readonly marketing: MarketingBasis | { readonly gap: MarketingGap };
  readonly cells: readonly HistoryCell[];
  readonly salesGap: SalesGap | null;
  /** Segments of the past handovers, in the order of their names. */
  readonly segments: readonly string[];
  readonly persistence: readonly PersistencePoint[];
  readonly loads: readonly OwnerLoad[];
  readonly repCap: number;
  readonly speed: SpeedBasis;
  /** The draft that promises what is done today. */
  readonly today: DraftTerms;
}

/** Days of history below which nothing is said of a promise of sales. */
export const enoughDays = slaGrid.days;

/** The share that is promised until somebody says otherwise: that of the suggested response time. */
export const usualAttainment = 0.8;

const marketingBasis = (
  { delivered, returned, values, created, costs }: CountedPast['marketing'],
  { asOf, firstDay, currencies }: Span,
): NegotiationBasis['marketing'] => {
  if (values === null) return { gap: 'deals' };
  const card = values.cells.flatMap(({ channel, segment, valueMinor }) =>
    channel === null || segment === null || valueMinor === null ? [] : [{ channel, segment, valueMinor }],
  );
  if (card.length === 0) return { gap: currencies > 1 ? 'currencies' : 'amounts' };
  const months = wholeMonths(marketingMonths(delivered, returned, card), firstDay, asOf);
  const todayMinor = recentValue(months);
  const mix = leadMix(delivered, values, created, asOf);
  if (todayMinor === null) return { gap: 'months' };
  if (mix === null || todayMinor <= 0) return { gap: 'leads' };
  return { months, todayMinor, trend: valueTrend(months), mix, values, costs };
};

/** The first month that can be promised: the next one that has not begun. */
export const nextMonth = (asOf: string): string => {
  const running = lastCompleteMonth(asOf) + 1;
  return firstDayOf(firstDayOf(running) > asOf ? running : running + 1);
};

/** Steps of the promised value, in minor units: about a hundredth of its own power of ten. */
export const valueStep = (minor: number): number =>
  Math.max(1, 10 ** (Math.floor(Math.log10(Math.max(1, minor))) - 2));

const toStep = (minor: number): number => Math.round(minor / valueStep(minor)) * valueStep(minor);

/** Growth is promised as of today where the past bears it: rounded to a thousandth, 0 where its interval covers 0. */
const growthToday = (trend: ValueTrend | null): number =>
  trend === null || (trend.low <= 0 && trend.high >= 0) ? 0 : Math.round(trend.growth * 1000) / 1000;

/**
 * What sales does today: the response time that the median rep keeps for four fifths of the leads or, where there is none,
 * the longest one tried, for the share that is answered within it; and the attempts that as many leads get. Without a past it
 * is what the terms in force say.
 */
const salesToday = (cells: readonly HistoryCell[], { terms, sales }: CountedPast): SalesPromise => {
  const { attemptDays } = terms;
  const longest = Math.max(...slaGrid.responseMinutes);
  const promise = (responseMinutes: number, attainment: number): SalesPromise => ({
    responseMinutes,
    attempts: attemptsKept(cells, attainment) ?? Math.min(terms.attempts, slaGrid.attempts.length),
    attemptDays,
    attainment,
    bySegment: [],
  });
  if (sales.suggestedMinutes !== null) return promise(sales.suggestedMinutes, usualAttainment);
  const { rate } = replayRecent(cells, promise(longest, usualAttainment)).response;
  if (rate === null) return promise(nearestInGrid(terms.responseMinutes), usualAttainment);
  return promise(longest, Math.max(0.01, Math.floor(rate * 100) / 100));
};

const todayOf = (
  marketing: NegotiationBasis['marketing'],
  cells: readonly HistoryCell[],
  past: CountedPast,
  asOf: string,
): DraftTerms => ({
  marketing: {
    firstMonth: nextMonth(asOf),
    valueMinor: 'gap' in marketing ? 0 : toStep(marketing.todayMinor),
    growth: 'gap' in marketing ? 0 : growthToday(marketing.trend),
    o2dFloor: null,
  },
  sales: salesToday(cells, past),
});

/** Which days the data cover, and in how many currencies amounts are. */
export interface Span {
  readonly asOf: string;
  readonly firstDay: string;
  readonly currencies: number;
}

const salesGapOf = (because: string | null, { asOf, firstDay }: Span): SalesGap | null => {
  if (because !== null) return { because };
  const days = toEpochDay(addDays(asOf, 1)) - toEpochDay(firstDay);
  return days < enoughDays ? { days } : null;
};

/** Prepares what was counted, once for all drafts. */
export const negotiationBasis = (past: CountedPast, span: Span): NegotiationBasis => {
  const { sales, terms } = past;
  const { asOf } = span;
  const cells = salesHistory(sales.cube);
  const marketing = marketingBasis(past.marketing, span);
  return {
    asOf,
    delivered: past.marketing.delivered,
    marketing,
    cells,
    salesGap: salesGapOf(sales.because, span),
    segments: [...new Set(cells.map(({ segment }) => segment))].toSorted((a, b) => (a < b ? -1 : 1)),
    persistence: persistenceCurve(sales.attempts),
    loads: ownerLoads(sales.owners, terms.repCap),
    repCap: terms.repCap,
    speed: { effect: sales.effect, responseMinutes: terms.responseMinutes, attained: sales.attained },
    today: todayOf(marketing, cells, past, asOf),
  };
};
