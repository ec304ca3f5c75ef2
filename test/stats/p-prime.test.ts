import { describe, expect, it } from 'vitest';
import { pPrimeChart } from '../../src/stats/p-prime.ts';

const weeks = [
  { k: 10, n: 100 },
  { k: 30, n: 100 },
  { k: 20, n: 100 },
  { k: 80, n: 400 },
];

describe('the p′ chart of a weekly rate', () => {
  it('has the pooled rate of the baseline and the variation between its weeks', () => {
    const chart = pPrimeChart([...weeks, { k: 90, n: 100 }], 4);
    expect(chart?.mean).toBe(0.2);
    // z: -2.5, 2.5, 0, 0 in units of 0.04; ranges 5, 2.5, 0.
    expect(chart?.sigmaZ).toBeCloseTo(2.5 / 1.128, 12);
  });

  it('has limits of each week by its size, wider than those of chance alone', () => {
    const chart = pPrimeChart(weeks, 4);
    const [first, , , last] = chart?.points ?? [];
    expect(first?.pLimits.low).toBeCloseTo(0.2 - 0.12, 12);
    expect(first?.pLimits.high).toBeCloseTo(0.2 + 0.12, 12);
    expect(last?.pLimits.high).toBeCloseTo(0.2 + 0.06, 12);
    expect(first?.limits?.high).toBeCloseTo(0.2 + (0.12 * 2.5) / 1.128, 12);
    expect(last?.limits?.low).toBeCloseTo(0.2 - (0.06 * 2.5) / 1.128, 12);
  });

  it('shows no limit below 0 or above 1', () => {
    expect(pPrimeChart(weeks, 4)?.points[0]?.limits?.low).toBe(0);
    const mirrored = weeks.map(({ k, n }) => ({ k: n - k, n }));
    expect(pPrimeChart(mirrored, 4)?.points[0]?.limits?.high).toBe(1);
    const few = [
      { k: 1, n: 10 },
      { k: 2, n: 10 },
    ];
    expect(pPrimeChart(few, 2)?.points[0]?.pLimits.low).toBe(0);
  });

  it('leaves weeks without records out and keeps the places of the others', () => {
    const gap = { k: 0, n: 0 };
    const chart = pPrimeChart([gap, ...weeks.slice(0, 2), gap, ...weeks.slice(2), { k: 90, n: 100 }], 6);
    expect(chart?.points.map(({ index }) => index)).toEqual([1, 2, 4, 5, 6]);
    expect(chart?.sigmaZ).toBe(pPrimeChart(weeks, 4)?.sigmaZ);
    expect(chart?.signals.rule1).toEqual([6]);
    expect(chart?.points[4]?.proportion).toBe(0.9);
  });

  it('signals low weeks too', () => {
    const steady = [20, 22, 19, 21].map((k) => ({ k, n: 100 }));
    expect(pPrimeChart([...steady, { k: 0, n: 100 }], 4)?.signals.rule1).toEqual([4]);
  });

  it('does not take a week near a clipped limit for a week near a limit', () => {
    // Limits before clipping: 0.9 ± 0.4; the middle above lies outside the scale.
    const wild = [100, 80, 100, 80].map((k) => ({ k, n: 100 }));
    const high = [97, 98, 99, 98].map((k) => ({ k, n: 100 }));
    expect(pPrimeChart([...wild, ...high], 4)?.signals.rule3).toEqual([]);
  });

  it('tells no variation and gives no signal where everything or nothing is counted in the baseline', () => {
    for (const [k, mean] of [
      [0, 0],
      [10, 1],
    ] as const) {
      const chart = pPrimeChart(
        [
          { k, n: 10 },
          { k, n: 10 },
          { k: 5, n: 10 },
        ],
        2,
      );
      expect(chart?.mean).toBe(mean);
      expect(chart?.sigmaZ).toBeNull();
      expect(chart?.points.map(({ limits }) => limits)).toEqual([null, null, null]);
      expect(chart?.points[2]?.pLimits).toEqual({ low: mean, high: mean });
      expect(chart?.signals).toEqual({ rule1: [], rule2: [], rule3: [] });
    }
  });

  it('tells no variation from one week', () => {
    expect(pPrimeChart(weeks, 1)).toMatchObject({ mean: 0.1, sigmaZ: null });
    expect(pPrimeChart(weeks, 2)?.sigmaZ).not.toBeNull();
  });

  it('does not exist where the baseline counts nobody', () => {
    expect(pPrimeChart([], 12)).toBeNull();
    expect(pPrimeChart([{ k: 0, n: 0 }, ...weeks], 1)).toBeNull();
    expect(pPrimeChart(weeks, 0)).toBeNull();
  });
});
