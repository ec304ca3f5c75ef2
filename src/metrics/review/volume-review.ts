import { fromEpochDay } from '../../domain/local-date.ts';
import type { Interval } from '../../stats/wilson.ts';
import { verdictOf, type ChangeVerdict } from '../change-verdict.ts';
import { chartEvidence, countChart, shownLower } from '../control-chart.ts';
import type { Cube } from '../cube/cube.ts';
import { periodVolumes, type PeriodVolume } from '../cube/period-volumes.ts';
import { reviewWeeks, withBaseline } from './limits-baseline.ts';
import { rulesAt, type SignalRule } from './signal-rule.ts';

/** What is counted week by week, each thing on its own day. */
export type VolumeId = 'leads' | 'mqls' | 'opportunities' | 'pipeline' | 'deals' | 'revenue';

/** One whole week of a volume. */
export interface VolumeWeek {
  readonly start: string;
  readonly end: string;
  readonly value: number;
  readonly rules: readonly SignalRule[];
}

/** A volume, its last half year week by week, and what may be said of the last week. Money is minor units. */
export interface VolumeReview extends ChangeVerdict {
  readonly id: VolumeId;
  readonly isMoney: boolean;
  readonly weeks: readonly VolumeWeek[];
  /** The last whole week; null without one. */
  readonly last: VolumeWeek | null;
  /** Mean of the baseline and the limits of usual variation (XmR chart), not below 0; null for fewer than twelve weeks. */
  readonly mean: number | null;
  readonly limits: Interval | null;
}

const shownWeeks = 26;

const picks: readonly (readonly [VolumeId, boolean, (week: PeriodVolume) => number])[] = [
  ['leads', false, ({ leads }) => leads],
  ['mqls', false, ({ mqls }) => mqls],
  ['opportunities', false, ({ opportunities }) => opportunities],
  ['pipeline', true, ({ pipelineMinor }) => pipelineMinor],
  ['deals', false, ({ deals }) => deals],
  ['revenue', true, ({ revenueMinor }) => revenueMinor],
];

const reviewOf = (
  id: VolumeId,
  isMoney: boolean,
  weeks: readonly PeriodVolume[],
  pick: (week: PeriodVolume) => number,
): VolumeReview => {
  const { series, baseline } = withBaseline(weeks, reviewWeeks);
  const values = series.map(pick);
  const chart = countChart(values, baseline);
  const all = series.map((week, index): VolumeWeek => ({
    start: fromEpochDay(week.start),
    end: fromEpochDay(week.end),
    value: pick(week),
    rules: chart === null ? [] : rulesAt(chart.signals, index),
  }));
  const last = all.at(-1) ?? null;
  return {
    id,
    isMoney,
    weeks: all.slice(-shownWeeks),
    last,
    mean: chart?.mean ?? null,
    limits: chart === null ? null : { low: shownLower(chart), high: chart.upper },
    ...verdictOf({
      isMature: true,
      smallestN: null,
      chart: chart === null || last === null ? null : chartEvidence(chart, all.length - 1, last.value),
      difference: null,
      isFlagged: false,
    }),
  };
};

/**
 * Every volume of the whole weeks of a cube. Stages that the files do not name are left out, and so is money where the
 * amounts cannot be added up.
 */
export const volumeReviews = (cube: Cube, hasCurrency: boolean): readonly VolumeReview[] => {
  const weeks = periodVolumes(cube, 'week').filter(({ isComplete }) => isComplete);
  return picks
    .filter(([id, isMoney, pick]) => (!isMoney || hasCurrency) && (id !== 'mqls' || weeks.some(pick)))
    .map(([id, isMoney, pick]) => reviewOf(id, isMoney, weeks, pick));
};
