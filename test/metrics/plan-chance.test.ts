import { describe, expect, it } from 'vitest';
import { chanceOfPlan, namedChances, planChance } from '../../src/metrics/plan-chance.ts';
import { worthOfPoints, pointWorth } from '../../src/metrics/point-worth.ts';

const history = { l2o: { k: 130, n: 1000 }, o2d: { k: 8, n: 130 }, multiplier: 1 };
const planned = () => chanceOfPlan(history, 100);

describe('the chance of a plan for 100 deals, after 130 of 1000 leads and 8 of 130 opportunities', () => {
  it.each([
    [0.1, 8100],
    [0.5, 12_300],
    [0.8, 16_700],
    [0.9, 19_900],
  ])('is %d with about %d leads', (chance, leads) => {
    const plan = planned();
    const needed = plan?.leadsFor(chance) ?? Number.NaN;
    expect(Math.abs(needed / leads - 1)).toBeLessThan(0.01);
    expect(plan?.chanceOf(needed)).toBeCloseTo(chance, 9);
  });

  it('names a chance in ten, an even one, four in five and nine in ten', () =>
    expect(namedChances).toEqual([0.1, 0.5, 0.8, 0.9]));

  it('rises with the leads, from none to near certainty', () => {
    const plan = planned();
    expect(plan?.chanceOf(0)).toBe(0);
    expect(plan?.chanceOf(-5)).toBe(0);
    expect(plan?.chanceOf(100)).toBe(0);
    expect(plan?.chanceOf(10_000)).toBeLessThan(plan?.chanceOf(12_000) ?? 0);
    expect(plan?.chanceOf(1_000_000)).toBeCloseTo(1, 6);
  });

  it('needs twice the leads for twice the deals, and half with twice the opportunities per lead', () => {
    const even = planned()?.leadsFor(0.5) ?? Number.NaN;
    expect(chanceOfPlan(history, 200)?.leadsFor(0.5)).toBeCloseTo(2 * even, 6);
    expect(chanceOfPlan({ ...history, multiplier: 2 }, 100)?.leadsFor(0.5)).toBeCloseTo(even / 2, 6);
  });

  it('does not ask which joint is which', () => {
    const plan = planned();
    const turned = chanceOfPlan({ ...history, l2o: history.o2d, o2d: history.l2o }, 100);
    for (const chance of namedChances)
      expect((turned?.leadsFor(chance) ?? 0) / (plan?.leadsFor(chance) ?? 1)).toBeCloseTo(1, 3);
  });

  it('comes close to the plain arithmetic where both rates are known well', () => {
    // 100 / (0.13 * 0.06) = 12,820.5
    const known = { l2o: { k: 1.3e7, n: 1e8 }, o2d: { k: 6e6, n: 1e8 }, multiplier: 1 };
    expect((chanceOfPlan(known, 100)?.leadsFor(0.5) ?? 0) / 12_820.512820512).toBeCloseTo(1, 4);
  });

  it('still has an answer where nothing was won yet', () =>
    expect(chanceOfPlan({ ...history, o2d: { k: 0, n: 50 } }, 10)?.leadsFor(0.5)).toBeGreaterThan(5000));

  it('cannot be told without history, or where nothing is wanted', () => {
    expect(chanceOfPlan({ ...history, l2o: { k: 0, n: 0 } }, 100)).toBeNull();
    expect(chanceOfPlan({ ...history, o2d: { k: 0, n: 0 } }, 100)).toBeNull();
    expect(chanceOfPlan(history, 0)).toBeNull();
    expect(chanceOfPlan({ ...history, multiplier: 0 }, 100)).toBeNull();
  });

  it('counts leads, and fewer are better', () =>
    expect(planChance).toMatchObject({ measure: 'count', better: 'lower' }));
});

describe('what one point is worth', () => {
  // Budget 1,000,000 by deals of 10,000: 100 deals of 100/0.06 = 1,666.7 opportunities of 12,820.5 leads.
  const terms = {
    leads: 100 / 0.06 / 0.13,
    l2o: 0.13,
    opportunitiesPerConverted: 1,
    o2d: 0.06,
    dealSizeMinor: 10_000,
  };

  it('saves 1,832 leads where deals go from 6 to 7 % of opportunities', () => {
    const [, o2d] = worthOfPoints(terms, 1);
    // 12,820.51 - 100/(0.13*0.07) = 12,820.51 - 10,989.01
    expect(terms.leads).toBeCloseTo(12_820.512820512, 6);
    expect(o2d?.rate).toBeCloseTo(0.07, 14);
    expect(o2d?.savedLeads).toBeCloseTo(1831.501831501, 6);
  });

  it('brings a sixth more deals there, and a thirteenth more at the first joint', () => {
    const [l2o, o2d] = worthOfPoints(terms, 1);
    expect(o2d).toMatchObject({ joint: 'o2d' });
    expect(o2d?.extraDeals).toBeCloseTo(100 / 6, 10);
    expect(o2d?.extraMinor).toBeCloseTo(1_000_000 / 6, 6);
    expect(l2o).toMatchObject({ joint: 'l2o' });
    expect(l2o?.extraDeals).toBeCloseTo(100 / 13, 10);
    // 12,820.51 * 0.01/0.14
    expect(l2o?.savedLeads).toBeCloseTo(12_820.512820512 / 14, 6);
  });

  it('counts every opportunity that a converted lead brings', () =>
    expect(worthOfPoints({ ...terms, opportunitiesPerConverted: 1.5 }, 1)[0]?.extraDeals).toBeCloseTo(
      150 / 13,
      10,
    ));

  it('has no money without a deal size', () =>
    expect(worthOfPoints({ ...terms, dealSizeMinor: null }, 1)[0]?.extraMinor).toBeNull());

  it('ends at every opportunity won', () => {
    const [, all] = worthOfPoints({ ...terms, o2d: 0.995 }, 1);
    expect(all?.rate).toBe(1);
    expect(all?.savedLeads).toBeCloseTo(terms.leads * 0.005, 9);
  });

  it('saves nothing where no point is added to nothing', () =>
    expect(worthOfPoints({ ...terms, l2o: 0 }, 0)[0]).toMatchObject({ savedLeads: 0, extraDeals: 0 }));

  it('is told in money', () => expect(pointWorth.measure).toBe('money'));
});
