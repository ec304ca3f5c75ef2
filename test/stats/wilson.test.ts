import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('the interval of a rate', () => {
  it('lies between 0 and 1 and contains the rate', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const { low, high } = wilson(k, n) ?? { low: Number.NaN, high: Number.NaN };
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
      }),
      { seed: 31, numRuns: 500 },
    );
  });

  it('mirrors when success and failure are swapped', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        expect(wilson(k, n)?.low).toBeCloseTo(1 - (wilson(n - k, n)?.high ?? Number.NaN), 12);
      }),
      { seed: 32, numRuns: 300 },
    );
  });

  it('gets narrower with ten times as many leads at the same rate', () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const width = (bounds: ReturnType<typeof wilson>): number => (bounds?.high ?? 1) - (bounds?.low ?? 0);
        expect(width(wilson(10 * k, 10 * n))).toBeLessThan(width(wilson(k, n)));
      }),
      { seed: 33, numRuns: 300 },
    );
  });

  it('does not exist where nothing was counted', () => expect(wilson(0, 0)).toBeNull());

  it('starts at exactly 0 where nobody converted', () => expect(wilson(0, 20)?.low).toBe(0));

  it('ends at exactly 1 where everybody converted', () => expect(wilson(20, 20)?.high).toBe(1));
});
