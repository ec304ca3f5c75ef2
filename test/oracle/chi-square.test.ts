import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../src/stats/chi-square.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface AttributeCase {
  readonly rows: readonly (readonly [level: string, converted: number, notConverted: number])[];
  readonly expected: {
    readonly chi2: number | null;
    readonly dof: number | null;
    readonly p: number | null;
  };
}

describe.skipIf(!hasOracle)(`attributes against conversion${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance } = oracleCases('attribute_lift.json') as OracleCases<AttributeCase>;

  it.each(cases.map((entry, index) => [index + 1, entry] as const))(
    'have the reference statistic in case %i',
    (_, { rows, expected }) => {
      const found = chiSquare(rows.map(([, k, failures]) => ({ k, n: k + failures })));
      expectWithin(tolerance, found?.statistic, expected.chi2);
      expectWithin(tolerance, found?.p, expected.p);
      expect(found?.degrees ?? null).toBe(expected.dof);
    },
  );
});
