import { describe, it } from 'vitest';
import { stratifiedEffect } from '../../src/stats/stratified-effect.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

interface SlaEffectCase {
  readonly strata: readonly {
    readonly n_met: number;
    readonly x_met: number;
    readonly n_not: number;
    readonly x_not: number;
  }[];
  readonly expected: Readonly<
    Record<
      | 'effect'
      | 'se'
      | 'lower'
      | 'upper'
      | 'extra_opportunities'
      | 'extra_lower'
      | 'extra_upper'
      | 'coverage'
      | 'crude'
      | 'strata_used',
      number | null
    >
  >;
}

describe.skipIf(!hasOracle)(`the effect of answering in time${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<SlaEffectCase>('sla_effect.json');

  it.each(cases.map((entry, index) => ({ ...entry, index })))('case $index', ({ strata, expected }) => {
    const { estimate, crude, coverage, strataUsed } = stratifiedEffect(
      strata.map(({ n_met, x_met, n_not, x_not }) => ({
        withK: x_met,
        withN: n_met,
        withoutK: x_not,
        withoutN: n_not,
      })),
    );
    const found = {
      effect: estimate?.effect ?? null,
      se: estimate?.standardError ?? null,
      lower: estimate?.low ?? null,
      upper: estimate?.high ?? null,
      extra_opportunities: estimate?.extra ?? null,
      extra_lower: estimate?.extraLow ?? null,
      extra_upper: estimate?.extraHigh ?? null,
      coverage,
      crude,
      strata_used: strataUsed,
    };
    expectOnlyFields(expected, Object.keys(found));
    for (const name of Object.keys(found) as readonly (keyof typeof found)[])
      expectNear(tolerance, name, found[name], expected[name]);
  });
});
