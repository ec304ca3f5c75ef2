import { useMemo, useState } from 'react';
import type { Analysis } from '../../engine/analysis.ts';
import type { PlanFacts } from '../../engine/plan-facts.ts';
import { budgetOf } from '../../metrics/agreement.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { mixWith } from '../../metrics/plan/mix.ts';
import {
  firstWholeMonth,
  plannableChannels,
  usualMix,
  type PercentMix,
} from '../../metrics/plan/plan-basis.ts';
import { planGround, salesPlan, type SalesPlan } from '../../metrics/plan/sales-plan.ts';
import { trackReview, wonInQuarter, type TrackReview } from '../../metrics/review/track-review.ts';
import type { PlannedChannel } from '../../metrics/planner.ts';
import { useAgreed } from '../../queries/agreed.ts';
import { changedBudgets, firstQuarter, quartersFrom, startMonths } from './quarters.ts';

/** A plan on screen: what was chosen of it, what came of that, and how to change it. */
export interface PlanOnScreen {
  readonly quarters: readonly string[];
  readonly quarter: string;
  readonly chooseQuarter: (quarter: string) => void;
  readonly starts: readonly number[];
  readonly startMonth: number;
  readonly chooseStart: (month: number) => void;
  /** Minor units; 0 without a budget. */
  readonly budgetMinor: number;
  /** In whole units of the currency; 0 takes the budget away. */
  readonly setBudget: (amount: number) => void;
  /** Whether the budget outlives the page. */
  readonly isKept: boolean;
  readonly mix: PercentMix;
  readonly isUsualMix: boolean;
  readonly setShare: (channel: string, percent: number) => void;
  readonly resetMix: () => void;
  readonly channels: readonly PlannedChannel[];
  /** Null where no channel has deals to plan with. */
  readonly plan: SalesPlan | null;
  readonly track: TrackReview;
}

/** Holds what a person decides of a plan and computes it in memory. */
export const usePlan = (
  analysis: Analysis,
  cube: Cube,
  { basis }: PlanFacts,
  currency: string,
): PlanOnScreen => {
  const { record, change, isKept } = useAgreed();
  const { asOf } = analysis.definitions;
  const quarters = useMemo(() => quartersFrom(asOf), [asOf]);
  const [chosenQuarter, chooseQuarter] = useState<string | null>(null);
  const [chosenStart, chooseStart] = useState<number | null>(null);
  const [chosenMix, setMix] = useState<PercentMix | null>(null);
  const quarter =
    chosenQuarter !== null && quarters.includes(chosenQuarter)
      ? chosenQuarter
      : firstQuarter(quarters, record.budgets);
  const starts = useMemo(() => startMonths(asOf, quarter), [asOf, quarter]);
  const startMonth =
    chosenStart !== null && starts.includes(chosenStart) ? chosenStart : firstWholeMonth(asOf);
  const budget = budgetOf(record.budgets, quarter);
  const budgetMinor = budget?.amountMinor ?? 0;
  const channels = useMemo(() => plannableChannels(basis), [basis]);
  const usual = useMemo(() => usualMix(basis, channels), [basis, channels]);
  const mix = chosenMix ?? usual;
  const ground = useMemo(
    () => planGround(basis, channels, { quarter, startMonth }, wonInQuarter(cube, quarter).wonMinor),
    [basis, channels, quarter, startMonth, cube],
  );
  const plan = useMemo(
    () => (channels.length === 0 ? null : salesPlan(basis, channels, ground, { budgetMinor, mix })),
    [basis, channels, ground, budgetMinor, mix],
  );
  const track = useMemo(
    () => trackReview(cube, currency, { budgets: budget === null ? [] : [budget], basis }),
    [cube, currency, budget, basis],
  );
  return {
    quarters,
    quarter,
    chooseQuarter,
    starts,
    startMonth,
    chooseStart,
    budgetMinor,
    setBudget: (amount) =>
      change({ ...record, budgets: changedBudgets(record.budgets, quarter, amount, currency) }),
    isKept,
    mix,
    isUsualMix: chosenMix === null,
    setShare: (channel, percent) => setMix(mixWith(mix, channel, percent)),
    resetMix: () => setMix(null),
    channels,
    plan,
    track,
  };
};
