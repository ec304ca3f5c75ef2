import { describe, expect, it } from 'vitest';
import { xmrChart } from '../../src/stats/xmr.ts';
import { expectOnlyFields } from '../support/known-fields.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';
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
  const { tolerance, cases } = oracleCases('xmr.json') as OracleCases<XmrCase>;

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
    expectWithin(tolerance, chart?.mean ?? null, expected.mean);
    expectWithin(tolerance, chart?.averageRange ?? null, expected.mr_bar);
    expectWithin(tolerance, chart?.upper ?? null, expected.unpl);
    expectWithin(tolerance, chart?.lower ?? null, expected.lnpl);
    expectWithin(tolerance, chart?.rangeUpper ?? null, expected.url_mr);
    const ranges = chart?.movingRanges.slice(0, baseline - 1) ?? [];
    expect(ranges).toHaveLength(expected.moving_ranges.length);
    for (const [index, range] of ranges.entries())
      expectWithin(tolerance, range, expected.moving_ranges[index] ?? Number.NaN);
    expect(chart?.signals).toEqual({ rule1: expected.rule1, rule2: expected.rule2, rule3: expected.rule3 });
    if (published === undefined) return;
    const decimals = 0.5 * 10 ** -published.decimals;
    expectWithin(decimals, chart?.mean, published.mean);
    expectWithin(decimals, chart?.averageRange, published.mr_bar);
  });
});
