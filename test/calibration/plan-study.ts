import { chanceOfPlan } from '../../src/metrics/plan-chance.ts';
import { createPrng } from '../support/naive/prng.ts';
import { drawBinomial } from './draws.ts';
import type { Study } from './study.ts';

const deals = 50;

/**
 * A year of leads and opportunities, and how many leads are needed for 50 deals: how often the range from the 2.5 % to
 * the 97.5 % chance holds the number that the true rates would need.
 */
export const planStudy: Study = {
  name: 'Leads needed for a number of deals',
  nominal: 0.95,
  world: (seed) => {
    const prng = createPrng(seed);
    const [l2o, o2d] = [0.05 + 0.2 * prng.next(), 0.1 + 0.25 * prng.next()];
    const leads = prng.int(300, 3000);
    const opportunities = drawBinomial(prng, leads, l2o);
    const won = drawBinomial(prng, opportunities, o2d);
    const plan = chanceOfPlan(
      { l2o: { k: opportunities, n: leads }, o2d: { k: won, n: opportunities }, multiplier: 1 },
      deals,
    );
    if (plan === null) return [];
    return [
      {
        truth: deals / (l2o * o2d),
        estimate: plan.leadsFor(0.5),
        low: plan.leadsFor(0.025),
        high: plan.leadsFor(0.975),
      },
    ];
  },
};
