import { describe, expect, it } from 'vitest';
import { trialsNeededTimes, trialsPerArm } from '../../src/stats/two-proportion-size.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { createPrng } from '../support/naive/prng.ts';

describe('the size of a trial of two proportions', () => {
  it.each([
    [0.1, 0.15, 686],
    [0.15, 0.1, 686],
    [0.5, 0.6, 388],
    [0.1, 0.12, 3841],
    [0, 0.1, 74],
  ])('from %f to %f is %i in each arm', (p1, p2, expected) => expect(trialsPerArm(p1, p2)).toBe(expected));

  it('grows with power and falls with a wider alpha', () => {
    expect(trialsPerArm(0.1, 0.15, { alpha: 0.05, power: 0.9 })).toBe(918);
    expect(trialsPerArm(0.1, 0.15, { alpha: 0.1, power: 0.8 })).toBe(540);
  });

  it('is none where nothing differs or a proportion is none', () => {
    expect(trialsPerArm(0.2, 0.2)).toBeNull();
    expect(trialsPerArm(-0.1, 0.2)).toBeNull();
    expect(trialsPerArm(0.2, 1.1)).toBeNull();
    expect(trialsPerArm(0.9, 1)).toBe(74);
  });

  it('finds the difference in about four of five trials of that size', () => {
    const random = createPrng(7);
    const [p1, p2] = [0.2, 0.3];
    const n = trialsPerArm(p1, p2) ?? 0;
    const hits = (p: number): number =>
      Array.from({ length: n }, () => random.chance(p)).filter(Boolean).length;
    const z = normalQuantile(0.975);
    const found = Array.from({ length: 1500 }, () => {
      const [a, b] = [hits(p1) / n, hits(p2) / n];
      const mean = (a + b) / 2;
      return Math.abs(a - b) > z * Math.sqrt((2 * mean * (1 - mean)) / n);
    }).filter(Boolean).length;
    expect(found / 1500).toBeGreaterThan(0.77);
    expect(found / 1500).toBeLessThan(0.83);
  });
});

describe('how many times the trials at hand are needed', () => {
  it('is 1 where the difference is as large as the design asks for', () => {
    const factor = normalQuantile(0.975) + normalQuantile(0.8);
    expect(trialsNeededTimes(0.01, 0.01 * factor)).toBeCloseTo(1, 12);
  });

  it('is four where it is half as large', () => {
    const factor = normalQuantile(0.975) + normalQuantile(0.8);
    expect(trialsNeededTimes(0.02, 0.01 * factor)).toBeCloseTo(4, 12);
  });

  it('follows the power that is asked for', () =>
    expect(trialsNeededTimes(0.01, 0.01, { alpha: 0.05, power: 0.5 })).toBeCloseTo(
      normalQuantile(0.975) ** 2,
      12,
    ));
});
