import { baselineWeeks } from '../control-chart.ts';

/** Periods of the latest stretch, which is judged against the ones before it. */
const judgedPeriods = 12;

/** A series of periods and the number of its first ones that limits rest on. */
export interface BaselinedSeries<Period> {
  readonly series: readonly Period[];
  readonly baseline: number;
}

/**
 * The part of a series that the review looks at, and its baseline: the latest `most` periods, of which all but the last
 * twelve set the limits, but never fewer than twelve. So this quarter is held against the year before it, and a stray
 * record from long ago moves nothing. With fewer than twelve periods there are no limits, whoever asks for them.
 */
export const withBaseline = <Period>(periods: readonly Period[], most: number): BaselinedSeries<Period> => {
  const series = periods.slice(Math.max(0, periods.length - most));
  return { series, baseline: Math.max(baselineWeeks, series.length - judgedPeriods) };
};

/** Weeks looked at: a year and the quarter that is judged by it. */
export const reviewWeeks = 64;

/** Months looked at. */
export const reviewMonths = 24;
