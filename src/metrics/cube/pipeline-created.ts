import type { PeriodVolume } from './period-volumes.ts';

/** Pipeline created in a month, and how it has grown. Money is minor units; growth is a share, 0.1 for 10 % more. */
export interface PipelineCreated {
  /** First day of the month, from 1970-01-01. */
  readonly start: number;
  readonly opportunities: number;
  readonly pipelineMinor: number;
  /** Share of the opportunities without an amount, which count as 0; null without opportunities. */
  readonly shareWithoutAmount: number | null;
  readonly isComplete: boolean;
  /** Against the month before; null where a month is not complete or the one before had none. */
  readonly growth: number | null;
  /** A month over the last three, compounded; null where one end is not complete or the first had none. */
  readonly growthOverThree: number | null;
}

const grown = (now: PeriodVolume, before: PeriodVolume | undefined, months: number): number | null => {
  if (before === undefined || !now.isComplete || !before.isComplete || before.pipelineMinor <= 0) return null;
  return (now.pipelineMinor / before.pipelineMinor) ** (1 / months) - 1;
};

/** Pipeline created by month, from volumes by month in order. */
export const pipelineCreatedByMonth = (months: readonly PeriodVolume[]): readonly PipelineCreated[] =>
  months.map((month, index) => ({
    start: month.start,
    opportunities: month.opportunities,
    pipelineMinor: month.pipelineMinor,
    shareWithoutAmount: month.opportunities === 0 ? null : month.withoutAmount / month.opportunities,
    isComplete: month.isComplete,
    growth: grown(month, months[index - 1], 1),
    growthOverThree: grown(month, months[index - 3], 3),
  }));
