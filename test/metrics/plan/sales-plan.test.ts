import { describe, expect, it } from 'vitest';
import { budgetPlan } from '../../../src/metrics/plan/budget-plan.ts';
import { addExpected, chanceOfAtLeast, scaleExpected } from '../../../src/metrics/plan/expected-money.ts';
import { plannableChannels } from '../../../src/metrics/plan/plan-basis.ts';
import {
  leadsForChance,
  planGround,
  salesPlan,
  type SalesPlan,
} from '../../../src/metrics/plan/sales-plan.ts';
import { august, july, planBasis, september } from '../../support/plan-basis.ts';

const allWeb = new Map([
  ['web', 100],
  ['fair', 0],
]);

interface Wanted {
  readonly budgetMinor: number;
  readonly startMonth?: number;
  readonly wonMinor?: number;
  readonly asOf?: string;
}

const planOf = ({ budgetMinor, startMonth = july, wonMinor = 0, asOf = '2026-06-30' }: Wanted): SalesPlan => {
  const basis = planBasis();
  const at = { ...basis, history: { ...basis.history, asOf } };
  const channels = plannableChannels(at);
  const ground = planGround(at, channels, { quarter: '2026-07-01', startMonth }, wonMinor);
  return salesPlan(at, channels, ground, { budgetMinor, mix: allWeb });
};

describe('a plan', () => {
  it('takes off what is won and expected, and divides the rest by what a monthly lead brings', () => {
    const { need, months, usualLeads } = planOf({ budgetMinor: 2_410_000, wonMinor: 100_000 });
    // 2,410,000 - 100,000 won - 10,000 open - 500,000 arrived; a web lead a month brings 0.18 deals of 100,000.
    expect(need.gapMinor).toBeCloseTo(1_800_000, 3);
    expect(need.leadsPerMonth).toBeCloseTo(100, 6);
    expect(months).toEqual([july, august, september]);
    expect(usualLeads).toBe(150);
  });

  it('has leads at the usual pace until it starts', () => {
    const { ground, months, need } = planOf({ budgetMinor: 9_000_000, startMonth: august });
    // July: 100 * 0.1 + 50 * 0.04 deals
    expect(ground.before.meanMinor).toBeCloseTo(12 * 100_000, 2);
    expect(months).toEqual([august, september]);
    expect(need.gapMinor).toBeCloseTo(9_000_000 - 510_000 - 1_200_000, 2);
  });

  it('opens so much pipeline a week', () => {
    // 100 leads, 0.2 opportunities each, created with 150,000: 3,000,000 a month
    const { pipelinePerWeekMinor } = planOf({ budgetMinor: 2_410_000, wonMinor: 100_000 });
    expect(pipelinePerWeekMinor).toBeCloseTo(3_000_000 / (365.25 / 12 / 7), 3);
    expect(planOf({ budgetMinor: 9e6, startMonth: september + 1 }).pipelinePerWeekMinor).toBeNull();
  });

  it('that starts after the quarter has no month and is not feasible', () => {
    const { need, months } = planOf({ budgetMinor: 90_000_000, startMonth: september + 1 });
    expect(months).toEqual([]);
    expect(need.leadsPerMonth).toBeNull();
  });
});

describe('the chance of a budget', () => {
  const plan = planOf({ budgetMinor: 2_410_000, wonMinor: 100_000 });

  it('is that of what is there and so many leads together', () => {
    const { open, arrived, before } = plan.ground;
    const one = { meanMinor: 18_000, luck: 0.18 * 1.25 * 1e10, doubtMinor: 3_600 };
    const all = addExpected([open, arrived, before, scaleExpected(one, 80)]);
    expect(plan.chanceOf(80)).toBeCloseTo(chanceOfAtLeast(all, 2_310_000) ?? Number.NaN, 9);
  });

  it('rises with the leads, and is below even where leads just fill the gap on average', () => {
    const chances = [0, 20, 50, 100, 200, 400, 1000].map((leads) => plan.chanceOf(leads) ?? Number.NaN);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances[3]).toBeGreaterThan(0.4);
    expect(chances[3]).toBeLessThan(0.5);
    expect(chances.at(-1)).toBeGreaterThan(0.99);
  });

  it('says how many leads give it', () => {
    for (const chance of [0.1, 0.5, 0.8]) {
      const leads = leadsForChance(plan, chance) ?? Number.NaN;
      expect(plan.chanceOf(leads)).toBeCloseTo(chance, 4);
    }
  });

  it('needs no lead where it is there already', () => {
    expect(leadsForChance(planOf({ budgetMinor: 50_000, wonMinor: 60_000 }), 0.9)).toBe(0);
    expect(leadsForChance({ chanceOf: () => 0.5 }, 0.5)).toBe(0);
  });

  it('cannot be had by leads that come too late, or told where nothing is known of the spread', () => {
    expect(leadsForChance(planOf({ budgetMinor: 9e9, startMonth: september + 1 }), 0.5)).toBeNull();
    expect(leadsForChance({ chanceOf: () => null }, 0.5)).toBeNull();
  });
});

describe('a budget that nobody has chosen a mix for', () => {
  it('is planned with the usual mix from the first whole month on', () => {
    const budget = { quarter: '2026-07-01', amountMinor: 5_000_000, currency: null };
    const plan = budgetPlan(planBasis(), budget, 90_000);
    expect(plan).toMatchObject({
      quarter: '2026-07-01',
      budgetMinor: 5_000_000,
      wonMinor: 90_000,
      openMinor: 10_000,
      beforeMinor: 0,
      usualLeads: 150,
    });
    expect(plan.arrivedMinor).toBeCloseTo(500_000, 3);
    // 0.67 * 0.18 + 0.33 * 0.06 deals of 100,000
    const perLead = (0.67 * 0.18 + 0.33 * 0.06) * 100_000;
    expect(plan.need.leadsPerMonth).toBeCloseTo(4_400_000 / perLead, 4);
    expect(plan.leadsForChances.map(({ chance }) => chance)).toEqual([0.1, 0.5, 0.8, 0.9]);
    expect(plan.leadsForChances[1]?.leads).toBeGreaterThan(plan.need.leadsPerMonth ?? Infinity);
  });
});
