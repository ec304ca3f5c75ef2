import { memo, useMemo } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import type { PlanFacts } from '../../engine/plan-facts.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { volumeReviews } from '../../metrics/review/volume-review.ts';
import { TrackBlock } from '../review/track-block.tsx';
import { ArriveBlock } from './arrive-block.tsx';
import { ChanceBlock } from './chance-block.tsx';
import { CostBlock } from './cost-block.tsx';
import { MixBlock } from './mix-block.tsx';
import { MoveBlock } from './move-block.tsx';
import { NeedBlock } from './need-block.tsx';
import { PlanBar } from './plan-bar.tsx';
import { PointBlock } from './point-block.tsx';
import { RateBlock } from './rate-block.tsx';
import { usePlan } from './use-plan.ts';
import { ValueBlock } from './value-block.tsx';

interface PlannedProps {
  readonly analysis: Analysis;
  readonly cube: Cube;
  readonly facts: PlanFacts;
  readonly currency: string;
}

// What the plan does not change is not drawn again with every move of a share.
const Track = memo(TrackBlock);
const Value = memo(ValueBlock);
const Point = memo(PointBlock);
const Rate = memo(RateBlock);
const Move = memo(MoveBlock);
const Cost = memo(CostBlock);

/** The blocks of the plan: what the budget takes, how likely it is, by when, and what leads are worth and cost. */
export function Planned({ analysis, cube, facts, currency }: PlannedProps) {
  const onScreen = usePlan(analysis, cube, facts, currency);
  const pipeline = useMemo(
    () => volumeReviews(cube, true).find(({ id }) => id === 'pipeline') ?? null,
    [cube],
  );
  const { plan, track } = onScreen;
  return (
    <>
      <PlanBar plan={onScreen} currency={currency} />
      <div className="grid">
        <NeedBlock plan={onScreen} currency={currency} asOf={analysis.definitions.asOf} />
        <ChanceBlock plan={onScreen} />
        <Track track={track} currency={currency} />
        <MixBlock plan={onScreen} />
        <Value values={facts.basis.values} currency={currency} />
        {plan !== null && <ArriveBlock plan={plan} basis={facts.basis} channels={onScreen.channels} />}
        <Point values={facts.basis.values} usualLeads={plan?.usualLeads ?? 0} currency={currency} />
        <Rate
          pipeline={pipeline}
          neededMinor={onScreen.budgetMinor > 0 ? (plan?.pipelinePerWeekMinor ?? null) : null}
          currency={currency}
        />
        <Move facts={facts} currency={currency} />
        <Cost costs={facts.costs} />
      </div>
    </>
  );
}
