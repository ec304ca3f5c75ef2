import { minimumSample } from '../domain/definitions.ts';
import { nextPeriodStart } from '../domain/time-grain.ts';
import { newcombe, type Difference } from '../stats/newcombe.ts';
import { controlSignals, type ControlPoint } from '../stats/control-signals.ts';
import { rawPPrimeLimits } from '../stats/p-prime.ts';
import type { Interval } from '../stats/wilson.ts';
import { verdictOf, type ChangeVerdict } from './change-verdict.ts';
import { countChart, rateChart, type ChartEvidence } from './control-chart.ts';

/** A whole week by its Monday, a count of days since 1970-01-01: k of n, or for a volume its value as k and n of 1. */
export interface MeasuredWeek {
  readonly start: number;
  readonly k: number;
  readonly n: number;
}

/** Whole weeks of one number, oldest first and without a gap, those that have had their time alone. */
export interface MeasuredSeries {
  readonly kind: 'rate' | 'volume';
  /** Days after the end of a week until it is measured; 0 for what is counted at once. */
  readonly ripeDays: number;
  readonly weeks: readonly MeasuredWeek[];
}

/** The weeks on one side of a decision, together. */
export interface EffectSide {
  readonly weeks: number;
  readonly k: number;
  readonly n: number;
  /** Share for a rate, mean week for a volume; null where there is nothing to divide by. */
  readonly value: number | null;
}

/** Why nothing can be told of a decision, where it is not the number that leaves it open. */
export type EffectLack = 'before' | 'after' | 'records';

/** A number before and after a decision, and what may be said of the difference. It names no cause. */
export interface DecisionEffect extends ChangeVerdict {
  readonly before: EffectSide;
  readonly after: EffectSide;
  /** After minus before as shares, with its 95 % interval; null of volumes and where a side has no records. */
  readonly difference: Difference | null;
  /** Limits that the weeks before draw for a week of a volume; null of rates and for fewer than twelve weeks. */
  readonly limits: Interval | null;
  readonly lack: EffectLack | null;
  /** The fewest weeks until it can be told; null where that cannot be said, and where it can be told now. */
  readonly weeksLeft: number | null;
}

/** Weeks looked at on either side at the most: half a year before, and the quarter after, which ends the question. */
export const mostWeeks = { before: 26, after: 12 } as const;

/** Whole weeks needed on either side of a decision. Limits of a volume need twelve before. */
export const fewestWeeks = { rate: { before: 4, after: 4 }, volume: { before: 12, after: 4 } } as const;

const sideOf = (weeks: readonly MeasuredWeek[]): EffectSide => {
  const k = weeks.reduce((sum, week) => sum + week.k, 0);
  const n = weeks.reduce((sum, week) => sum + week.n, 0);
  return { weeks: weeks.length, k, n, value: n === 0 ? null : k / n };
};

/** Limits of every week after, as the weeks before draw them; null where they cannot. */
const limitsFrom = (
  kind: MeasuredSeries['kind'],
  before: readonly MeasuredWeek[],
): { readonly mean: number; readonly of: (week: MeasuredWeek) => Interval | null } | null => {
  if (kind === 'volume') {
    const chart = countChart(
      before.map(({ k }) => k),
      before.length,
    );
    return chart && { mean: chart.mean, of: () => ({ low: chart.lower, high: chart.upper }) };
  }
  const chart = rateChart(before, before.filter(({ n }) => n > 0).length);
  return chart && chart.sigmaZ !== null
    ? { mean: chart.mean, of: ({ n }) => rawPPrimeLimits(chart, n) }
    : null;
};

/**
 * What a control chart drawn by the weeks before says of the last week after. Only weeks after the decision form a run,
 * and a signal on the other side of the mean than all weeks after together is none.
 */
const evidenceOf = (
  limits: ReturnType<typeof limitsFrom>,
  after: readonly MeasuredWeek[],
): ChartEvidence | null => {
  if (limits === null) return null;
  const points = after.flatMap((week, index): readonly ControlPoint[] => {
    const own = limits.of(week);
    return own === null ? [] : [{ index, value: week.k / week.n, lower: own.low, upper: own.high }];
  });
  const last = points.at(-1);
  const together = sideOf(after).value;
  if (last === undefined || together === null) return null;
  const side = Math.sign(last.value - limits.mean);
  const { rule1, rule2, rule3 } = controlSignals(points, limits.mean);
  const isSignal = [rule1, rule2, rule3].some((rule) => rule.includes(last.index));
  return {
    isSignal: isSignal && side === Math.sign(together - limits.mean),
    direction: side > 0 ? 'up' : side < 0 ? 'down' : 'none',
  };
};

const lackOf = (series: MeasuredSeries, before: EffectSide, after: EffectSide): EffectLack | null => {
  const fewest = fewestWeeks[series.kind];
  if (before.weeks < fewest.before) return 'before';
  if (after.weeks < fewest.after) return 'after';
  const isSmall = series.kind === 'rate' && Math.min(before.n, after.n) < minimumSample.test;
  return isSmall ? 'records' : null;
};

/** Weeks until the first whole weeks after a decision are measured, or until they hold enough records at their pace. */
const weeksUntil = (
  lack: EffectLack | null,
  series: MeasuredSeries,
  after: EffectSide,
  firstAfter: number,
  asOf: number,
): number | null => {
  if (lack === 'after') {
    const measuredOn = firstAfter + 7 * fewestWeeks[series.kind].after - 1 + series.ripeDays;
    return Math.max(1, Math.ceil((measuredOn - asOf) / 7));
  }
  if (lack !== 'records' || after.n === 0 || after.n >= minimumSample.test) return null;
  const left = Math.ceil((minimumSample.test - after.n) / (after.n / after.weeks));
  return after.weeks + left > mostWeeks.after ? null : left;
};

/**
 * A number before and after the day of a decision. The week of the decision belongs to neither side, unless it was
 * decided on its Monday. Rates are pooled counts compared by Newcombe's interval; volumes are mean weeks held against the
 * XmR limits of the weeks before. Cohorts are on the side of the day they began, also those whose window was still
 * running when it was decided. Days count from 1970-01-01.
 */
export const decisionEffect = (series: MeasuredSeries, decidedOn: number, asOf: number): DecisionEffect => {
  const earlier = series.weeks.filter(({ start }) => start + 6 < decidedOn).slice(-mostWeeks.before);
  const later = series.weeks.filter(({ start }) => start >= decidedOn).slice(0, mostWeeks.after);
  const [before, after] = [sideOf(earlier), sideOf(later)];
  const limits = limitsFrom(series.kind, earlier);
  const isRate = series.kind === 'rate';
  const difference = isRate ? newcombe(after.k, after.n, before.k, before.n) : null;
  const lack = lackOf(series, before, after);
  const firstAfter = nextPeriodStart(decidedOn - 1, 'week');
  return {
    before,
    after,
    difference,
    limits: isRate || limits === null ? null : limits.of({ start: decidedOn, k: 0, n: 1 }),
    lack,
    weeksLeft: weeksUntil(lack, series, after, firstAfter, asOf),
    ...verdictOf({
      isMature: lack === null,
      smallestN: isRate ? Math.min(before.n, after.n) : null,
      chart: evidenceOf(limits, later),
      difference,
      isFlagged: false,
    }),
  };
};
