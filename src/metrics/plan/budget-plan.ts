import type { Budget } from '../agreement.ts';
import type { LeadPlan } from '../planner.ts';
import { namedChances } from '../plan-chance.ts';
import { firstWholeMonth, plannableChannels, usualMix, type PlanBasis } from './plan-basis.ts';
import { leadsForChance, planGround, salesPlan } from './sales-plan.ts';

/** The plan of a budget where nobody has chosen a mix or a start: the usual mix, from the first whole month on. */
export interface BudgetPlan {
  readonly quarter: string;
  readonly budgetMinor: number;
  readonly wonMinor: number;
  readonly openMinor: number;
  readonly arrivedMinor: number;
  /** Of leads that arrive at the usual pace before the plan starts. */
  readonly beforeMinor: number;
  readonly usualLeads: number;
  readonly need: LeadPlan;
  /** Leads a month for each of the named chances; null where none gives it. */
  readonly leadsForChances: readonly { readonly chance: number; readonly leads: number | null }[];
}

/** Plans a budget with the usual mix from the first whole month on. `wonMinor` is what was won in its quarter. */
export const budgetPlan = (basis: PlanBasis, budget: Budget, wonMinor: number): BudgetPlan => {
  const channels = plannableChannels(basis);
  const startMonth = firstWholeMonth(basis.history.asOf);
  const ground = planGround(basis, channels, { quarter: budget.quarter, startMonth }, wonMinor);
  const plan = salesPlan(basis, channels, ground, {
    budgetMinor: budget.amountMinor,
    mix: usualMix(basis, channels),
  });
  return {
    quarter: budget.quarter,
    budgetMinor: budget.amountMinor,
    wonMinor,
    openMinor: ground.open.meanMinor,
    arrivedMinor: ground.arrived.meanMinor,
    beforeMinor: ground.before.meanMinor,
    usualLeads: plan.usualLeads,
    need: plan.need,
    leadsForChances: namedChances.map((chance) => ({ chance, leads: leadsForChance(plan, chance) })),
  };
};
