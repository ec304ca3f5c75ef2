import { describe, expect, it } from 'vitest';
import { referenceCurve } from '../../src/metrics/reference-curve.ts';
import { weightedStock, weightedStockMetric } from '../../src/metrics/weighted-stock.ts';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';

/** Of 100, half convert on a day and the rest is last seen ten days later. */
const half = (day: number) =>
  referenceCurve(
    aalenJohansen([
      { age: day, converted: 50, left: 0, total: 50 },
      { age: day + 10, converted: 0, left: 0, total: 50 },
    ]),
    730,
  );

const terms = {
  l2o: half(20),
  o2d: half(60),
  opportunitiesPerConverted: 1.5,
  winRate: 0.4,
  dealSizeMinor: 1000,
};

describe('what is open', () => {
  it('is worth what is expected of its age', () => {
    const leads = [
      { age: 5, leads: 30, open: 20 },
      { age: 20, leads: 10, open: 10 },
    ];
    const opportunities = [
      { channel: 'web', age: 10, open: 4, open_with_amount: 3, open_minor: 5000 },
      { channel: 'web', age: 60, open: 2, open_with_amount: 2, open_minor: 9000 },
    ];
    const stock = weightedStock(leads, opportunities, terms);
    // 20 * 0.5 * 1.5 * 0.4 = 6 deals; 4 * 0.5 = 2 deals and 0.5 * (5000 + 1000).
    expect(stock.openLeads).toBe(30);
    expect(stock.dealsFromLeads).toBeCloseTo(6, 12);
    expect(stock.leadsMinor).toBeCloseTo(6000, 9);
    expect(stock.openOpportunities).toBe(6);
    expect(stock.dealsFromOpportunities).toBeCloseTo(2, 12);
    expect(stock.opportunitiesMinor).toBeCloseTo(3000, 9);
  });

  it('is worth nothing where nothing is open', () =>
    expect(weightedStock([], [], terms)).toEqual({
      openLeads: 0,
      dealsFromLeads: 0,
      leadsMinor: 0,
      openOpportunities: 0,
      dealsFromOpportunities: 0,
      opportunitiesMinor: 0,
    }));

  it('is money', () => expect(weightedStockMetric.measure).toBe('money'));
});
