import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface ScanCase {
  readonly name: string;
  readonly p: readonly (number | null)[];
  readonly q: number;
  readonly expected: {
    readonly adjusted: readonly (number | null)[];
    readonly rejected: readonly (boolean | null)[];
    readonly n_rejected: number;
    readonly m: number;
  };
}

describe.skipIf(!hasOracle)(`scanning many cells${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance } = oracleCases('benjamini_hochberg.json') as OracleCases<ScanCase>;

  it.each(cases)('flags the reference cells of $name', ({ p, q, expected }) => {
    const adjusted = benjaminiHochberg(p);
    const flagged = adjusted.map((value) => value !== null && value <= q);
    expect(adjusted).toHaveLength(expected.adjusted.length);
    for (const [index, value] of adjusted.entries())
      expectWithin(tolerance, value, expected.adjusted[index] ?? null);
    expect(flagged).toEqual(expected.rejected.map((rejected) => rejected ?? false));
    expect(flagged.filter(Boolean)).toHaveLength(expected.n_rejected);
    expect(adjusted.filter((value) => value !== null)).toHaveLength(expected.m);
  });
});
