/** Intervals, control charts and the paradox: examples and reference cases. */
import { describe, expect, it } from 'vitest';
import { laneyLimits, movingRanges, signals, xmrLimits } from '../support/naive/control-charts.ts';
import type { RevenueCell } from '../support/naive/decomposition.ts';
import { FACTORS } from '../support/naive/decomposition.ts';
import { differences } from '../support/naive/differences.ts';
import { newcombe, wilsonByHalving, zOfLevel } from '../support/naive/intervals.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import { lmdi, simpsonOverTime } from '../support/naive/simpson.ts';

describe('intervals', () => {
  it('of 25 in 1000 are 1.70 % to 3.66 %, of 0 in 20 up to 16.1 %, of 52 in 80 54.1 % to 74.5 %', () => {
    const shown = (x: number, n: number, decimals: number) =>
      wilsonByHalving(x, n)?.map((end) => (end * 100).toFixed(decimals));
    expect(shown(25, 1000, 2)).toEqual(['1.70', '3.66']);
    expect(shown(0, 20, 1)).toEqual(['0.0', '16.1']);
    expect(shown(20, 20, 1)).toEqual(['83.9', '100.0']);
    expect(shown(52, 80, 1)).toEqual(['54.1', '74.5']);
    expect(zOfLevel(0.95)).toBeCloseTo(1.959963984540054, 11);
    expect(wilsonByHalving(0, 0)).toBeNull();
  });

  it('of a fall from 40 to 25 in 1000 hold 0', () => {
    const found = newcombe(25, 1000, 40, 1000);
    expect(differences(found, { diff: -0.015, lower: -0.0311, upper: 0.0007 }, 5e-5)).toEqual([]);
    expect(newcombe(1, 2, 0, 0)).toBeNull();
  });
});

describe('signals', () => {
  const limits = Array.from({ length: 9 }, () => ({ mean: 0, lower: -4, upper: 4 }));

  it('are strict: a point on the limit, on the mean or half way says nothing', () => {
    expect(signals([4, 4.1, 0, 2, 2, 2], limits).rule1).toEqual([1]);
    expect(signals([1, 1, 1, 1, 1, 1, 1, 1, 0], limits).rule2).toEqual([7]);
    expect(signals([2, 2, 2, 2, 2.1, 2.1, 2.1, -3], limits).rule3).toEqual([6, 7]);
  });
});

describe("Simpson's paradox", () => {
  it('is strong where every channel rises and the whole falls', () => {
    const rising = [
      { n0: 400, x0: 72, n1: 900, x1: 171 },
      { n0: 500, x0: 155, n1: 450, x1: 144 },
      { n0: 100, x0: 3, n1: 150, x1: 6 },
    ];
    expect(simpsonOverTime(rising)).toBe('strong');
    expect(simpsonOverTime([...rising, { n0: 200, x0: 20, n1: 200, x1: 19 }])).toBe('weak');
    expect(simpsonOverTime([{ n0: 100, x0: 10, n1: 100, x1: 20 }])).toBeNull();
    expect(simpsonOverTime([])).toBeNull();
  });
});

describe.skipIf(!oracleIsThere())('reference cases', () => {
  it('of Wilson and Newcombe', () => {
    interface Shares {
      tolerance_abs: number;
      cases: { x: number; n: number; confidence: number; expected: { lower: number; upper: number } }[];
    }
    const wilson = readOracleJson('wilson.json') as Shares;
    for (const { x, n, confidence, expected } of wilson.cases) {
      const found = wilsonByHalving(x, n, zOfLevel(confidence));
      const wanted = { lower: expected.lower, upper: expected.upper };
      expect(differences({ lower: found?.[0], upper: found?.[1] }, wanted, wilson.tolerance_abs)).toEqual([]);
    }
    interface Pairs {
      tolerance_abs: number;
      cases: { x1: number; n1: number; x2: number; n2: number; confidence: number; expected: unknown }[];
    }
    const pairs = readOracleJson('newcombe.json') as Pairs;
    for (const { x1, n1, x2, n2, confidence, expected } of pairs.cases) {
      const found = newcombe(x1, n1, x2, n2, zOfLevel(confidence));
      expect(differences(found, expected, pairs.tolerance_abs)).toEqual([]);
    }
  });

  it('of XmR charts', () => {
    const { cases, tolerance_abs } = readOracleJson('xmr.json') as {
      tolerance_abs: number;
      cases: { x: number[]; baseline_n: number; expected: unknown }[];
    };
    for (const { x, baseline_n, expected } of cases) {
      const { lower, upper, ...rest } = xmrLimits(x, baseline_n);
      const found = {
        ...rest,
        unpl: upper,
        lnpl: lower,
        moving_ranges: movingRanges(x.slice(0, baseline_n)),
        ...signals(
          x,
          x.map(() => ({ lower, upper, mean: rest.mean })),
        ),
      };
      expect(differences(found, expected, tolerance_abs)).toEqual([]);
    }
  });

  it("of Laney's charts", () => {
    const { cases, tolerance_abs } = readOracleJson('p_chart.json') as {
      tolerance_abs: number;
      cases: { x: number[]; n: number[]; baseline_n?: number; expected: Record<string, unknown> }[];
    };
    for (const { x, n, baseline_n, expected } of cases) {
      const { p_bar, sigma_z, limits } = laneyLimits(x, n, baseline_n ?? x.length);
      const found = {
        p_bar,
        sigma_z,
        laney_lower: limits.map((limit) => limit.lower),
        laney_upper: limits.map((limit) => limit.upper),
      };
      const { laney_lower, laney_upper } = expected;
      const wanted = { p_bar: expected['p_bar'], sigma_z: expected['sigma_z'], laney_lower, laney_upper };
      expect(differences(found, wanted, tolerance_abs)).toEqual([]);
    }
  });

  it('of the logarithmic check', () => {
    const { cases, tolerance_abs } = readOracleJson('revenue_decomposition.json') as {
      tolerance_abs: number;
      cases: { channels: { t0: RevenueCell; t1: RevenueCell }[]; expected: { lmdi_totals?: object } }[];
    };
    for (const { channels, expected } of cases) {
      const volume = (key: 't0' | 't1') => channels.reduce((sum, one) => sum + one[key].leads, 0);
      const factors = (cell: RevenueCell, all: number): number[] => [
        all,
        cell.leads / all,
        cell.converted / cell.leads,
        cell.opps / cell.converted,
        cell.won / cell.opps,
        cell.revenue / cell.won,
      ];
      const found = lmdi(
        channels.map(({ t0, t1 }) => ({
          before: factors(t0, volume('t0')),
          after: factors(t1, volume('t1')),
        })),
      );
      const named = found && Object.fromEntries(FACTORS.map((factor, index) => [factor, found[index]]));
      expect(differences(named, expected.lmdi_totals, tolerance_abs)).toEqual([]);
    }
  });
});
