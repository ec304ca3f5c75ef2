import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../src/stats/newcombe.ts';
import { wilson } from '../../src/stats/wilson.ts';

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('the difference of two rates', () => {
  it('is the first rate less the second', () =>
    expect(newcombe(30, 100, 10, 50)?.difference).toBeCloseTo(0.1, 15));

  it('is unclear for 25 and 40 of a thousand leads', () => {
    const found = newcombe(25, 1000, 40, 1000);
    expect(found?.difference).toBeCloseTo(-0.015, 15);
    expect(found?.low).toBeCloseTo(-0.0311, 4);
    expect(found?.high).toBeCloseTo(0.0007, 4);
  });

  it('lies within its interval, between -1 and 1', () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const { difference, low, high } = newcombe(k1, n1, k2, n2) ?? { difference: 0, low: 1, high: -1 };
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  it('changes sign when the two groups change places', () => {
    fc.assert(
      fc.property(counts, counts, ([k1, n1], [k2, n2]) => {
        const there = newcombe(k1, n1, k2, n2);
        const back = newcombe(k2, n2, k1, n1);
        expect(back?.difference).toBeCloseTo(-(there?.difference ?? Number.NaN), 15);
        expect(back?.low).toBeCloseTo(-(there?.high ?? Number.NaN), 15);
      }),
      { seed: 53, numRuns: 300 },
    );
  });

  it('is as unsure as the one rate where the other is known exactly', () => {
    const found = newcombe(10, 100, 0, 1e15);
    expect(found?.low).toBeCloseTo(wilson(10, 100)?.low ?? Number.NaN, 12);
    expect(found?.high).toBeCloseTo(wilson(10, 100)?.high ?? Number.NaN, 12);
  });

  it('is narrower at less confidence', () => {
    const usual = newcombe(30, 100, 10, 50);
    const less = newcombe(30, 100, 10, 50, 1.2815515655446004);
    expect(less?.low).toBeGreaterThan(usual?.low ?? Number.NaN);
    expect(less?.high).toBeLessThan(usual?.high ?? Number.NaN);
  });

  it('does not exist where one of the groups is empty', () => {
    expect(newcombe(0, 0, 1, 10)).toBeNull();
    expect(newcombe(1, 10, 0, 0)).toBeNull();
  });
});
