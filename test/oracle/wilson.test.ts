import { describe, expect, it } from 'vitest';
import { zOf } from '../../src/stats/normal.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { hasOracle, missing, readOracle } from '../support/oracle.ts';

interface WilsonCase {
  readonly x: number;
  readonly n: number;
  readonly confidence: number;
  readonly expected: { readonly p: number; readonly lower: number; readonly upper: number };
  readonly published?: { readonly lower: number; readonly upper: number; readonly decimals: number };
}

describe.skipIf(!hasOracle)(`Wilson intervals${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance_abs: tolerance } = hasOracle
    ? (JSON.parse(readOracle('wilson.json')) as {
        readonly cases: readonly WilsonCase[];
        readonly tolerance_abs: number;
      })
    : { cases: [], tolerance_abs: 0 };

  it.each(cases)('$x of $n at $confidence equals the reference', ({ x, n, confidence, expected }) => {
    const bounds = wilson(x, n, zOf(confidence));
    expect(Math.abs((bounds?.low ?? Number.NaN) - expected.lower)).toBeLessThanOrEqual(tolerance);
    expect(Math.abs((bounds?.high ?? Number.NaN) - expected.upper)).toBeLessThanOrEqual(tolerance);
  });

  it.each(cases.filter((entry) => entry.published !== undefined))(
    '$x of $n agrees with the published decimals',
    ({ x, n, confidence, published }) => {
      const bounds = wilson(x, n, zOf(confidence));
      expect(bounds?.low).toBeCloseTo(published?.lower ?? Number.NaN, published?.decimals ?? 4);
      expect(bounds?.high).toBeCloseTo(published?.upper ?? Number.NaN, published?.decimals ?? 4);
    },
  );
});
