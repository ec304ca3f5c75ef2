import { lastDayOf, monthIndex } from '../../domain/calendar-month.ts';
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
  /** The last day by which most of what arrives still counts. */
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
 * The gap in leads of the channel that has the most of them, among those of which a lead that arrives this month still
 * mostly counts. A lead brings what one of the last useful month brings by the end of the quarter.
 */
const inLeads = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  quarter: string,
  gapMinor: number,
): GapInLeads | null => {
  if (gapMinor === 0) return null;
  const pace = usualPace(basis);
  const now = monthIndex(basis.history.asOf);
  const quarterMonths = monthsOfQuarter(quarter);
  const { channels: needs } = leadPlan(
    { budgetMinor: 0, expectedMinor: 0, firstMonth: now, quarterMonths },
    channels,
  );
  const candidates = channels.flatMap((channel, index) => {
    const latest = needs[index]?.latestMonth ?? null;
    if (latest === null || latest < now || lastDayOf(latest) <= basis.history.asOf) return [];
    const perLead = dealsInMonths(channel, latest, quarterMonths) * channel.dealSizeMinor;
    return perLead > 0 ? [{ channel, latest, perLead, usual: pace.get(channel.channel) ?? 0 }] : [];
  });
  const [most] = candidates.toSorted((a, b) => b.usual - a.usual);
  if (most === undefined) return null;
  const leads = Math.ceil(gapMinor / most.perLead);
  const perMonth = most.usual + leads / (most.latest - now + 1);
  const best = most.channel.mostPerMonth;
  return {
    channel: most.channel.channel,
    leads,
    by: lastDayOf(most.latest),
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
