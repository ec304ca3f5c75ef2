import { describe, expect, it } from 'vitest';
import { xmrChart } from '../../src/stats/xmr.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

interface XmrCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly baseline_n: number;
  readonly expected: {
    readonly mean: number | null;
    readonly moving_ranges: readonly number[];
    readonly mr_bar: number | null;
    readonly unpl: number | null;
    readonly lnpl: number | null;
    readonly url_mr: number | null;
    readonly rule1: readonly number[];
    readonly rule2: readonly number[];
    readonly rule3: readonly number[];
  };
  readonly published?: {
    readonly mean: number;
    readonly mr_bar: number;
    readonly decimals: number;
  };
}

describe.skipIf(!hasOracle)(`XmR charts${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<XmrCase>('xmr.json');

  it.each(cases)('$name', ({ x, baseline_n: baseline, expected, published }) => {
    expectOnlyFields(expected, [
      'mean',
      'moving_ranges',
      'mr_bar',
      'unpl',
      'lnpl',
      'url_mr',
      'rule1',
      'rule2',
      'rule3',
    ]);
    const chart = xmrChart(x, baseline);
    expectNear(tolerance, 'mean', chart?.mean ?? null, expected.mean);
    expectNear(tolerance, 'average range', chart?.averageRange ?? null, expected.mr_bar);
    expectNear(tolerance, 'upper', chart?.upper ?? null, expected.unpl);
    expectNear(tolerance, 'lower', chart?.lower ?? null, expected.lnpl);
    expectNear(tolerance, 'range limit', chart?.rangeUpper ?? null, expected.url_mr);
    const ranges = chart?.movingRanges.slice(0, baseline - 1) ?? [];
    expect(ranges).toHaveLength(expected.moving_ranges.length);
    for (const [index, range] of ranges.entries())
      expectNear(tolerance, `range ${index}`, range, expected.moving_ranges[index] ?? Number.NaN);
    expect(chart?.signals).toEqual({ rule1: expected.rule1, rule2: expected.rule2, rule3: expected.rule3 });
    if (published === undefined) return;
    const decimals = 0.5 * 10 ** -published.decimals;
    expectNear(decimals, 'published mean', chart?.mean, published.mean);
    expectNear(decimals, 'published average range', chart?.averageRange, published.mr_bar);
  });
});
