import { describe, it } from 'vitest';
import { aalenJohansen, incidenceAt } from '../../src/stats/aalen-johansen.ts';
import { projectFinal } from '../../src/stats/projection.ts';
import { ageCountsOf } from '../support/life-tables.ts';
import { hasOracle, missing } from '../support/oracle.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface ProjectionCase {
  readonly reference: readonly (readonly [age: number, event: number])[];
  readonly horizon: number;
  readonly cohort: {
    readonly n: number;
    readonly converted: number;
    readonly open_ages: readonly number[];
  };
  readonly expected: {
    readonly expected_more: number | null;
    readonly var_process: number | null;
    readonly var_parameter: number | null;
    readonly se: number | null;
    readonly projected: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly cif_at_horizon: number | null;
  };
}

describe.skipIf(!hasOracle)(`where a young cohort will end${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance } = oracleCases('projection.json') as OracleCases<ProjectionCase>;

  it.each(cases.map((entry, index) => [index + 1, entry] as const))(
    'has the reference figures in case %i',
    (_, entry) => {
      const curve = aalenJohansen(ageCountsOf(entry.reference));
      const { n, converted, open_ages: openAges } = entry.cohort;
      const open = openAges.map((age) => ({ age, count: 1 }));
      const found = projectFinal(curve, entry.horizon, { n, converted, open });
      const { expected } = entry;
      expectWithin(tolerance, incidenceAt(curve, entry.horizon)?.converted, expected.cif_at_horizon);
      expectWithin(tolerance, found?.expectedMore, expected.expected_more);
      expectWithin(tolerance, found?.processVariance, expected.var_process);
      expectWithin(tolerance, found?.parameterVariance, expected.var_parameter);
      expectWithin(tolerance, found?.standardError, expected.se);
      expectWithin(tolerance, found?.projected, expected.projected);
      expectWithin(tolerance, found?.low, expected.lower);
      expectWithin(tolerance, found?.high, expected.upper);
    },
  );
});
