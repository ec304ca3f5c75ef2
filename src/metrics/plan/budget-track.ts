import { lastDayOf, monthIndex } from '../../domain/calendar-month.ts';
import { addDays } from '../../domain/local-date.ts';
import type { PlannedChannel } from '../planner.ts';
import { leadPlan } from '../planner.ts';
import { cardConfidence } from '../rate-card.ts';
import { budgetOutlook, dealsInMonths, monthsOfQuarter } from './budget-outlook.ts';
import { addExpected, chanceOfAtLeast, expectedRange } from './expected-money.ts';
import { plannableChannels, usualPace, type PlanBasis } from './plan-basis.ts';

/** Leads of one channel that would close a gap. */
export interface GapInLeads {
  readonly channel: string;
  /** Whole leads on top of the usual ones. */
  readonly leads: number;
  /** The last day of the month in which they would have to arrive. */
  readonly by: string;
  /** With the usual ones they would be more a month than 1.5 times its best month. */
  readonly isBeyondExperience: boolean;
}

/** What a quarter comes to against its budget. Money is minor units. */
export interface BudgetTrack {
  readonly budgetMinor: number;
  readonly wonMinor: number;
  readonly openMinor: number;
  readonly arrivedMinor: number;
  /** Expected of leads that arrive from now on at the usual pace. */
  readonly toCreateMinor: number;
  /** All four together, and its range at 80 %; null where the counts say nothing of the spread. */
  readonly expectedMinor: number;
  readonly range: { readonly low: number; readonly high: number } | null;
  /** Chance of the budget. */
  readonly chance: number | null;
  /** The budget less what is expected; 0 where it is covered. */
  readonly gapMinor: number;
  /** Null where there is no gap, or no lead from now on closes in time. */
  readonly gapInLeads: GapInLeads | null;
}

const experienceFactor = 1.5;

/**
 * The gap in leads of the channel whose usual number it stretches least. They arrive by the last month in which most of
 * what arrives still counts or, where that has passed, in the first month with days to come; each brings what a lead of
 * that month brings by the end of the quarter.
 */
const inLeads = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  quarter: string,
  gapMinor: number,
): GapInLeads | null => {
  if (gapMinor === 0) return null;
  const pace = usualPace(basis);
  const { asOf } = basis.history;
  const now = monthIndex(addDays(asOf, 1));
  const quarterMonths = monthsOfQuarter(quarter);
  const { channels: needs } = leadPlan(
    { budgetMinor: 0, expectedMinor: 0, firstMonth: now, quarterMonths },
    channels,
  );
  const candidates = channels.flatMap((channel, index) => {
    const latest = Math.max(now, needs[index]?.latestMonth ?? now);
    const usual = pace.get(channel.channel) ?? 0;
    const perLead = dealsInMonths(channel, latest, quarterMonths) * channel.dealSizeMinor;
    return perLead > 0 && usual > 0 ? [{ channel, latest, leads: gapMinor / perLead, usual }] : [];
  });
  const [least] = candidates.toSorted((a, b) => a.leads / a.usual - b.leads / b.usual);
  if (least === undefined) return null;
  const leads = Math.ceil(least.leads);
  const perMonth = least.usual + leads / (least.latest - now + 1);
  const best = least.channel.mostPerMonth;
  return {
    channel: least.channel.channel,
    leads,
    by: lastDayOf(least.latest),
    isBeyondExperience: best === null || perMonth > experienceFactor * best,
  };
};

/** Holds what was won in a quarter and what it is heading for against its budget. */
export const budgetTrack = (
  basis: PlanBasis,
  budget: { readonly quarter: string; readonly amountMinor: number },
  wonMinor: number,
): BudgetTrack => {
  const channels = plannableChannels(basis);
  const { open, arrived, toCreate } = budgetOutlook(basis, channels, budget.quarter);
  const toCome = addExpected([open, arrived, toCreate]);
  const range = expectedRange(toCome, cardConfidence);
  const expectedMinor = wonMinor + toCome.meanMinor;
  const gapMinor = Math.max(0, budget.amountMinor - expectedMinor);
  return {
    budgetMinor: budget.amountMinor,
    wonMinor,
    openMinor: open.meanMinor,
    arrivedMinor: arrived.meanMinor,
    toCreateMinor: toCreate.meanMinor,
    expectedMinor,
    range: range === null ? null : { low: wonMinor + range.low, high: wonMinor + range.high },
    chance: chanceOfAtLeast(toCome, budget.amountMinor - wonMinor),
    gapMinor,
    gapInLeads: inLeads(basis, channels, budget.quarter, gapMinor),
  };
};
