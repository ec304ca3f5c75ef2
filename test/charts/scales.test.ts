import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoCurve } from '../../src/charts/iso-curve.ts';
import { niceScale } from '../../src/charts/nice-ticks.ts';
import { spread } from '../../src/charts/spread.ts';

describe('a scale', () => {
  it.each([
    [0.23, 5, [0, 0.05, 0.1, 0.15, 0.2, 0.25]],
    [0.8, 5, [0, 0.2, 0.4, 0.6, 0.8]],
    [1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0.04, 3, [0, 0.02, 0.04]],
  ])('up to %f in about %i steps has round ticks', (largest, count, ticks) => {
    const found = niceScale(largest, count).ticks;
    expect(found).toHaveLength(ticks.length);
    for (const [index, tick] of ticks.entries()) expect(found[index]).toBeCloseTo(tick, 12);
  });

  it('holds the largest rate, starts at nothing and does not pass 100 %', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        fc.integer({ min: 2, max: 6 }),
        (largest, count) => {
          const { max, ticks } = niceScale(largest, count);
          expect(max).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
          expect(max).toBeLessThanOrEqual(1);
          expect(ticks[0]).toBe(0);
          expect(ticks.at(-1)).toBeLessThanOrEqual(max + 1e-9);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(count + 2);
        },
      ),
      { seed: 131, numRuns: 500 },
    );
  });

  it('of rates that are all nothing still has an end', () => {
    expect(niceScale(0, 5).max).toBeGreaterThan(0);
  });
});

describe('words that are spread along an edge', () => {
  const gap = 20;
  const places = fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 15 });

  it('stay where they are if none is too near another', () => {
    expect(spread([10, 60, 110], gap, 0, 400)).toEqual([10, 60, 110]);
  });

  it('move apart and stay in the order of what they name', () => {
    expect(spread([100, 100, 90], gap, 0, 400)).toEqual([110, 130, 90]);
  });

  it('move up where they would leave at the lower end', () => {
    expect(spread([395, 398], gap, 0, 400)).toEqual([380, 400]);
  });

  it('have their gap, keep their order and stay between the ends wherever there is room', () => {
    fc.assert(
      fc.property(places, (wanted) => {
        const found = spread(wanted, gap, 0, 400);
        const order = wanted.map((place, index) => ({ place, index })).toSorted((a, b) => a.place - b.place);
        const sorted = order.map(({ index }) => found[index] ?? Number.NaN);
        for (const [index, place] of sorted.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(400 + 1e-9);
          const before = sorted[index - 1] ?? Number.NEGATIVE_INFINITY;
          expect(place - before).toBeGreaterThanOrEqual(gap - 1e-9);
        }
      }),
      { seed: 132, numRuns: 300 },
    );
  });
});

describe('the curve of equal products', () => {
  const scales = { xOf: (value: number) => value * 1000, yOf: (value: number) => 500 - value * 1000 };

  it('runs from the top of the plot to its right edge', () => {
    const curve = isoCurve(0.02, 0.4, 0.5, scales);
    expect(curve?.path.startsWith('M40.0 0.0L')).toBe(true);
    expect(curve?.path.endsWith('L400.0 450.0')).toBe(true);
    expect(curve?.endY).toBe(450);
  });

  it('has the same product of both rates at each of its places', () => {
    const path =
      isoCurve(0.02, 0.4, 0.5, { xOf: (value) => value * 1e6, yOf: (value) => value * 1e6 })?.path ?? '';
    for (const place of path.slice(1).split('L')) {
      const [x = 0, y = 0] = place.split(' ').map(Number);
      expect((x / 1e6) * (y / 1e6)).toBeCloseTo(0.02, 6);
    }
  });

  it('is none where the product is nothing', () => expect(isoCurve(0, 0.4, 0.5, scales)).toBeNull());

  it('is none where it lies beyond the corner of the plot', () =>
    expect(isoCurve(0.2, 0.4, 0.5, scales)).toBeNull());
});
