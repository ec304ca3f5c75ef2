import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  incidenceAt,
  incidenceInterval,
  type AgeCount,
} from '../../src/stats/aalen-johansen.ts';
import { expectWithin } from '../support/oracle-cases.ts';
import { ageCountsOf } from '../support/life-tables.ts';
import { hasOracle, missing, oracleRows, readOracle } from '../support/oracle.ts';

interface Points {
  readonly tolerance_abs: number;
  readonly points: readonly {
    readonly t: number;
    readonly cif1: number;
    readonly cif2: number;
    readonly event_free: number;
    readonly se_cif1: number;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly r_ij_se_cif1: number;
  }[];
}

/** 1,384 patients: months until plasma-cell malignancy (1), death (2) or the end of the study (0). */
const ages = (): readonly AgeCount[] =>
  ageCountsOf(oracleRows('aj_mgus2_data.csv').map(({ time, event }) => [Number(time), Number(event)]));

describe.skipIf(!hasOracle)(`competing risks of the mgus2 study${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const within = (tolerance: number, found: number | undefined, expected: number): void =>
    expect(Math.abs((found ?? Number.NaN) - expected)).toBeLessThanOrEqual(tolerance);

  it('has the curve, the number at risk and the standard error that R survfit gives at every age', () => {
    const curve = aalenJohansen(ages());
    for (const row of oracleRows('aj_mgus2_expected.csv')) {
      const point = incidenceAt(curve, Number(row['time']));
      expect(point?.age).toBe(Number(row['time']));
      expect(point?.atRisk).toBe(Number(row['n_risk']));
      within(1e-9, point?.converted, Number(row['cif1']));
      within(1e-9, point?.left, Number(row['cif2']));
      within(1e-9, point?.open, Number(row['event_free']));
      within(1e-9, point?.standardError, Number(row['r_ij_se_cif1']));
    }
  });

  it('has the standard error of the other event too, when the events change places', () => {
    const curve = aalenJohansen(
      ages().map(({ converted, left, ...age }) => ({ ...age, converted: left, left: converted })),
    );
    for (const row of oracleRows('aj_mgus2_expected.csv')) {
      const point = incidenceAt(curve, Number(row['time']));
      within(1e-9, point?.converted, Number(row['cif2']));
      within(1e-9, point?.standardError, Number(row['r_ij_se_cif2']));
    }
  });

  it('has the complementary log-log interval at the listed ages', () => {
    const { points, tolerance_abs: tolerance } = JSON.parse(readOracle('aj_mgus2_points.json')) as Points;
    const curve = aalenJohansen(ages());
    for (const expected of points) {
      const point = incidenceAt(curve, expected.t);
      const bounds = point && incidenceInterval(point);
      expectWithin(tolerance, bounds?.low, expected.lower);
      expectWithin(tolerance, bounds?.high, expected.upper);
    }
  });

  it('has the delta-method standard error at the listed ages', () => {
    const { points, tolerance_abs: tolerance } = JSON.parse(readOracle('aj_mgus2_points.json')) as Points;
    const curve = aalenJohansen(ages());
    for (const expected of points) {
      const point = incidenceAt(curve, expected.t);
      within(tolerance, point?.converted, expected.cif1);
      within(tolerance, point?.left, expected.cif2);
      within(tolerance, point?.open, expected.event_free);
      within(tolerance, point?.standardError, expected.se_cif1);
      within(1e-9, point?.standardError, expected.r_ij_se_cif1);
    }
  });
});
