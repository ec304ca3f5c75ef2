import type { Decision, DecisionMeasure } from '../../domain/decision.ts';
import { fromEpochDay, toEpochDay } from '../../domain/local-date.ts';
import { periodStart } from '../../domain/time-grain.ts';
import { cohorts } from '../cube/cohorts.ts';
import type { Cube } from '../cube/cube.ts';
import { windowDaysOf, type CohortClock } from '../cube/joint-counts.ts';
import { periodVolumes, type PeriodVolume } from '../cube/period-volumes.ts';
import { decisionEffect, type DecisionEffect, type MeasuredSeries } from '../decision-effect.ts';
import { weeklyAttainment } from '../sla-attainment.ts';
import type { ReviewInput } from './weekly-review.ts';

/** The series of every measure; null where the files cannot tell it. */
export type DecisionSeries = Readonly<Record<DecisionMeasure, MeasuredSeries | null>>;

/** What a decision is measured from, beside the cube. `sla` is null while the handovers are not counted yet. */
export type DecisionInput = Pick<ReviewInput, 'currency' | 'notMeasurable' | 'sla'>;

/** Ten weeks of a number around a decision, for a small line. */
export interface DecisionLine {
  /** Monday of the first of them. */
  readonly from: string;
  /** Null for weeks that are not measured, or not yet. */
  readonly values: readonly (number | null)[];
  /** The place of the week in which it was decided. */
  readonly markAt: number;
}

/** A decision and the number it is measured by, before and after; both null where the files cannot tell the number. */
export interface DecisionReview {
  readonly decision: Decision;
  readonly effect: DecisionEffect | null;
  readonly line: DecisionLine | null;
  /** Days after the end of a week until it is measured; 0 for what is counted at once. */
  readonly ripeDays: number;
  /** The engine is still at it. */
  readonly isCounting: boolean;
  /** The day by which it was to be done is over, and it is still open. */
  readonly isOverdue: boolean;
}

const lineWeeks = 10;
/** Weeks shown after one that was decided long ago. */
const weeksOn = 5;

const cohortSeries = (cube: Cube, clock: CohortClock): MeasuredSeries | null => {
  const ripeDays = windowDaysOf(cube, clock);
  if (ripeDays === null) return null;
  const ripe = cohorts(cube, clock, 'week').filter(({ isWindowComplete }) => isWindowComplete);
  return {
    kind: 'rate',
    ripeDays,
    weeks: ripe.map(({ start, windowed: { k, n } }) => ({ start, k, n })),
  };
};

const volumeSeries = (
  volumes: readonly PeriodVolume[],
  pick: (week: PeriodVolume) => number,
): MeasuredSeries => ({
  kind: 'volume',
  ripeDays: 0,
  weeks: volumes.map((week) => ({ start: week.start, k: pick(week), n: 1 })),
});

const slaSeries = (sla: ReviewInput['sla'], asOf: string): MeasuredSeries | null =>
  sla === null || sla.because !== null
    ? null
    : {
        kind: 'rate',
        ripeDays: 0,
        weeks: weeklyAttainment(sla.weeks, asOf)
          .filter(({ isComplete }) => isComplete)
          .map(({ week, k, n }) => ({ start: toEpochDay(week), k, n })),
      };

/** Every number that a decision can be measured by, week by week. */
export const decisionSeries = (
  cube: Cube,
  { currency, notMeasurable, sla }: DecisionInput,
): DecisionSeries => {
  const volumes = periodVolumes(cube, 'week').filter(({ isComplete }) => isComplete);
  const ifMeasured = (joint: 'l2o' | 'o2d', clock: CohortClock): MeasuredSeries | null =>
    notMeasurable[joint] === undefined ? cohortSeries(cube, clock) : null;
  return {
    l2oFast: ifMeasured('l2o', 'fast'),
    l2oWindowed: ifMeasured('l2o', 'l2o'),
    o2dWindowed: ifMeasured('o2d', 'o2d'),
    leads: volumeSeries(volumes, ({ leads }) => leads),
    opportunities: volumeSeries(volumes, ({ opportunities }) => opportunities),
    pipelineCreated: currency === null ? null : volumeSeries(volumes, ({ pipelineMinor }) => pipelineMinor),
    slaAttainment: slaSeries(sla, fromEpochDay(cube.asOf)),
  };
};

/** Ten weeks up to the last one measured, or around the decision where that is longer ago or not measured yet. */
export const decisionLine = ({ weeks }: MeasuredSeries, decidedOn: number): DecisionLine => {
  const decided = periodStart(decidedOn, 'week');
  const last = Math.max(weeks.at(-1)?.start ?? decided, decided);
  const end = decided < last - 7 * (lineWeeks - 1) ? decided + 7 * weeksOn : last;
  const start = end - 7 * (lineWeeks - 1);
  const known = new Map(weeks.map((week) => [week.start, week.n === 0 ? null : week.k / week.n]));
  return {
    from: fromEpochDay(start),
    values: Array.from({ length: lineWeeks }, (_, index) => known.get(start + 7 * index) ?? null),
    markAt: (decided - start) / 7,
  };
};

const latestFirst = (one: DecisionReview, other: DecisionReview): number => {
  const [first, second] = [one.decision.decidedOn, other.decision.decidedOn];
  return first < second ? 1 : first > second ? -1 : 0;
};

/** Decisions with what they are measured by, the latest first. */
export const decisionReviews = (
  decisions: readonly Decision[],
  cube: Cube,
  input: DecisionInput,
): readonly DecisionReview[] => {
  if (decisions.length === 0) return [];
  const series = decisionSeries(cube, input);
  const asOf = fromEpochDay(cube.asOf);
  return decisions
    .map((decision): DecisionReview => {
      const own = series[decision.measure];
      const day = toEpochDay(decision.decidedOn);
      return {
        decision,
        effect: own && decisionEffect(own, day, cube.asOf),
        line: own && decisionLine(own, day),
        ripeDays: own?.ripeDays ?? 0,
        isCounting: decision.measure === 'slaAttainment' && input.sla === null,
        isOverdue: decision.state === 'open' && decision.dueOn !== null && decision.dueOn < asOf,
      };
    })
    .toSorted(latestFirst);
};
