import { describe, expect, it } from 'vitest';
import { kaplanMeier, survivalInterval } from '../../src/stats/kaplan-meier.ts';
import { ageCountsOf } from '../support/life-tables.ts';
import { expectWithin } from '../support/oracle-cases.ts';
import { hasOracle, missing, oracleRows } from '../support/oracle.ts';

const tolerance = 1e-9;

/** R writes what is undefined as NA or NaN. */
const figure = (cell: string | undefined): number | null =>
  cell === undefined || ['', 'NA', 'NaN'].includes(cell) ? null : Number(cell);

describe.skipIf(!hasOracle)(`remission of leukaemia patients${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  it('has every column of the life table that R survfit gives', () => {
    const rows = oracleRows('km_6mp_data.csv').map(
      ({ time, event }) => [Number(time), Number(event)] as const,
    );
    const curve = kaplanMeier(
      ageCountsOf(rows).map(({ age, converted, total }) => ({ age, ended: converted, total })),
    );
    const expected = oracleRows('km_6mp_expected.csv');
    expect(curve.map(({ age }) => age)).toEqual(expected.map(({ time }) => Number(time)));
    for (const [index, point] of curve.entries()) {
      const row = expected[index] ?? {};
      const bounds = survivalInterval(point);
      expect(point.atRisk).toBe(Number(row['n_risk']));
      expect(point.ended).toBe(Number(row['n_event']));
      expect(point.censored).toBe(Number(row['n_censor']));
      expectWithin(tolerance, point.survival, figure(row['survival']));
      expectWithin(tolerance, point.standardError, figure(row['std_err']));
      expectWithin(tolerance, bounds?.low, figure(row['lower']));
      expectWithin(tolerance, bounds?.high, figure(row['upper']));
    }
  });
});
