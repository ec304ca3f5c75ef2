import { describe, expect, it } from 'vitest';
import { fitBetaBinomial, shrunkenRate } from '../../src/stats/beta-binomial.ts';
import { hasOracle, missing, readOracle } from '../support/oracle.ts';
import { expectWithin, oracleCases, type OracleCases } from '../support/oracle-cases.ts';

interface ShrinkageCase {
  readonly name: string;
  readonly x: readonly number[];
  readonly n: readonly number[];
  readonly expected: {
    readonly mu: number | null;
    readonly rho_raw: number | null;
    readonly M: number | null;
    readonly alpha: number | null;
    readonly beta: number | null;
    readonly posterior_mean: readonly (number | null)[];
    readonly lower95: readonly (number | null)[];
    readonly upper95: readonly (number | null)[];
  };
}

describe.skipIf(!hasOracle)(`rates drawn towards the common one${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { cases, tolerance } = oracleCases('beta_binomial_eb.json') as OracleCases<ShrinkageCase>;
  const { tolerance_interval_abs: toleranceOfBounds } = (
    hasOracle ? JSON.parse(readOracle('beta_binomial_eb.json')) : { tolerance_interval_abs: 0 }
  ) as { readonly tolerance_interval_abs: number };

  it.each(cases)('have the reference distribution in the case $name', ({ x, n, expected }) => {
    const fit = fitBetaBinomial(x.map((k, index) => ({ k, n: n[index] ?? Number.NaN })));
    expectWithin(tolerance, fit?.mean, expected.mu);
    expectWithin(tolerance, fit?.correlation, expected.rho_raw);
    expectWithin(tolerance, fit?.strength, expected.M);
    expectWithin(tolerance, fit && fit.mean * fit.strength, expected.alpha);
    expectWithin(tolerance, fit && (1 - fit.mean) * fit.strength, expected.beta);
  });

  it.each(cases)('and the reference means and bounds in the case $name', ({ x, n, expected }) => {
    const groups = x.map((k, index) => ({ k, n: n[index] ?? Number.NaN }));
    const fit = fitBetaBinomial(groups);
    const rates = groups.map((group) => fit && shrunkenRate(group.k, group.n, fit, 0.95));
    expect(rates).toHaveLength(expected.posterior_mean.length);
    for (const [index, rate] of rates.entries()) {
      expectWithin(tolerance, rate?.rate, expected.posterior_mean[index] ?? null);
      expectWithin(toleranceOfBounds, rate?.low, expected.lower95[index] ?? null);
      expectWithin(toleranceOfBounds, rate?.high, expected.upper95[index] ?? null);
    }
  });
});
