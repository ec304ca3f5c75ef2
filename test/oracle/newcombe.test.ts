import { describe, it } from 'vitest';
import { newcombe } from '../../src/stats/newcombe.ts';
import { zOf } from '../../src/stats/normal.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface NewcombeCase {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly confidence: number;
  readonly expected: {
    readonly diff: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  };
  readonly published?: { readonly lower: number; readonly upper: number; readonly decimals: number };
}

describe.skipIf(!hasOracle)(`differences of rates${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance } = oracleCases('newcombe.json') as OracleCases<NewcombeCase>;

  it.each(cases)(
    '$x1 of $n1 less $x2 of $n2 at $confidence equals the reference',
    ({ x1, n1, x2, n2, confidence, expected }) => {
      const found = newcombe(x1, n1, x2, n2, zOf(confidence));
      expectWithin(tolerance, found?.difference, expected.diff);
      expectWithin(tolerance, found?.low, expected.lower);
      expectWithin(tolerance, found?.high, expected.upper);
    },
  );

  it.each(cases.filter(({ published }) => published !== undefined))(
    '$x1 of $n1 less $x2 of $n2 agrees with the published decimals',
    ({ x1, n1, x2, n2, confidence, published }) => {
      const found = newcombe(x1, n1, x2, n2, zOf(confidence));
      expectWithin(0.5001 * 10 ** -(published?.decimals ?? 0), found?.low, published?.lower ?? null);
      expectWithin(0.5001 * 10 ** -(published?.decimals ?? 0), found?.high, published?.upper ?? null);
    },
  );
});
