import { firstDayOf, lastDayOf, monthIndex } from '../../domain/calendar-month.ts';
import { toEpochDay } from '../../domain/local-date.ts';
import { chanceInMonths, dealsFromArrived } from '../expected-revenue.ts';
import type { Metric } from '../metric.ts';
import type { PlannedChannel } from '../planner.ts';
import { addExpected, type ExpectedMoney } from './expected-money.ts';
import { termsOf, usualPace, type PlanBasis } from './plan-basis.ts';

/** What a quarter is heading for. */
export const budgetOutlookMetric: Metric = {
  id: 'budget_outlook',
  label: 'Outlook for the quarter',
  question: 'What will be won by the end of the quarter?',
  definition:
    'Deals won in the quarter so far, what open opportunities of their age are expected to bring by its end, what leads that have arrived are expected to bring through opportunities still to be opened, and what new leads bring in time if they keep arriving as in the last three whole months.',
  leftOut:
    'A change in the pace of new leads or in the conversions. The range holds luck in the deals, the spread of deal sizes and how well the conversions are known.',
  measure: 'money',
  better: 'higher',
  subject: 'the outlook for the quarter',
};

/** The months of the quarter that begins on a day. */
export const monthsOfQuarter = (quarter: string): readonly number[] => {
  const first = monthIndex(quarter);
  return [first, first + 1, first + 2];
};

/** First day of the calendar quarter of a date. */
export const quarterOf = (date: string): string => {
  const month = monthIndex(date);
  return firstDayOf(month - (month % 3));
};

/** Mean of the squares of won amounts over the square of their mean, 1 where all are equal or none is known. */
const spreadOfSizes = ({ values }: PlanBasis): number => {
  const size = values.total.dealSize;
  if (size === null || size.sumMinor === 0) return 1;
  return Math.max(1, (size.squaresMinor * size.deals) / size.sumMinor ** 2);
};

/**
 * What some deals of a channel are expected to bring. Deals come by luck as a Poisson number of sizes spread like all
 * sizes, so that their variance is the mean times the mean square.
 */
const fromDeals = (basis: PlanBasis, channel: string, deals: number): ExpectedMoney => {
  const { dealSizeMinor, variation } = termsOf(basis)(channel);
  const size = dealSizeMinor ?? 0;
  const meanMinor = deals * size;
  return {
    meanMinor,
    luck: deals * size * size * spreadOfSizes(basis),
    doubtMinor: meanMinor === 0 ? 0 : variation === null ? null : meanMinor * variation,
  };
};

/**
 * What open opportunities are expected to bring in some months. Each is won or not by the chance of its age. Amounts of
 * several opportunities are known by their sum, and taken to be spread like won ones.
 */
export const expectedOfOpen = (basis: PlanBasis, months: readonly number[]): ExpectedMoney => {
  const spread = spreadOfSizes(basis);
  const chances = new Map<number, number>();
  const chanceAt = (age: number): number => {
    const chance = chances.get(age) ?? chanceInMonths(basis.o2d, age, months, basis.history.asOf);
    chances.set(age, chance);
    return chance;
  };
  let [meanMinor, luck] = [0, 0];
  for (const { channel, age, open, open_with_amount: known, open_minor: sum } of basis.open) {
    const chance = chanceAt(age);
    const size = termsOf(basis)(channel).dealSizeMinor ?? 0;
    const unknown = open - known;
    meanMinor += chance * (sum + unknown * size);
    if (known > 0) luck += (chance * (1 - chance) * sum * sum * spread) / (spread + known - 1);
    luck += chance * (spread - chance) * unknown * size * size;
  }
  const variation = basis.values.total.o2d.variation;
  return {
    meanMinor,
    luck,
    doubtMinor: meanMinor === 0 ? 0 : variation === null ? null : meanMinor * Math.sqrt(variation),
  };
};

/** What leads that have arrived are expected to bring in some months through opportunities that are not there yet. */
export const expectedOfArrived = (basis: PlanBasis, months: readonly number[]): ExpectedMoney =>
  addExpected(
    [...dealsFromArrived(basis.history, months, termsOf(basis))].map(([channel, deals]) =>
      fromDeals(basis, channel, deals),
    ),
  );

/** Deals in some months of one lead that arrives in a month. */
export const dealsInMonths = (
  { dealsByLag }: Pick<PlannedChannel, 'dealsByLag'>,
  arrival: number,
  months: readonly number[],
): number => months.reduce((deals, month) => deals + (dealsByLag[month - arrival] ?? 0), 0);

/** What new leads are expected to bring in some months; `leadsOf` says how many of a channel arrive in a month. */
export const expectedOfNew = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  months: readonly number[],
  arrivals: { readonly from: number; readonly to: number },
  leadsOf: (channel: string, month: number) => number,
): ExpectedMoney =>
  addExpected(
    channels.map((channel) => {
      let deals = 0;
      for (let month = arrivals.from; month <= arrivals.to; month += 1)
        deals += leadsOf(channel.channel, month) * dealsInMonths(channel, month, months);
      return fromDeals(basis, channel.channel, deals);
    }),
  );

/** The share of a month that is still to come after a day: 1 for a later month, 0 for one that has passed. */
export const shareToCome = (month: number, asOf: string): number => {
  const now = monthIndex(asOf);
  if (month !== now) return month > now ? 1 : 0;
  const [first, last] = [toEpochDay(firstDayOf(month)), toEpochDay(lastDayOf(month))];
  return (last - toEpochDay(asOf)) / (last - first + 1);
};

/** The same with leads arriving at the usual pace from the day after the as-of day to the end of a month. */
export const expectedAtUsualPace = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  months: readonly number[],
  to: number,
): ExpectedMoney => {
  const pace = usualPace(basis);
  const { asOf } = basis.history;
  return expectedOfNew(
    basis,
    channels,
    months,
    { from: monthIndex(asOf), to },
    (channel, month) => (pace.get(channel) ?? 0) * shareToCome(month, asOf),
  );
};

/** The parts of a quarter that are still to come. */
export interface BudgetOutlook {
  readonly open: ExpectedMoney;
  readonly arrived: ExpectedMoney;
  readonly toCreate: ExpectedMoney;
}

/** What a quarter is still heading for, with new leads at the usual pace to its end. */
export const budgetOutlook = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  quarter: string,
): BudgetOutlook => {
  const months = monthsOfQuarter(quarter);
  return {
    open: expectedOfOpen(basis, months),
    arrived: expectedOfArrived(basis, months),
    toCreate: expectedAtUsualPace(basis, channels, months, Math.max(...months)),
  };
};
