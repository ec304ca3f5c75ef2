import { jeffreys, productExceeded, productTail, type ProductTail } from '../stats/product-of-rates.ts';
import type { Tally } from './bounds.ts';
import type { Metric } from './metric.ts';

/** How many leads give which chance of the deals wanted. */
export const planChance: Metric = {
  id: 'plan_chance',
  label: 'Leads for a chance of the target',
  question: 'How many leads give an even chance of the target, and how many an 80 % chance?',
  definition:
    'The number of leads at which the deals expected of them reach the target with the chance named, given how far both conversions are known from the leads and opportunities so far.',
  leftOut:
    'Leads and opportunities too young for their window. Luck in the deals themselves and the spread of deal sizes are not in the chance, only how well the two conversions are known.',
  measure: 'count',
  better: 'lower',
  subject: 'the number of leads needed for the target',
};

/** What a plan rests on. */
export interface PlanHistory {
  readonly l2o: Tally;
  readonly o2d: Tally;
  /** What the product of both rates is multiplied by to give deals per lead: opportunities per converted lead and the development to final. */
  readonly multiplier: number;
}

/** The chance of a plan, both ways. */
export interface PlanChance {
  /** Chance in [0, 1] that so many leads are expected to bring the deals. */
  readonly chanceOf: (leads: number) => number;
  /** Leads that give a chance in (0, 1). */
  readonly leadsFor: (chance: number) => number;
}

/** The chances a page names. */
export const namedChances: readonly number[] = [0.1, 0.5, 0.8, 0.9];

const planOf = (tail: ProductTail, deals: number, multiplier: number): PlanChance => ({
  chanceOf: (leads) => (leads <= 0 ? 0 : tail(deals / (leads * multiplier))),
  leadsFor: (chance) => deals / (productExceeded(tail, chance) * multiplier),
});

/**
 * The chance of winning a number of deals, by leads. Both rates are as uncertain as their counts leave them (Jeffreys'
 * posteriors). Null where one of them rests on nothing, or where no deal is wanted or possible.
 */
export const chanceOfPlan = ({ l2o, o2d, multiplier }: PlanHistory, deals: number): PlanChance | null => {
  if (l2o.n === 0 || o2d.n === 0 || deals <= 0 || multiplier <= 0) return null;
  return planOf(productTail(jeffreys(l2o.k, l2o.n), jeffreys(o2d.k, o2d.n)), deals, multiplier);
};
