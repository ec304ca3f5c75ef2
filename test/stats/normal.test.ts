import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile, zOf } from '../../src/stats/normal.ts';
import { z95 } from '../../src/stats/wilson.ts';

const relative = (found: number, expected: number): number => Math.abs(found / expected - 1);

describe('the normal quantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-100, -21.273453560965326],
    [1e-12, -7.034483825301132],
    [1.2e-11, -6.679352656501522],
    [1e-10, -6.361340902404057],
    [0.001, -3.0902323061678136],
    [0.025, -1.9599639845400543],
    [0.07, -1.4757910281791706],
    [0.0755, -1.436008227944182],
    [0.2, -0.8416212335729142],
    [0.4999, -0.00025066283008800747],
    [0.6, 0.2533471031357997],
    [0.9, 1.2815515655446006],
    [0.93, 1.475791028179171],
    [0.999, 3.090232306167813],
  ])('leaves a share of %d below %d', (p, z) => expect(relative(normalQuantile(p), z)).toBeLessThan(2e-15));

  it('is 0 in the middle', () => expect(normalQuantile(0.5)).toBe(0));

  it('has no end', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
  });

  it('mirrors at the middle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (part) => {
        const p = part / 2 ** 20;
        expect(normalQuantile(1 - p)).toBe(0 - normalQuantile(p));
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it('rises with the share, also where one formula hands over to the next', () => {
    for (const seam of [0.075, 0.925, Math.exp(-25)])
      for (const p of [seam * (1 - 1e-9), seam])
        expect(normalQuantile(p * (1 + 1e-9))).toBeGreaterThan(normalQuantile(p));
  });

  it.each([-0.001, 1.001, Number.NaN])('does not exist for %d', (p) =>
    expect(() => normalQuantile(p)).toThrow(RangeError),
  );
});

describe('the z of a confidence', () => {
  it('is the known one at 95 %', () => expect(relative(zOf(0.95), z95)).toBeLessThan(1e-15));

  it.each([
    [0.8, 1.2815515655446004],
    [0.9, 1.6448536269514722],
    [0.99, 2.5758293035489004],
  ])('at %d is %d', (confidence, z) => expect(relative(zOf(confidence), z)).toBeLessThan(1e-15));

  it('is 0 at no confidence', () => expect(zOf(0)).toBe(0));
});
