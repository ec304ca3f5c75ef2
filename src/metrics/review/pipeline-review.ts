import { fromEpochDay } from '../../domain/local-date.ts';
import type { Cube } from '../cube/cube.ts';
import { pipelineCreated, type PipelineCreated } from '../cube/pipeline-created.ts';
import { baselineWeeks } from '../control-chart.ts';
import type { ReviewGap } from './review-gap.ts';
import type { VolumeReview } from './volume-review.ts';

/** How the pipeline that was created has grown. Growth is a share, 0.1 for 10 % more. */
export interface PipelineReview {
  readonly gap: ReviewGap | null;
  /** Week by week, with limits. Null where there is nothing to add up. */
  readonly weekly: VolumeReview | null;
  /** The last whole month, in minor units. */
  readonly month: { readonly start: string; readonly end: string; readonly pipelineMinor: number } | null;
  /** That month against the one before. */
  readonly growth: number | null;
  /** A month, over the last three, compounded. */
  readonly growthOverThree: number | null;
  /** Share of the month's opportunities without an amount, which count as 0. */
  readonly shareWithoutAmount: number | null;
}

const gapOf = (months: readonly PipelineCreated[], weekly: VolumeReview | null, hasCurrency: boolean) => {
  if (months.length === 0) return { reason: 'noOpportunities' } as const;
  if (!hasCurrency) return { reason: 'noCurrency' } as const;
  const have = weekly?.weeks.length ?? 0;
  return have < baselineWeeks ? ({ reason: 'fewWeeks', have, need: baselineWeeks } as const) : null;
};

/** The pipeline creation rate: weekly with limits, monthly with growth. */
export const pipelineReview = (cube: Cube, volumes: readonly VolumeReview[]): PipelineReview => {
  const months = pipelineCreated(cube, 'month');
  const weekly = volumes.find(({ id }) => id === 'pipeline') ?? null;
  const last = months.findLast(({ isComplete }) => isComplete);
  const hasCurrency = weekly !== null;
  return {
    gap: gapOf(months, weekly, hasCurrency),
    weekly,
    month:
      last === undefined || !hasCurrency
        ? null
        : {
            start: fromEpochDay(last.start),
            end: fromEpochDay(last.end),
            pipelineMinor: last.pipelineMinor,
          },
    growth: hasCurrency ? (last?.growth ?? null) : null,
    growthOverThree: hasCurrency ? (last?.growthOverThree ?? null) : null,
    shareWithoutAmount: last?.shareWithoutAmount ?? null,
  };
};
