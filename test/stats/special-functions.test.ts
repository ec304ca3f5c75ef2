import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, regularisedBeta, upperGamma } from '../../src/stats/special-functions.ts';

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

const parameter = fc.oneof(
  fc.double({ min: 0.01, max: 5, noNaN: true }),
  fc.double({ min: 5, max: 1e5, noNaN: true }),
);

describe('the incomplete beta', () => {
  it.each([
    [0.3, 2.5, 4, 0.3521975859067672],
    [1e-30, 0.05, 5, 0.03503376245876556],
    [0.5, 1e5, 1e5, 0.5],
    [0.501, 1e5, 1e5, 0.8144532554424433],
    [0.2, 200, 1000, 0.9985039919583307],
    [0.999, 0.05, 0.05, 0.6446513934588439],
    [0.001, 0.05, 1e5, 1],
    [0.08, 118, 1049, 0.005611751971815911],
    [0.0966, 1.1229, 10.496, 0.6068027495576273],
    [0.05, 100, 1000, 1.1716951740513526e-8],
    [0.95, 100, 0.05, 5.69926777506537e-5],
  ])('at %d for %d and %d has the value computed with 40 digits', (x, a, b, expected) =>
    expect(relative(regularisedBeta(x, a, b), expected)).toBeLessThan(2e-12),
  );

  it('is a plain power where one parameter is 1', () => {
    for (const power of [0.05, 0.7, 3, 40])
      for (const x of [0.01, 0.3, 0.5, 0.97]) {
        expect(relative(regularisedBeta(x, power, 1), x ** power)).toBeLessThan(1e-13);
        expect(regularisedBeta(x, 1, power)).toBeCloseTo(1 - (1 - x) ** power, 13);
      }
  });

  it('is the chance of at least a successes among a + b - 1 trials', () => {
    expect(regularisedBeta(0.5, 3, 3)).toBeCloseTo(16 / 32, 14);
    expect(regularisedBeta(0.5, 4, 2)).toBeCloseTo(6 / 32, 14);
    expect(regularisedBeta(0.25, 2, 2)).toBeCloseTo(10 / 64, 14);
  });

  it('is the arc sine law where both parameters are a half', () => {
    for (const x of [0.02, 0.5, 0.8])
      expect(regularisedBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 14);
  });

  it('mirrors when the parameters change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 20 }), parameter, parameter, (part, a, b) => {
        const x = part / 2 ** 20;
        expect(regularisedBeta(x, a, b)).toBeCloseTo(1 - regularisedBeta(1 - x, b, a), 9);
      }),
      { seed: 61, numRuns: 300 },
    );
  });

  it('goes from exactly 0 to exactly 1', () => {
    expect(regularisedBeta(0, 2, 3)).toBe(0);
    expect(regularisedBeta(-0.1, 2, 3)).toBe(0);
    expect(regularisedBeta(1, 2, 3)).toBe(1);
    expect(regularisedBeta(1.1, 2, 3)).toBe(1);
  });

  it.each([
    [0, 1],
    [1, -2],
    [Number.NaN, 1],
    [1, Infinity],
  ])('does not exist for %d and %d', (a, b) => {
    expect(() => regularisedBeta(0.5, a, b)).toThrow(RangeError);
    expect(() => betaQuantile(0.5, a, b)).toThrow(RangeError);
  });
});

describe('the quantile of a beta distribution', () => {
  it.each([
    [0.025, 0.05, 5, 1.1723696146918582e-33],
    [0.975, 0.05, 5, 0.11746315476188263],
    [0.1, 0.05, 0.05, 9.711823602719967e-15],
    [0.025, 1e5, 1e5, 0.49780870143169204],
    [0.975, 1e5, 3, 0.9999938133597748],
    [0.025, 178.5, 822.5, 0.15524015395762358],
    [0.9, 0.5, 1e5, 1.352765959016222e-5],
    [0.025, 0.05, 1e5, 5.315687139406128e-38],
    [0.975, 0.05, 1e5, 5.671748473957735e-6],
    [0.001, 3, 4, 0.03791644940830244],
  ])('at %d for %d and %d has the value computed with 40 digits', (p, a, b, expected) =>
    expect(relative(betaQuantile(p, a, b), expected)).toBeLessThan(1e-11),
  );

  it('is the share itself where all values are as likely', () => {
    for (const p of [0.025, 0.3, 0.5, 0.77, 0.975]) expect(betaQuantile(p, 1, 1)).toBeCloseTo(p, 14);
  });

  it('is a root of the share where one parameter is 1', () => {
    for (const p of [0.025, 0.5, 0.975]) {
      expect(relative(betaQuantile(p, 0.2, 1), p ** 5)).toBeLessThan(1e-12);
      expect(betaQuantile(p, 1, 4)).toBeCloseTo(1 - (1 - p) ** 0.25, 14);
    }
  });

  it('leaves the share below it, whatever the parameters', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), parameter, parameter, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        const apart = x > 1e-300 && x < 1 - 1e-6 ? Math.abs(regularisedBeta(x, a, b) - p) : 0;
        expect(x >= 0 && x <= 1).toBe(true);
        expect(apart).toBeLessThan(1e-8);
      }),
      { seed: 62, numRuns: 500 },
    );
  });

  it('ends at the ends', () => {
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });

  it('is next to an end where hardly anything lies elsewhere', () => {
    expect(betaQuantile(0.025, 0.001, 5)).toBeLessThan(1e-303);
    expect(betaQuantile(0.025, 0.001, 5)).toBeGreaterThanOrEqual(0);
    expect(betaQuantile(0.5, 1, 0.0001)).toBe(1);
  });

  it('is found for the tiniest share of a huge sample', () => {
    const x = betaQuantile(1e-200, 1e7, 1e7);
    expect(relative(regularisedBeta(x, 1e7, 1e7), 1e-200)).toBeLessThan(1e-6);
  });

  it.each([-0.1, 1.1, Number.NaN])('does not exist for a share of %d', (p) =>
    expect(() => betaQuantile(p, 1, 1)).toThrow(RangeError),
  );
});

describe('the tail of the gamma distribution', () => {
  it.each([
    [0.5, 0.5, 0.3173105078629141],
    [0.5, 1.920729410347062, 0.05],
    [1.5, 1.2, 0.49363462271172803],
    [1.5, 30, 5.878230727906912e-13],
    [0.5, 300, 1.674167984691788e-132],
    [10, 3, 0.9988975118698845],
    [10, 11.5, 0.28879453954867124],
    [100.5, 100, 0.5066565975030574],
    [1e4, 1.01e4, 0.15865124955282037],
    [0.05, 0.001, 0.27282077094707735],
    [0.05, 2, 0.0026385427087965347],
  ])('of shape %d beyond %d has the value computed with 40 digits', (a, x, expected) =>
    expect(relative(upperGamma(a, x), expected)).toBeLessThan(1e-12),
  );

  it('is exponential for shape 1', () => {
    for (const x of [0.001, 0.5, 1, 1.999, 2, 2.001, 10, 700])
      expect(relative(upperGamma(1, x), Math.exp(-x))).toBeLessThan(1e-13);
  });

  it('is the chance of fewer than a events where x are expected', () => {
    for (const x of [0.1, 2, 3.9, 4.1, 20])
      expect(relative(upperGamma(3, x), Math.exp(-x) * (1 + x + (x * x) / 2))).toBeLessThan(1e-13);
  });

  it('is all of it beyond 0 and nothing far out', () => {
    expect(upperGamma(2, 0)).toBe(1);
    expect(upperGamma(2, -1)).toBe(1);
    expect(upperGamma(2, 1e6)).toBe(0);
  });

  it.each([0, -1, Number.NaN, Infinity])('does not exist for shape %d', (a) =>
    expect(() => upperGamma(a, 1)).toThrow(RangeError),
  );
});
