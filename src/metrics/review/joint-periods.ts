import { minimumSample } from '../../domain/definitions.ts';
import { fromEpochDay } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import type { TimeGrain } from '../../domain/time-grain.ts';
import { incidenceAt } from '../../stats/aalen-johansen.ts';
import { pPrimeLimits } from '../../stats/p-prime.ts';
import type { Interval } from '../../stats/wilson.ts';
import { rateChart } from '../control-chart.ts';
import { cohortOutlooks, type CohortOutlook } from '../cube/cohort-outlook.ts';
import { cohorts, type Cohort } from '../cube/cohorts.ts';
import type { Cube } from '../cube/cube.ts';
import { clockByPeriod, windowDaysOf, type CohortClock } from '../cube/joint-counts.ts';
import { curveOf } from '../cube/reference-curve.ts';
import { rateOf } from '../rate-of.ts';
import { reviewMonths, reviewWeeks, withBaseline } from './limits-baseline.ts';
import { rulesAt, type SignalRule } from './signal-rule.ts';

/** Where a period is expected to end, as shares, with the 80 % interval. */
export interface Expected {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

/** One week or month of a joint, everything measured within the window. */
export interface JointPeriod {
  readonly start: string;
  readonly end: string;
  readonly n: number;
  /** Converted within the window so far. */
  readonly k: number;
  /** Everybody has had the whole window; null where not. */
  readonly rate: Rate | null;
  /** Share of the conversions within the window that is expected to be in by now; null without a curve. */
  readonly seen: number | null;
  /** Where a young period is heading; null where it is ripe, or too young or too small to say. */
  readonly projected: Expected | null;
  /** Limits of usual variation at the size of this period; null where there are none. */
  readonly limits: Interval | null;
  /** Rules of the control chart that signal at this period. */
  readonly rules: readonly SignalRule[];
  /** The same month a year before; null of weeks and where it is not ripe. */
  readonly yearBefore: Rate | null;
}

/** The periods of one joint, oldest first, and the rate that the limits are drawn around. */
export interface JointSeries {
  readonly periods: readonly JointPeriod[];
  readonly mean: number | null;
}

/** The cohorts as they stand within the window: late conversions are none. */
const withinWindow = (cube: Cube, clock: CohortClock, all: readonly Cohort[]): readonly Cohort[] => {
  const last = all.at(-1);
  if (last === undefined) return [];
  const counts = clockByPeriod(cube, clock, [...all.map(({ start }) => start), last.end + 1])('windowed');
  return all.map((cohort, index) => ({ ...cohort, converted: counts[index] ?? 0 }));
};

/**
 * Where each period stands on its way to the end of the window. The curve is read up to the window, not to its horizon,
 * so that an expected rate and a measured one mean the same.
 */
const outlooks = (
  cube: Cube,
  clock: CohortClock,
  windowDays: number,
  periods: readonly Cohort[],
): readonly (CohortOutlook | null)[] => {
  const joint = clock === 'fast' ? 'l2o' : clock;
  const curve = curveOf({ name: 'all', cube }, joint);
  if (curve.isThin) return periods.map(() => null);
  const final = incidenceAt(curve.points, windowDays)?.converted ?? 0;
  return cohortOutlooks(cube, joint, periods, { ...curve, horizonDays: windowDays, final });
};

const yearBefore = (all: readonly Cohort[], index: number, grain: TimeGrain): Rate | null => {
  const before = grain === 'month' ? all[index - 12] : undefined;
  return before?.isWindowComplete === true ? before.windowed : null;
};

/**
 * The whole weeks or months of a joint within its window: measured where everybody has had it, expected where not.
 * Limits (p′ chart) rest on ripe periods alone; those of a young one say where it may end and still be usual. Empty
 * without a window or without records.
 */
export const jointPeriods = (cube: Cube, clock: CohortClock, grain: TimeGrain): JointSeries => {
  const windowDays = windowDaysOf(cube, clock);
  if (windowDays === null) return { periods: [], mean: null };
  const all = withinWindow(
    cube,
    clock,
    cohorts(cube, clock, grain).filter(({ isComplete }) => isComplete),
  );
  const ripe = all.filter(({ isWindowComplete }) => isWindowComplete);
  const most = grain === 'week' ? reviewWeeks : reviewMonths;
  const { series, baseline } = withBaseline(ripe, most);
  const chart = rateChart(
    series.map(({ windowed: { k, n } }) => ({ k, n })),
    baseline,
  );
  const expected = outlooks(cube, clock, windowDays, all);
  const periods = all.map((cohort, index): JointPeriod => {
    const place = series.indexOf(cohort);
    const outlook = expected[index] ?? null;
    const isYoung = !cohort.isWindowComplete;
    const canProject = isYoung && cohort.n >= minimumSample.hide && outlook?.showing !== 'volumeOnly';
    return {
      start: fromEpochDay(cohort.start),
      end: fromEpochDay(cohort.end),
      n: cohort.n,
      k: cohort.converted,
      rate: isYoung ? null : rateOf(cohort.converted, cohort.n),
      seen: outlook?.maturity ?? null,
      projected: canProject ? (outlook?.projected ?? null) : null,
      limits: chart === null ? null : pPrimeLimits(chart, cohort.n),
      rules: chart === null || place < 0 ? [] : rulesAt(chart.signals, place),
      yearBefore: yearBefore(all, index, grain),
    };
  });
  return { periods, mean: chart?.mean ?? null };
};
