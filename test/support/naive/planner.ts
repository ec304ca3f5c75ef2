/** Section 8.3: how many leads a sales budget needs. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { DetailedOpportunity } from './detailed-opportunities.ts';
import type { LifeRow } from './life-table.ts';
import { incidenceAt, survivalAt } from './life-table.ts';
import { addDays } from './local-days.ts';
import { monthsBefore, monthsBetween } from './periods.ts';
import type { NaiveSettings } from './settings.ts';

/** Leads old enough for a lag of whole months, and their deals closed at that lag. */
export interface LagCounts {
  leads: number;
  deals: number;
}

/** Whole months after the month of arrival that are complete on the as-of day; −1 if not even that month is. */
function completeLag(arrival: string, settings: NaiveSettings): number {
  const { as_of_date } = settings;
  const isMonthEnd = monthsBetween(as_of_date, addDays(as_of_date, 1)) === 1;
  return monthsBetween(arrival, as_of_date) - (isMonthEnd ? 0 : 1);
}

/**
 * L of some journeys: entry j holds the leads whose month of arrival + j is complete, and their deals closed j months
 * after. Readings: arrival is the anchor; journeys anchored after as-of − `months`; a deal counts under its one sourcing journey; the list ends with the
 * last lag that has leads.
 */
export function lagCounts(
  journeys: DetailedJourney[],
  opportunities: DetailedOpportunity[],
  months: number,
  settings: NaiveSettings,
): LagCounts[] {
  const after = monthsBefore(settings.as_of_date, months);
  const cohort = journeys.filter(
    ({ row }) => row.in_cohort && row.anchor_date !== null && row.anchor_date > after,
  );
  const lags: LagCounts[] = [];
  for (let lag = 0; ; lag += 1) {
    const old = cohort.filter(({ row }) => completeLag(row.anchor_date ?? '', settings) >= lag);
    if (old.length === 0) return lags;
    const deals = opportunities.filter(
      (item) =>
        item.outcome === 'won' &&
        item.journey !== null &&
        old.includes(item.journey) &&
        monthsBetween(item.journey.row.anchor_date ?? '', item.close_date ?? '') === lag,
    );
    lags.push({ leads: old.length, deals: deals.length });
  }
}

/** One channel of a plan. */
export interface PlanChannel {
  channel: string;
  mix: number;
  deal_size: number;
  /** L: deals per lead in the j-th month after arrival. */
  won_by_lag_month: number[];
}

/** What is asked of the plan; months are numbers, 0 is now. */
export interface PlanInput {
  first_month: number;
  quarter_months: number[];
  budget: number;
  expected_from_existing: number;
  channels: PlanChannel[];
}

/** Leads needed a month from the first month to the end of the quarter; null where no lead can still close in it. */
export function planLeads(input: PlanInput): {
  gap: number;
  revenue_per_monthly_lead: number;
  leads_per_month: number | null;
  by_channel: Record<string, number | null>;
  deals_per_monthly_lead: Record<string, number>;
  lag80_months: Record<string, number | null>;
} {
  const { first_month, quarter_months, channels } = input;
  const last = Math.max(...quarter_months);
  const gap = Math.max(0, input.budget - input.expected_from_existing);
  const deals = channels.map(({ won_by_lag_month }) => {
    let sum = 0;
    for (let arrival = first_month; arrival <= last; arrival += 1) {
      for (const month of quarter_months) {
        if (month >= arrival) sum += won_by_lag_month[month - arrival] ?? 0;
      }
    }
    return sum;
  });
  const revenue = channels.reduce(
    (sum, { mix, deal_size }, index) => sum + mix * deal_size * (deals[index] ?? 0),
    0,
  );
  const needed = revenue === 0 ? null : gap / revenue;
  const byName = <Value>(valueOf: (channel: PlanChannel, index: number) => Value): Record<string, Value> =>
    Object.fromEntries(channels.map((channel, index) => [channel.channel, valueOf(channel, index)]));
  return {
    gap,
    revenue_per_monthly_lead: revenue,
    leads_per_month: needed,
    by_channel: byName(({ mix }) => (needed === null ? null : needed * mix)),
    deals_per_monthly_lead: byName((_, index) => deals[index] ?? 0),
    lag80_months: byName(({ won_by_lag_month }) => lag80(won_by_lag_month)),
  };
}

/** The smallest lag by which 80 % of all deals are won; null if there are none. */
export function lag80(wonByLag: number[]): number | null {
  const total = wonByLag.reduce((sum, share) => sum + share, 0);
  if (total === 0) return null;
  const cumulative = (lag: number): number => wonByLag.slice(0, lag + 1).reduce((sum, one) => sum + one, 0);
  // 1e-12 of tolerance: 0.8 of a sum of decimals is not the decimal.
  return wonByLag.findIndex((_, lag) => cumulative(lag) >= 0.8 * total - 1e-12 * total);
}

/** The chance that an opportunity open at an age is won more than `from` and at most `to` days from now. */
export function chanceWithin(table: LifeRow[], age: number, from: number, to: number): number {
  const survival = survivalAt(table, age);
  return survival === 0 ? 0 : (incidenceAt(table, age + to) - incidenceAt(table, age + from)) / survival;
}
