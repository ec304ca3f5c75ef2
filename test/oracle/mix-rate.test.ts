import { describe, expect, it } from 'vitest';
import { mixRate } from '../../src/stats/mix-rate.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

interface MixRateCase {
  readonly channels: readonly {
    readonly channel: string;
    readonly n0: number;
    readonly x0: number;
    readonly n1: number;
    readonly x1: number;
  }[];
  readonly expected: {
    readonly p0: number | null;
    readonly p1: number | null;
    readonly delta: number | null;
    readonly mix_total: number | null;
    readonly rate_total: number | null;
    readonly channels: readonly {
      readonly channel: string;
      readonly mix: number | null;
      readonly rate: number | null;
    }[];
  };
}

describe.skipIf(!hasOracle)(`mix and rate${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<MixRateCase>('mix_rate.json');

  it.each(cases.map((entry, index) => ({ ...entry, index })))('case $index', ({ channels, expected }) => {
    expectOnlyFields(expected, ['p0', 'p1', 'delta', 'mix_total', 'rate_total', 'channels']);
    const change = mixRate(channels.map(({ n0, x0, n1, x1 }) => ({ n0, k0: x0, n1, k1: x1 })));
    expectNear(tolerance, 'before', change?.pooled0 ?? null, expected.p0);
    expectNear(tolerance, 'after', change?.pooled1 ?? null, expected.p1);
    const delta = change === null ? null : change.pooled1 - change.pooled0;
    expectNear(tolerance, 'change', delta, expected.delta);
    expectNear(tolerance, 'mix', change?.mixTotal ?? null, expected.mix_total);
    expectNear(tolerance, 'rate', change?.rateTotal ?? null, expected.rate_total);
    expect(expected.channels.map(({ channel }) => channel)).toEqual(channels.map(({ channel }) => channel));
    for (const [index, line] of expected.channels.entries()) {
      expectOnlyFields(line, ['channel', 'mix', 'rate']);
      expectNear(tolerance, `${line.channel} mix`, change?.groups[index]?.mix ?? null, line.mix);
      expectNear(tolerance, `${line.channel} rate`, change?.groups[index]?.rate ?? null, line.rate);
    }
  });
});
