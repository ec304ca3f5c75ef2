import { describe, expect, it } from 'vitest';
import { weightOfEvidence } from '../../src/stats/weight-of-evidence.ts';
import { expectOnlyFields } from '../support/known-fields.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

interface LiftCase {
  readonly rows: readonly (readonly [level: string, converted: number, notConverted: number])[];
  readonly expected: {
    readonly levels: readonly {
      readonly level: string;
      readonly woe: number;
      readonly iv_part: number;
      readonly rate: number | null;
      readonly lift: number | null;
    }[];
    readonly iv: number;
    readonly chi2: number | null;
    readonly dof: number | null;
    readonly p: number | null;
  };
}

describe.skipIf(!hasOracle)(`which attributes close more often${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance, cases } = oracleCases('attribute_lift.json') as OracleCases<LiftCase>;

  it.each(cases.map((entry, index) => ({ ...entry, index })))('case $index', ({ rows, expected }) => {
    expectOnlyFields(expected, ['levels', 'iv', 'chi2', 'dof', 'p']);
    const found = weightOfEvidence(rows.map(([, good, bad]) => ({ good, bad })));
    expectWithin(tolerance, found.iv, expected.iv);
    expect(expected.levels.map(({ level }) => level)).toEqual(rows.map(([level]) => level));
    for (const [index, level] of expected.levels.entries()) {
      expectOnlyFields(level, ['level', 'woe', 'iv_part', 'rate', 'lift']);
      const evidence = found.levels[index];
      expectWithin(tolerance, evidence?.woe, level.woe);
      expectWithin(tolerance, evidence?.iv, level.iv_part);
      expectWithin(tolerance, evidence?.rate, level.rate);
      expectWithin(tolerance, evidence?.lift, level.lift);
    }
  });
});
