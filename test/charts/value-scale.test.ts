import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pixelOf, valueScale } from '../../src/charts/value-scale.ts';

describe('a scale around values', () => {
  it.each([
    [[0.112, 0.147], 5, { low: 0.11, high: 0.15, step: 0.01 }],
    [[-37, 12], 5, { low: -40, high: 15, step: 10 }],
    [[0, 100], 5, { low: 0, high: 100, step: 20 }],
    [[900_000, 1_360_000], 5, { low: 900_000, high: 1_400_000, step: 100_000 }],
    [[5, 5], 5, { low: 4.5, high: 5.5, step: 0.2 }],
    [[-5, -5], 5, { low: -5.5, high: -4.5, step: 0.2 }],
    [[0, 0], 5, { low: 0, high: 1, step: 0.2 }],
  ])('of %j in about %i steps ends at half steps', (values, count, expected) => {
    const scale = valueScale(values, count);
    expect(scale.low).toBeCloseTo(expected.low, 9);
    expect(scale.high).toBeCloseTo(expected.high, 9);
    expect(scale.step).toBeCloseTo(expected.step, 9);
  });

  it('has ticks at whole steps only, both ends included', () => {
    expect(valueScale([-37, 12], 5).ticks).toEqual([-40, -30, -20, -10, 0, 10]);
  });

  it('of nothing has no ticks', () => {
    expect(valueScale([], 5)).toEqual({ low: 0, high: 1, step: 1, ticks: [] });
    expect(valueScale([Number.NaN, Number.POSITIVE_INFINITY], 5).ticks).toEqual([]);
  });

  it('holds every value and goes below 0 only for a value below 0', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 12 }),
        (values) => {
          const { low, high, step, ticks } = valueScale(values, 5);
          expect(low).toBeLessThanOrEqual(Math.min(...values) + step * 1e-6);
          expect(high).toBeGreaterThanOrEqual(Math.max(...values) - step * 1e-6);
          expect(low < 0).toBe(Math.min(...values) < -step * 1e-6);
          expect(ticks.length).toBeGreaterThan(0);
          expect(ticks.length).toBeLessThanOrEqual(8);
        },
      ),
      { seed: 211, numRuns: 400 },
    );
  });
});

describe('the pixel of a value', () => {
  const xOf = pixelOf({ low: 10, high: 20, step: 5, ticks: [] }, 100, 300);

  it('is the near end at the low value and the far end at the high one', () =>
    expect([xOf(10), xOf(15), xOf(20)]).toEqual([100, 200, 300]));

  it('lies beyond the ends for a value beyond them', () => expect(xOf(25)).toBe(400));

  it('runs upwards where the far end is the upper one', () =>
    expect(pixelOf({ low: 0, high: 1, step: 1, ticks: [] }, 200, 100)(0.25)).toBe(175));
});
