import { firstDayOf, lastCompleteMonth, monthIndex } from '../../domain/calendar-month.ts';
import type { MarketingMonth } from '../marketing-sla.ts';
import type { MarketingTarget } from '../marketing-target.ts';
import type { Metric } from '../metric.ts';
import type { Kept } from './sales-replay.ts';

/** Months that a promise of marketing is replayed on. */
export const replayMonths = 12;

/** Months that a quarter of promises has. */
export const quarterMonths = 3;

/** In how many months marketing would have kept its promise. */
export const monthsKept: Metric = {
  id: 'promise_months_kept',
  label: 'Months in which marketing would have kept the promise',
  question: 'In how many months would marketing have kept this promise?',
  definition: `Of the last ${replayMonths} whole months, those in which the value delivered at the rate card of today reached the promised value, carried back from its first month by the promised growth.`,
  leftOut:
    'Months before the first whole one in the data. A recount of what was done, not a forecast: with a promise in force people would have worked otherwise.',
  measure: 'count',
  better: 'higher',
  subject: 'the number of months in which marketing would have kept the promise',
};

/** Value delivered in a month (its first day), in minor units. */
export interface MonthValue {
  readonly month: string;
  readonly deliveredMinor: number;
}

/**
 * Every whole month up to the as-of day, ascending, a month without a lead with 0. The month in which the data begin is whole
 * only where they begin on its first day.
 */
export const wholeMonths = (
  months: readonly MarketingMonth[],
  firstDay: string,
  asOf: string,
): readonly MonthValue[] => {
  const values = new Map(months.map(({ month, deliveredMinor }) => [month, deliveredMinor]));
  const first = monthIndex(firstDay) + (firstDay.endsWith('-01') ? 0 : 1);
  const length = Math.max(0, lastCompleteMonth(asOf) - first + 1);
  return Array.from({ length }, (_, place) => {
    const month = firstDayOf(first + place);
    return { month, deliveredMinor: values.get(month) ?? 0 };
  });
};

/** The value promised for a month in minor units, not rounded; carried back by the growth for months before the first. */
export const promisedIn = ({ firstMonth, valueMinor, growth }: MarketingTarget, month: string): number =>
  valueMinor * (1 + growth) ** (monthIndex(month) - monthIndex(firstMonth));

/** The value promised for the first quarter of the promise, in minor units, not rounded. */
export const promisedQuarter = ({ valueMinor, growth }: MarketingTarget): number =>
  Array.from({ length: quarterMonths }, (_, place) => valueMinor * (1 + growth) ** place).reduce(
    (sum, value) => sum + value,
    0,
  );

/** Of the last months, those whose value reached the promise. */
export const keptMonths = (months: readonly MonthValue[], target: MarketingTarget): Kept => {
  const last = months.slice(-replayMonths);
  return {
    kept: last.filter(({ month, deliveredMinor }) => deliveredMinor >= promisedIn(target, month)).length,
    of: last.length,
  };
};

/** Mean value of the last months, a quarter of them, in minor units; null where the data have fewer. */
export const recentValue = (months: readonly MonthValue[]): number | null => {
  const last = months.slice(-quarterMonths);
  return last.length < quarterMonths
    ? null
    : last.reduce((sum, { deliveredMinor }) => sum + deliveredMinor, 0) / quarterMonths;
};
