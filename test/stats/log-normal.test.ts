import { describe, expect, it } from 'vitest';
import { logNormalQuantile, logNormalTail, normalTail } from '../../src/stats/log-normal.ts';
import { createPrng } from '../support/naive/prng.ts';

describe('the tail of the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1.959963984540054, 0.025],
    [-1.959963984540054, 0.975],
    [1.2815515655446004, 0.1],
    [6, 9.865876450376946e-10],
  ])('beyond %d is %d', (z, tail) => expect(normalTail(z) / tail).toBeCloseTo(1, 9));
});

describe('a log-normal amount', () => {
  const spread = { mean: 100, deviation: 60 };

  it('has the mean and the deviation that were asked for', () => {
    const random = createPrng(5);
    const drawn = Array.from({ length: 200_000 }, () =>
      logNormalQuantile(spread, Math.max(1e-9, random.next())),
    );
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    expect(Math.abs(mean - 100)).toBeLessThan(0.5);
    expect(Math.abs(Math.sqrt(variance) - 60)).toBeLessThan(1);
  });

  it('lies below its median half of the time, which is below its mean', () => {
    // 100 / sqrt(1 + 0.36)
    expect(logNormalQuantile(spread, 0.5)).toBeCloseTo(100 / Math.sqrt(1.36), 9);
    expect(logNormalTail(spread, 100 / Math.sqrt(1.36))).toBeCloseTo(0.5, 12);
  });

  it.each([0.01, 0.1, 0.5, 0.9, 0.999])('exceeds its quantile of %d as often as it should', (p) =>
    expect(logNormalTail(spread, logNormalQuantile(spread, p))).toBeCloseTo(1 - p, 9),
  );

  it('is certain without a deviation', () => {
    expect(logNormalQuantile({ mean: 7, deviation: 0 }, 0.1)).toBe(7);
    expect(logNormalTail({ mean: 7, deviation: 0 }, 7)).toBe(1);
    expect(logNormalTail({ mean: 7, deviation: 0 }, 7.01)).toBe(0);
  });

  it('is 0 where 0 is expected, and always at least 0', () => {
    expect(logNormalQuantile({ mean: 0, deviation: 5 }, 0.9)).toBe(0);
    expect(logNormalTail({ mean: 0, deviation: 5 }, 1)).toBe(0);
    expect(logNormalTail({ mean: 0, deviation: 5 }, 0)).toBe(1);
    expect(logNormalTail(spread, -1)).toBe(1);
  });
});
