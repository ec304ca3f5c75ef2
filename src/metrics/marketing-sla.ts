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

/** What marketing handed over and took back. */
export const returnedValue: Metric = {
  id: 'marketing_returned',
  label: 'Value returned',
  question: 'How much of what was delivered was spam or there already?',
  definition:
    'Leads disqualified as spam or duplicates within the agreed number of days of their anchor, by the month of the disqualification, times their value on the rate card.',
  leftOut:
    'Disqualifications for other reasons or without one, and later ones; leads without a line on the rate card.',
  measure: 'money',
  better: 'lower',
  subject: 'the value returned',
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
