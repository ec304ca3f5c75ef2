import type { BusinessCalendar } from '../domain/business-calendar.ts';
import { businessDays } from '../domain/business-days.ts';
import { addDays } from '../domain/local-date.ts';
import { deliveredValue } from './marketing-sla.ts';
import type { Metric } from './metric.ts';

/** What marketing handed over against what it promised. */
export const marketingAttainment: Metric = {
  id: 'marketing_attainment',
  label: 'Value delivered of target',
  question: 'Does marketing deliver the lead value it promised?',
  definition:
    'Value delivered, less returned value, divided by the target of the month, which grows by the agreed share each month; in a running month by the part of the target that its business days so far stand for.',
  leftOut: deliveredValue.leftOut,
  measure: 'share',
  better: 'higher',
  subject: 'the share of the target that marketing delivered',
};

/** What marketing promised: X in the first month, and Y more (0.05 is 5 %) each month after it. */
export interface MarketingTarget {
  readonly firstMonth: string;
  readonly valueMinor: number;
  readonly growth: number;
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** The target of a month in minor units, not rounded: `X·(1+Y)` to the number of months since the first. Null before the first. */
export const targetOf = (
  { firstMonth, valueMinor, growth }: MarketingTarget,
  month: string,
): number | null => {
  const months = monthNumber(month) - monthNumber(firstMonth);
  return months < 0 ? null : valueMinor * (1 + growth) ** months;
};

/** How far a month has come: business days up to the as-of day, and in the whole month; equal once it is over. */
export interface MonthProgress {
  readonly elapsed: number;
  readonly total: number;
}

/** How far a month (its first day) has come by a local day, on a calendar; nothing has elapsed before it begins. */
export const monthProgress = (calendar: BusinessCalendar, month: string, asOf: string): MonthProgress => {
  const lastDay = addDays(`${addDays(month, 31).slice(0, 7)}-01`, -1);
  return {
    elapsed: businessDays(calendar, month, asOf < lastDay ? asOf : lastDay),
    total: businessDays(calendar, month, lastDay),
  };
};

/**
 * What was delivered of the target of a month, or in a running one of the part that its business days so far stand for.
 * Null before the first month of the agreement and where that part is 0.
 */
export const marketingAttained = (
  deliveredMinor: number,
  target: MarketingTarget,
  month: string,
  { elapsed, total }: MonthProgress,
): number | null => {
  const whole = targetOf(target, month);
  if (whole === null || total === 0) return null;
  const owed = (whole * elapsed) / total;
  return owed === 0 ? null : deliveredMinor / owed;
};
