import type { TimeGrain } from '../../domain/time-grain.ts';
import type { Cube } from './cube.ts';
import { byPeriod, spanOf } from './facet.ts';
import { isWhole, periodsBetween, type Period } from './periods.ts';

/** Pipeline created in a week or month, and how it has grown. Money is minor units; growth is a share, 0.1 for 10 % more. */
export interface PipelineCreated extends Period {
  readonly opportunities: number;
  readonly pipelineMinor: number;
  /** Share of the opportunities without an amount, which count as 0; null without opportunities. */
  readonly shareWithoutAmount: number | null;
  readonly isComplete: boolean;
  /** Against the period before; null where either is not complete or the one before had none. */
  readonly growth: number | null;
  /** A period over the last three, compounded; null where either end is not complete or the first had none. */
  readonly growthOverThree: number | null;
}

type Created = Omit<PipelineCreated, 'growth' | 'growthOverThree'>;

const grown = (now: Created, before: Created | undefined, periods: number): number | null => {
  if (before === undefined || !now.isComplete || !before.isComplete || before.pipelineMinor <= 0) return null;
  return (now.pipelineMinor / before.pipelineMinor) ** (1 / periods) - 1;
};

/** Pipeline created by week or month, from the first with an opportunity to the one of the as-of day or the end of the period. */
export const pipelineCreated = (cube: Cube, grain: TimeGrain): readonly PipelineCreated[] => {
  const facet = cube.period.opportunities;
  const span = spanOf(facet);
  if (span === null) return [];
  const { periods, starts } = periodsBetween(span.first, Math.min(cube.to, cube.asOf), grain);
  const total = byPeriod(facet, starts);
  const [opportunities, pipeline, withAmount] = [
    total('opportunities'),
    total('created_minor'),
    total('with_created_amount'),
  ];
  const created = periods.map(({ start, end }, index): Created => {
    const n = opportunities[index] ?? 0;
    return {
      start,
      end,
      opportunities: n,
      pipelineMinor: pipeline[index] ?? 0,
      shareWithoutAmount: n === 0 ? null : (n - (withAmount[index] ?? 0)) / n,
      isComplete: isWhole(cube, start, end) && end <= cube.asOf,
    };
  });
  return created.map((period, index) => ({
    ...period,
    growth: grown(period, created[index - 1], 1),
    growthOverThree: grown(period, created[index - 3], 3),
  }));
};
