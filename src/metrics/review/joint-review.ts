import { minimumSample } from '../../domain/definitions.ts';
import { toEpochDay } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import type { NotMeasurable } from '../measurability.ts';
import { verdictOf, type ChangeVerdict } from '../change-verdict.ts';
import type { Cube } from '../cube/cube.ts';
import { windowDaysOf, type CohortClock } from '../cube/joint-counts.ts';
import { rateDifference, type RateDifference } from '../rate-difference.ts';
import { jointPeriods, type JointPeriod, type JointSeries } from './joint-periods.ts';
import type { ReviewGap } from './review-gap.ts';

/** The joints of the review. */
export type ReviewJoint = 'l2o' | 'o2d';

/** What a period is held against: the same month a year before, or the month before. */
export interface ComparedRate extends RateDifference {
  readonly start: string;
  readonly end: string;
  readonly rate: Rate;
}

/** A ripe week or month with what may be said of it. */
export interface JudgedPeriod extends ChangeVerdict {
  readonly period: JointPeriod;
  readonly rate: Rate;
  /** Rate that the limits are drawn around; null without limits. */
  readonly mean: number | null;
  /** Null of weeks, whose neighbours the chart has compared, and where there is none to compare. */
  readonly compared: ComparedRate | null;
}

/** One joint: twelve months and six weeks, and what may be said of the last ripe month and week. */
export interface JointReview {
  readonly joint: ReviewJoint;
  readonly windowDays: number | null;
  /** Why there is no rate; the periods may still show where they are heading. */
  readonly gap: ReviewGap | null;
  readonly months: readonly JointPeriod[];
  readonly monthMean: number | null;
  readonly weeks: readonly JointPeriod[];
  readonly weekMean: number | null;
  readonly month: JudgedPeriod | null;
  readonly week: JudgedPeriod | null;
  /** The latest young month that can be projected. */
  readonly heading: JointPeriod | null;
  /** Leads to opportunities within fourteen days, of the last week that has had them: an earlier sign. Null of deals. */
  readonly early: JudgedPeriod | null;
}

const shownMonths = 12;
const shownWeeks = 6;
const fewest = minimumSample.rank;

const comparedWith = (periods: readonly JointPeriod[], index: number): ComparedRate | null => {
  const now = periods[index]?.rate ?? null;
  const before = [periods[index - 12], periods[index - 1]].find(
    (period) => period?.rate !== null && period !== undefined && period.n >= fewest,
  );
  if (now === null || before === undefined || before.rate === null) return null;
  const { start, end, rate } = before;
  return { start, end, rate, ...rateDifference(rate, now) };
};

/** What may be said of the last ripe period of a series; null where none is ripe. */
const judgedLast = (
  { periods, mean }: JointSeries,
  compare: (periods: readonly JointPeriod[], index: number) => ComparedRate | null,
): JudgedPeriod | null => {
  const index = periods.findLastIndex(({ rate, n }) => rate !== null && n > 0);
  const period = periods[index];
  if (period === undefined || period.rate === null) return null;
  const { rate } = period;
  const compared = compare(periods, index);
  const { low = null, high = null } = compared ?? {};
  const value = rate.k / rate.n;
  const chart =
    mean === null || period.limits === null
      ? null
      : {
          isSignal: period.rules.length > 0,
          direction: value > mean ? ('up' as const) : value < mean ? ('down' as const) : ('none' as const),
        };
  return {
    period,
    rate,
    mean,
    compared,
    ...verdictOf({
      isMature: true,
      smallestN: rate.n,
      chart,
      difference: low === null || high === null ? null : { low, high },
      isFlagged: false,
    }),
  };
};

const noComparison = (): null => null;

const daysUntilRipe = (cube: Cube, clock: CohortClock, periods: readonly JointPeriod[]): number => {
  const first = periods.find(({ n }) => n > 0);
  const end = first === undefined ? cube.asOf : toEpochDay(first.end);
  return Math.max(1, end + (windowDaysOf(cube, clock) ?? 0) - cube.asOf);
};

const gapOf = (
  cube: Cube,
  joint: ReviewJoint,
  series: JointSeries,
  notMeasurable: NotMeasurable,
): ReviewGap | null => {
  const because = notMeasurable[joint];
  if (because !== undefined) return { reason: 'notMeasurable', joint, because };
  const facet = joint === 'l2o' ? cube.period.leads : cube.period.opportunities;
  if (facet.cells.length === 0) return { reason: joint === 'l2o' ? 'noLeads' : 'noOpportunities' };
  return series.periods.some(({ rate, n }) => rate !== null && n > 0)
    ? null
    : { reason: 'allYoung', daysLeft: daysUntilRipe(cube, joint, series.periods) };
};

const none: JointSeries = { periods: [], mean: null };

/** Everything the review shows of one joint. */
export const jointReview = (cube: Cube, joint: ReviewJoint, notMeasurable: NotMeasurable): JointReview => {
  const isMeasured = notMeasurable[joint] === undefined;
  const months = isMeasured ? jointPeriods(cube, joint, 'month') : none;
  const weeks = isMeasured ? jointPeriods(cube, joint, 'week') : none;
  const shown = months.periods.slice(-shownMonths);
  return {
    joint,
    windowDays: isMeasured ? windowDaysOf(cube, joint) : null,
    gap: gapOf(cube, joint, weeks, notMeasurable),
    months: shown,
    monthMean: months.mean,
    weeks: weeks.periods.slice(-shownWeeks),
    weekMean: weeks.mean,
    month: judgedLast(months, comparedWith),
    week: judgedLast(weeks, noComparison),
    heading: shown.findLast(({ projected }) => projected !== null) ?? null,
    early:
      joint === 'l2o' && isMeasured ? judgedLast(jointPeriods(cube, 'fast', 'week'), noComparison) : null,
  };
};
