import { describe, expect, it } from 'vitest';
import { pPrimeChart, type PPrimePoint } from '../../src/stats/p-prime.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

type Bounds = readonly (number | null)[];

interface PChartCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly n: readonly number[];
  /** Periods of the baseline; all where it is not said. */
  readonly baseline_n?: number;
  readonly expected: {
    readonly p_bar: number | null;
    readonly sigma_z: number | null;
    readonly p_chart_lower: Bounds;
    readonly p_chart_upper: Bounds;
    readonly laney_lower: Bounds;
    readonly laney_upper: Bounds;
  };
  readonly published?: {
    readonly p_bar: number;
    readonly ucl: number;
    readonly lcl: number;
    readonly decimals: number;
  };
}

describe.skipIf(!hasOracle)(`p and p′ charts${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<PChartCase>('p_chart.json');

  it.each(cases)('$name', ({ x, n, baseline_n: baseline, expected, published }) => {
    expectOnlyFields(expected, [
      'p_bar',
      'sigma_z',
      'p_chart_lower',
      'p_chart_upper',
      'laney_lower',
      'laney_upper',
    ]);
    const periods = x.map((k, index) => ({ k, n: n[index] ?? 0 }));
    const chart = pPrimeChart(periods, baseline ?? x.length);
    expectNear(tolerance, 'mean', chart?.mean ?? null, expected.p_bar);
    expectNear(tolerance, 'sigma z', chart?.sigmaZ ?? null, expected.sigma_z);
    const every = (name: string, bounds: Bounds, bound: (point: PPrimePoint) => number | null): void => {
      for (const [index, value] of bounds.entries()) {
        const point = chart?.points.find((entry) => entry.index === index);
        expectNear(tolerance, `${name} ${index}`, point === undefined ? null : bound(point), value);
      }
    };
    expect(expected.laney_upper).toHaveLength(x.length);
    every('p lower', expected.p_chart_lower, ({ pLimits }) => pLimits.low);
    every('p upper', expected.p_chart_upper, ({ pLimits }) => pLimits.high);
    every('p′ lower', expected.laney_lower, ({ limits }) => limits?.low ?? null);
    every('p′ upper', expected.laney_upper, ({ limits }) => limits?.high ?? null);
    if (published === undefined) return;
    const decimals = 0.5 * 10 ** -published.decimals;
    expectNear(decimals, 'published mean', chart?.mean, published.p_bar);
    expectNear(decimals, 'published upper', chart?.points[0]?.pLimits.high, published.ucl);
    expectNear(decimals, 'published lower', chart?.points[0]?.pLimits.low, published.lcl);
  });
});
