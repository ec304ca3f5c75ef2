import { pPrimeChart, type PeriodCount, type PPrimeChart } from '../stats/p-prime.ts';
import { xmrChart, type XmrChart } from '../stats/xmr.ts';
import type { Direction } from './verdict.ts';

/** Complete weeks that limits rest on, at the least. */
export const baselineWeeks = 12;

/**
 * Chart of a weekly count or sum of money, of complete weeks only; limits come from the first twelve, or as many as are
 * said. Null for a shorter baseline or series: no limits then.
 */
export const countChart = (weeks: readonly number[], baseline: number = baselineWeeks): XmrChart | null =>
  Math.min(weeks.length, baseline) < baselineWeeks ? null : xmrChart(weeks, baseline);

/** Lower limit as it is shown of counts and money, which are not below 0. */
export const shownLower = ({ lower }: Pick<XmrChart, 'lower'>): number => Math.max(0, lower);

/**
 * Chart of a weekly rate, of complete weeks only; limits come from the first twelve weeks that have records, or as many
 * as are said. Null where there are not so many, or fewer than twelve are asked for.
 */
export const rateChart = (
  weeks: readonly PeriodCount[],
  baseline: number = baselineWeeks,
): PPrimeChart | null => {
  const counted = weeks.flatMap(({ n }, index) => (n > 0 ? [index] : []));
  const last = counted[baseline - 1];
  return baseline < baselineWeeks || last === undefined ? null : pPrimeChart(weeks, last + 1);
};

/** What a chart says of one of its weeks. */
export interface ChartEvidence {
  readonly isSignal: boolean;
  /** Side of the mean the week is on. */
  readonly direction: Direction;
}

/** What a chart says of the week at `index`, worth `value`: a signal by any of the three rules, and which way. */
export const chartEvidence = (
  { signals, mean }: Pick<XmrChart, 'signals' | 'mean'>,
  index: number,
  value: number,
): ChartEvidence => ({
  isSignal: [signals.rule1, signals.rule2, signals.rule3].some((rule) => rule.includes(index)),
  direction: value > mean ? 'up' : value < mean ? 'down' : 'none',
});
