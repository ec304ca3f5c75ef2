import { valueLookUp, type CellValue } from './cell-value.ts';
import { inGroups, totalOf } from './in-groups.ts';
import type { Metric } from './metric.ts';
import { isReturnReason } from './return-reason.ts';

/** What marketing handed over, weighted by what it is worth. */
export const deliveredValue: Metric = {
  id: 'marketing_delivered',
  label: 'Value delivered',
  question: 'What were the leads of this month worth?',
  definition:
    'Leads by the month of their anchor, times the value per lead of their channel and segment on the rate card frozen at the start of the agreement, less the leads of any month found to be spam or duplicates in this one soon after their anchor.',
  leftOut: 'Leads of channels and segments that the rate card does not have; they are counted beside it.',
  measure: 'money',
  better: 'higher',
  subject: 'the value delivered',
};

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

/** Leads of one month, channel and segment. Months are their first day, `YYYY-MM-DD`. */
export interface DeliveredCounts {
  readonly month: string;
  readonly channel: string;
  readonly segment: string;
  readonly leads: number;
}

/** Leads disqualified soon after their anchor, by the month of it and by reason. */
export interface ReturnedCounts extends DeliveredCounts {
  readonly reason: string | null;
}

/** What marketing promised: X in the first month, and Y more (0.05 is 5 %) each month after it. */
export interface MarketingTarget {
  readonly firstMonth: string;
  readonly valueMinor: number;
  readonly growth: number;
}

/** One month of the agreement. Money is integer minor units. */
export interface MarketingMonth {
  readonly month: string;
  readonly leads: number;
  /** Leads without a line on the rate card; they deliver nothing. */
  readonly leadsWithoutValue: number;
  readonly grossMinor: number;
  readonly returnedMinor: number;
  /** Gross less returned; below 0 where more came back than went out. */
  readonly deliveredMinor: number;
}

/** Values the leads of every month, and takes spam and duplicates off in the month they were found to be so; ascending. */
export const marketingMonths = (
  delivered: readonly DeliveredCounts[],
  returned: readonly ReturnedCounts[],
  card: readonly CellValue[],
): readonly MarketingMonth[] => {
  const valueOf = valueLookUp(card);
  const worth = (rows: readonly DeliveredCounts[]): number =>
    totalOf(rows, ({ channel, segment, leads }) => leads * (valueOf(channel, segment) ?? 0));
  const back = returned.filter(({ reason }) => isReturnReason(reason));
  return inGroups([...delivered, ...back], ({ month }) => month).map(([month]) => {
    const own = delivered.filter((row) => row.month === month);
    const grossMinor = Math.round(worth(own));
    const returnedMinor = Math.round(worth(back.filter((row) => row.month === month)));
    return {
      month,
      leads: totalOf(own, ({ leads }) => leads),
      leadsWithoutValue: totalOf(own, ({ channel, segment, leads }) =>
        valueOf(channel, segment) === null ? leads : 0,
      ),
      grossMinor,
      returnedMinor,
      deliveredMinor: grossMinor - returnedMinor,
    };
  });
};

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
