import type { Metric } from '../metric.ts';
import { leadPlan, type LeadPlan, type PlannedChannel } from '../planner.ts';
import {
  expectedAtUsualPace,
  expectedOfArrived,
  expectedOfNew,
  expectedOfOpen,
  monthsOfQuarter,
} from './budget-outlook.ts';
import { addExpected, chanceOfAtLeast, scaleExpected, type ExpectedMoney } from './expected-money.ts';
import { usualPace, type PercentMix, type PlanBasis } from './plan-basis.ts';

/** The chance of a sales budget by the number of leads. */
export const budgetChance: Metric = {
  id: 'budget_chance',
  label: 'Chance of the budget by leads',
  question: 'How likely is the budget with so many leads a month?',
  definition:
    'The chance that what is won, what open opportunities and leads that have arrived bring, and what so many leads a month in this mix bring by the end of the quarter reach the budget.',
  leftOut:
    'A change in the conversions or in how long deals take. The chance holds luck in the deals, the spread of deal sizes and how well the conversions are known.',
  measure: 'share',
  better: 'higher',
  subject: 'the chance of the budget',
};

/** What a person decides of a plan. */
export interface PlanChoices {
  /** First day of the quarter. */
  readonly quarter: string;
  readonly budgetMinor: number;
  /** First month of the plan, months since year 0. */
  readonly startMonth: number;
  readonly mix: PercentMix;
}

/** What does not depend on the budget and the mix, so that it is computed once a quarter and start. */
export interface PlanGround {
  readonly open: ExpectedMoney;
  readonly arrived: ExpectedMoney;
  /** Of leads that arrive at the usual pace before the plan starts. */
  readonly before: ExpectedMoney;
  readonly wonMinor: number;
  readonly quarterMonths: readonly number[];
  readonly startMonth: number;
}

/** Computes what a plan stands on. `wonMinor` is what was won in the quarter by the as-of day. */
export const planGround = (
  basis: PlanBasis,
  channels: readonly PlannedChannel[],
  { quarter, startMonth }: Pick<PlanChoices, 'quarter' | 'startMonth'>,
  wonMinor: number,
): PlanGround => {
  const quarterMonths = monthsOfQuarter(quarter);
  return {
    open: expectedOfOpen(basis, quarterMonths),
    arrived: expectedOfArrived(basis, quarterMonths),
    before: expectedAtUsualPace(basis, channels, quarterMonths, startMonth - 1),
    wonMinor,
    quarterMonths,
    startMonth,
  };
};

/** A plan and its chance. Money is in minor units. */
export interface SalesPlan {
  readonly ground: PlanGround;
  readonly need: LeadPlan;
  /** First to last month in which leads are planned; empty where the plan starts after the quarter. */
  readonly months: readonly number[];
  /** Leads that these channels have had a month. */
  readonly usualLeads: number;
  /** Chance of the budget with so many leads a month; null where what is unsure cannot be told. */
  readonly chanceOf: (leadsPerMonth: number) => number | null;
  /** Value of the opportunities to be opened a week; null where the plan is not feasible. */
  readonly pipelinePerWeekMinor: number | null;
}

const weeksPerMonth = 365.25 / 12 / 7;

/** Back from a budget to leads a month, and the chance of it by leads. */
export const salesPlan = (
  basis: PlanBasis,
  plannable: readonly PlannedChannel[],
  ground: PlanGround,
  { budgetMinor, mix }: Pick<PlanChoices, 'budgetMinor' | 'mix'>,
): SalesPlan => {
  const channels = plannable.map((channel) => ({ ...channel, mix: (mix.get(channel.channel) ?? 0) / 100 }));
  const fixed = addExpected([ground.open, ground.arrived, ground.before]);
  const { startMonth, quarterMonths, wonMinor } = ground;
  const last = Math.max(...quarterMonths);
  const need = leadPlan(
    { budgetMinor, expectedMinor: wonMinor + fixed.meanMinor, firstMonth: startMonth, quarterMonths },
    channels,
  );
  const share = new Map(channels.map(({ channel, mix: part }) => [channel, part]));
  const one = expectedOfNew(
    basis,
    channels,
    quarterMonths,
    { from: startMonth, to: last },
    (channel) => share.get(channel) ?? 0,
  );
  const pace = usualPace(basis);
  return {
    ground,
    need,
    months: Array.from({ length: Math.max(0, last - startMonth + 1) }, (_, index) => startMonth + index),
    usualLeads: channels.reduce((sum, { channel }) => sum + (pace.get(channel) ?? 0), 0),
    chanceOf: (leads) =>
      chanceOfAtLeast(addExpected([fixed, scaleExpected(one, leads)]), budgetMinor - wonMinor),
    pipelinePerWeekMinor:
      need.pipelinePerMonthMinor === null ? null : need.pipelinePerMonthMinor / weeksPerMonth,
  };
};

/** More leads a month than anybody plans with. */
const mostLeads = 1e7;

/**
 * Leads a month that give a chance in (0, 1), to a thousandth of a lead; 0 where it is there without any. Null where so
 * many do not give it or what is unsure cannot be told.
 */
export const leadsForChance = ({ chanceOf }: Pick<SalesPlan, 'chanceOf'>, chance: number): number | null => {
  if ((chanceOf(0) ?? 0) >= chance) return 0;
  if ((chanceOf(mostLeads) ?? 0) < chance) return null;
  let [low, high] = [0, 1];
  while ((chanceOf(high) ?? 0) < chance) [low, high] = [high, high * 2];
  while (high - low > 1e-3) {
    const middle = (low + high) / 2;
    if ((chanceOf(middle) ?? 0) >= chance) high = middle;
    else low = middle;
  }
  return high;
};
