import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBetaBinomial, shrunkenRate, type Group } from '../../src/stats/beta-binomial.ts';
import { betaQuantile } from '../../src/stats/special-functions.ts';

const group = (k: number, n: number): Group => ({ k, n });

const groups = fc.array(
  fc
    .integer({ min: 0, max: 400 })
    .chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) })),
  { minLength: 3, maxLength: 12 },
);

describe('what channels have in common', () => {
  it('has the figures worked out by hand for 1, 2 and 6 of ten', () => {
    const fit = fitBetaBinomial([group(1, 10), group(2, 10), group(6, 10)]);
    const between = (10 * (0.2 ** 2 + 0.1 ** 2 + 0.3 ** 2)) / 2;
    const within = (10 * (0.09 + 0.16 + 0.24)) / 27;
    const correlation = (between - within) / (between + 9 * within);
    expect(fit?.mean).toBeCloseTo(0.3, 15);
    expect(fit?.correlation).toBeCloseTo(correlation, 14);
    expect(fit?.strength).toBeCloseTo((1 - correlation) / correlation, 12);
  });

  it('weighs channels of unequal size by their leads', () => {
    const fit = fitBetaBinomial([group(1, 10), group(12, 40), group(30, 50)]);
    const between = (10 * 0.33 ** 2 + 40 * 0.13 ** 2 + 50 * 0.17 ** 2) / 2;
    const within = (10 * 0.09 + 40 * 0.21 + 50 * 0.24) / 97;
    const size = (100 - 4200 / 100) / 2;
    const correlation = (between - within) / (between + (size - 1) * within);
    expect(fit?.mean).toBeCloseTo(0.43, 15);
    expect(fit?.correlation).toBeCloseTo(correlation, 13);
    expect(fit?.strength).toBeCloseTo((1 - correlation) / correlation, 11);
  });

  it('leaves out channels without leads', () => {
    const three = [group(1, 10), group(2, 10), group(6, 10)];
    expect(fitBetaBinomial([...three, group(0, 0)])).toEqual(fitBetaBinomial(three));
    expect(fitBetaBinomial([group(1, 10), group(2, 10), group(0, 0)])).toBeNull();
  });

  it('cannot be told from two channels, but from three', () => {
    expect(fitBetaBinomial([])).toBeNull();
    expect(fitBetaBinomial([group(1, 10), group(6, 10)])).toBeNull();
    expect(fitBetaBinomial([group(1, 10), group(6, 10), group(6, 10)])).not.toBeNull();
  });

  it('is as strong as all leads together where channels differ less than by chance', () => {
    const fit = fitBetaBinomial([group(10, 100), group(11, 100), group(9, 100)]);
    expect(fit?.correlation).toBeLessThan(0);
    expect(fit?.strength).toBe(300);
  });

  it('is never stronger than all leads together', () => {
    const barely = fitBetaBinomial([group(30, 100), group(30, 100), group(40, 103)]);
    expect(barely?.correlation).toBeGreaterThan(0);
    expect(1 / (barely?.correlation ?? 1) - 1).toBeGreaterThan(303);
    expect(barely?.strength).toBe(303);
  });

  it('is as strong as all leads together where the difference cannot be told', () => {
    expect(fitBetaBinomial([group(1, 1), group(0, 1), group(0, 1), group(1, 1)])).toEqual({
      mean: 0.5,
      strength: 4,
      correlation: null,
    });
    expect(fitBetaBinomial([group(0, 5), group(0, 7), group(0, 1)])).toEqual({
      mean: 0,
      strength: 13,
      correlation: null,
    });
    expect(fitBetaBinomial([group(5, 5), group(7, 7), group(1, 1)])).toEqual({
      mean: 1,
      strength: 13,
      correlation: null,
    });
  });

  it('is nothing where each channel converts all of its leads or none', () => {
    expect(fitBetaBinomial([group(5, 5), group(0, 10), group(5, 5)])).toEqual({
      mean: 0.5,
      strength: 0,
      correlation: 1,
    });
  });

  it('does not depend on the order of the channels', () => {
    fc.assert(
      fc.property(groups, (table) => {
        const fit = fitBetaBinomial(table);
        const back = fitBetaBinomial(table.toReversed());
        expect(back === null).toBe(fit === null);
        expect(back?.mean ?? 0).toBeCloseTo(fit?.mean ?? 0, 13);
        expect(Number.isFinite(back?.strength ?? 0)).toBe(true);
      }),
      { seed: 63 },
    );
  });
});

describe('a rate drawn towards the common one', () => {
  const fit = { mean: 0.1, strength: 20, correlation: 1 / 21 };

  it('counts the strength as leads at the common rate', () =>
    expect(shrunkenRate(8, 20, fit, 0.95).rate).toBeCloseTo(10 / 40, 15));

  it('has the central interval of its distribution', () => {
    const { low, high } = shrunkenRate(8, 20, fit, 0.8);
    expect(low).toBeCloseTo(betaQuantile(0.1, 10, 30), 14);
    expect(high).toBeCloseTo(betaQuantile(0.9, 10, 30), 14);
  });

  it('is the common rate without leads', () => {
    const { rate, low, high } = shrunkenRate(0, 0, fit, 0.95);
    expect(rate).toBe(0.1);
    expect(low).toBeCloseTo(betaQuantile(0.025, 2, 18), 14);
    expect(high).toBeCloseTo(betaQuantile(0.975, 2, 18), 14);
    expect(shrunkenRate(0, 0, { mean: 0.5, strength: 0, correlation: 1 }, 0.95)).toEqual({
      rate: 0.5,
      low: null,
      high: null,
    });
  });

  it('lies between the own and the common rate, within its interval', () => {
    fc.assert(
      fc.property(groups, (table) => {
        const common = fitBetaBinomial(table);
        for (const { k, n } of common === null ? [] : table) {
          const { rate, low, high } = shrunkenRate(k, n, common ?? fit, 0.95);
          const own = n === 0 ? (common?.mean ?? 0) : k / n;
          expect(rate).toBeGreaterThanOrEqual(Math.min(own, common?.mean ?? 0) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(own, common?.mean ?? 0) + 1e-12);
          expect((low ?? 0) <= (high ?? 1)).toBe(true);
        }
      }),
      { seed: 64 },
    );
  });

  it('has no interval where the distribution is a single point', () => {
    expect(shrunkenRate(0, 5, { mean: 0, strength: 13, correlation: null }, 0.95)).toEqual({
      rate: 0,
      low: null,
      high: null,
    });
    expect(shrunkenRate(5, 5, { mean: 1, strength: 13, correlation: null }, 0.95)).toEqual({
      rate: 1,
      low: null,
      high: null,
    });
  });
});
