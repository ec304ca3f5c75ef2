import { minimumSample } from '../../domain/definitions.ts';
import { fromEpochDay, toEpochDay } from '../../domain/local-date.ts';
import type { Rate } from '../../domain/rate.ts';
import { conversionChange, type ConversionChange, type GroupPeriods } from '../conversion-change.ts';
import { cohorts, type Cohort } from '../cube/cohorts.ts';
import { groupCube, groupsOf, type Cube } from '../cube/cube.ts';
import { clockByPeriod } from '../cube/joint-counts.ts';
import { rateDifference, type RateDifference } from '../rate-difference.ts';
import { rateOf } from '../rate-of.ts';
import { reversalOverTime, type Reversal } from '../simpson.ts';
import type { JointReview, ReviewJoint } from './joint-review.ts';
import type { ReviewGap } from './review-gap.ts';

/** A month that is compared. */
export interface ComparedMonth {
  readonly start: string;
  readonly end: string;
  readonly rate: Rate;
}

/** Why a conversion moved from one ripe month to another: mix and rate of each channel, which add up to the change. */
export interface ChangeReview {
  readonly joint: ReviewJoint;
  readonly gap: ReviewGap | null;
  readonly before: ComparedMonth | null;
  readonly after: ComparedMonth | null;
  /** Whether the month before is the same one a year ago. */
  readonly isYearAgo: boolean;
  readonly change: ConversionChange | null;
  readonly difference: RateDifference | null;
  /** The total contradicts its parts; null where it does not. */
  readonly reversal: Reversal | null;
}

const windowedIn = (cube: Cube, joint: ReviewJoint, month: Cohort): { k: number; n: number } => {
  const totals = clockByPeriod(cube, joint, [month.start, month.end + 1]);
  return { k: totals('windowed')[0] ?? 0, n: totals('started')[0] ?? 0 };
};

const groupPeriods = (
  cube: Cube,
  joint: ReviewJoint,
  before: Cohort,
  after: Cohort,
): readonly GroupPeriods[] =>
  groupsOf(cube, 'row').flatMap((group) => {
    const own = groupCube(cube, 'row', group);
    const first = windowedIn(own, joint, before);
    const second = windowedIn(own, joint, after);
    return first.n + second.n === 0 ? [] : [{ group, k0: first.k, n0: first.n, k1: second.k, n1: second.n }];
  });

const monthOf = ({ start, end, windowed: { k, n } }: Cohort): ComparedMonth => ({
  start: fromEpochDay(start),
  end: fromEpochDay(end),
  rate: rateOf(k, n),
});

const nothing = (joint: ReviewJoint, gap: ReviewGap): ChangeReview => ({
  joint,
  gap,
  before: null,
  after: null,
  isYearAgo: false,
  change: null,
  difference: null,
  reversal: null,
});

/**
 * The last ripe month against the same month a year before where that has 30 records and was ripe, else against the month
 * before it.
 */
export const changeReview = (cube: Cube, { joint, gap, month }: JointReview): ChangeReview => {
  if (gap !== null && gap.reason !== 'allYoung') return nothing(joint, gap);
  const months = cohorts(cube, joint, 'month').filter(({ isComplete }) => isComplete);
  const ripe = months.filter(({ isWindowComplete, n }) => isWindowComplete && n > 0);
  const index = months.findIndex(({ start }) => month !== null && start === toEpochDay(month.period.start));
  const after = months[index];
  const yearAgo = months[index - 12];
  const isYearAgo =
    after !== undefined &&
    yearAgo !== undefined &&
    yearAgo.isWindowComplete &&
    yearAgo.n >= minimumSample.rank;
  const before = isYearAgo ? yearAgo : months[index - 1];
  if (after === undefined || before === undefined || ripe.length < 2)
    return nothing(joint, { reason: 'fewMonths', have: ripe.length, need: 2 });
  const change = conversionChange(groupPeriods(cube, joint, before, after));
  return {
    joint,
    gap: change === null ? { reason: 'fewMonths', have: ripe.length, need: 2 } : null,
    before: monthOf(before),
    after: monthOf(after),
    isYearAgo,
    change,
    difference: rateDifference(monthOf(before).rate, monthOf(after).rate),
    reversal: change === null ? null : reversalOverTime(change),
  };
};
