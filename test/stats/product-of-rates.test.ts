import { describe, expect, it } from 'vitest';
import { jeffreys, productExceeded, productTail } from '../../src/stats/product-of-rates.ts';
import { regularisedBeta } from '../../src/stats/special-functions.ts';

const uniform = { alpha: 1, beta: 1 };

describe('the tail of a product of two rates', () => {
  it.each([0.01, 0.1, 0.5, 0.9])('equals 1 - c + c ln c for two uniform ones, at c = %d', (c) =>
    expect(Math.abs(productTail(uniform, uniform)(c) - (1 - c + c * Math.log(c)))).toBeLessThan(1e-4),
  );

  it('is that of one rate where the other is as good as certain', () => {
    const certain = { alpha: 1e9, beta: 1e-3 };
    const known = jeffreys(8, 130);
    expect(productTail(certain, known)(0.06)).toBeCloseTo(
      1 - regularisedBeta(0.06, known.alpha, known.beta),
      6,
    );
  });

  it('is 1 at a bound of 0 and 0 at a bound of 1', () => {
    const tail = productTail(jeffreys(3, 10), jeffreys(4, 10));
    expect(tail(0)).toBe(1);
    expect(tail(1)).toBe(0);
  });
});

describe('the bound that a product exceeds', () => {
  it('with a chance is where the tail is that chance', () => {
    const tail = productTail(uniform, uniform);
    expect(productExceeded(tail, 0.5)).toBeCloseTo(0.186682, 4);
    expect(tail(productExceeded(tail, 0.25))).toBeCloseTo(0.25, 9);
  });

  it('is the lower the surer it shall be', () => {
    const tail = productTail(jeffreys(8, 130), jeffreys(130, 1000));
    expect(productExceeded(tail, 0.9)).toBeLessThan(productExceeded(tail, 0.5));
  });
});

describe("Jeffreys' prior", () => {
  it('adds half a success and half a failure', () =>
    expect(jeffreys(8, 130)).toEqual({ alpha: 8.5, beta: 122.5 }));
});
