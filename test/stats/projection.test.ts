import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aalenJohansen, incidenceAt, type IncidencePoint } from '../../src/stats/aalen-johansen.ts';
import { maturity } from '../../src/stats/maturity.ts';
import { projectFinal, type AgeTally, type OpenCohort } from '../../src/stats/projection.ts';
import { z95 } from '../../src/stats/wilson.ts';
import { ageCountsOf, lifeTableOf } from '../support/life-tables.ts';

/** Ages and events (1 converted, 2 left, 0 still open) of ten leads. */
const ten = aalenJohansen(
  ageCountsOf([
    [0, 1],
    [0, 0],
    [1, 2],
    [2, 1],
    [2, 0],
    [3, 1],
    [5, 2],
    [5, 1],
    [8, 0],
    [10, 0],
  ]),
);

const tally = (age: number, count = 1): AgeTally => ({ age, count });

const cohort = (n: number, converted: number, open: readonly AgeTally[]): OpenCohort => ({
  n,
  converted,
  open,
});

const chanceOf = (curve: readonly IncidencePoint[], days: number, age: number): number => {
  if (age >= days) return 0;
  const point = incidenceAt(curve, age);
  const final = incidenceAt(curve, days)?.converted ?? 0;
  if (point === null) return final;
  return point.open === 0 ? 0 : (final - point.converted) / point.open;
};

/** The parameter variance as the definition writes it: all open leads again at each age of the curve. */
const writtenOut = (curve: readonly IncidencePoint[], days: number, open: readonly AgeTally[]): number => {
  const final = incidenceAt(curve, days)?.converted ?? 0;
  return curve
    .filter(({ age }) => age >= 1 && age <= days)
    .reduce((sum, point) => {
      const before = curve.findLast(({ age }) => age < point.age) ?? { converted: 0, left: 0, open: 1 };
      const reaching = open
        .filter(({ age }) => age < point.age && (incidenceAt(curve, age)?.open ?? 1) > 0)
        .reduce(
          (total, { age, count }) => total + (count * before.open) / (incidenceAt(curve, age)?.open ?? 1),
          0,
        );
      const hazard1 = (point.converted - before.converted) / before.open;
      const hazard2 = (point.left - before.left) / before.open;
      const chance = point.open === 0 ? 0 : (final - point.converted) / point.open;
      const mean = hazard1 * (1 - chance) - hazard2 * chance;
      const second = hazard1 * (1 - chance) ** 2 + hazard2 * chance ** 2;
      return sum + (reaching ** 2 / point.atRisk) * (second - mean ** 2);
    }, 0);
};

describe('where a young cohort will end', () => {
  it('has the figures that the definition works out for ten leads', () => {
    const found = projectFinal(ten, 5, cohort(10, 3, [tally(1, 2), tally(2), tally(3)]));
    expect(found?.expectedMore).toBeCloseTo(1.621, 3);
    expect(found?.projected).toBeCloseTo(0.462, 3);
    expect(found?.standardError).toBeCloseTo(1.248, 3);
    expect(found?.low).toBe(0.3);
    expect(found?.high).toBe(0.7);
  });

  it('adds the chance of each open lead, and what each may do by chance', () => {
    const found = projectFinal(ten, 5, cohort(10, 3, [tally(0, 3), tally(2, 2)]));
    const young = chanceOf(ten, 5, 0);
    const older = chanceOf(ten, 5, 2);
    expect(found?.expectedMore).toBeCloseTo(3 * young + 2 * older, 13);
    expect(found?.processVariance).toBeCloseTo(3 * young * (1 - young) + 2 * older * (1 - older), 13);
    expect(found?.projected).toBeCloseTo((3 + 3 * young + 2 * older) / 10, 13);
  });

  it('has the parameter variance that the definition writes out', () => {
    const open = fc.array(
      fc.record({ age: fc.integer({ min: 0, max: 420 }), count: fc.integer({ min: 1, max: 30 }) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(lifeTableOf(9), fc.integer({ min: 0, max: 420 }), open, (ages, days, openAges) => {
        const curve = aalenJohansen(ages);
        const found = projectFinal(curve, days, cohort(1000, 10, openAges));
        const written = writtenOut(
          curve,
          days,
          openAges.filter(({ age }) => age < days),
        );
        const apart = Math.abs((found?.parameterVariance ?? 0) - (curve.length === 0 ? 0 : written));
        expect(apart).toBeLessThanOrEqual(1e-9 * Math.max(1, written));
      }),
      { seed: 81, numRuns: 300 },
    );
  });

  it('joins both variances in one standard error and one interval', () => {
    const found = projectFinal(ten, 5, cohort(100, 10, [tally(1, 40)]), 1.5);
    const error = Math.sqrt((found?.processVariance ?? 0) + (found?.parameterVariance ?? 0));
    const centre = 10 + (found?.expectedMore ?? 0);
    expect(found?.parameterVariance).toBeGreaterThan(1);
    expect(found?.standardError).toBeCloseTo(error, 13);
    expect(found?.low).toBeCloseTo((centre - 1.5 * error) / 100, 13);
    expect(found?.high).toBeCloseTo(Math.min(50, centre + 1.5 * error) / 100, 13);
  });

  it('has a wide end that is possible, and 95 % where no confidence is named', () => {
    const many = aalenJohansen(ageCountsOf(Array.from({ length: 900 }, (_, lead) => [lead % 30, lead % 7])));
    const found = projectFinal(many, 29, cohort(500, 20, [tally(2, 300)]));
    const centre = 20 + (found?.expectedMore ?? 0);
    expect(found?.low).toBeCloseTo((centre - z95 * (found?.standardError ?? 0)) / 500, 13);
    expect(found?.high).toBeCloseTo((centre + z95 * (found?.standardError ?? 0)) / 500, 13);
  });

  it('is what has converted once all open leads have reached the horizon', () => {
    const found = projectFinal(ten, 5, cohort(10, 4, [tally(5, 2), tally(9)]));
    expect(found).toEqual({
      expectedMore: 0,
      processVariance: 0,
      parameterVariance: 0,
      standardError: 0,
      projected: 0.4,
      low: 0.4,
      high: 0.4,
    });
  });

  it('expects nothing of leads older than any on the curve that stayed open', () => {
    const ended = aalenJohansen(
      ageCountsOf([
        [1, 1],
        [2, 1],
        [2, 2],
      ]),
    );
    const found = projectFinal(ended, 9, cohort(10, 1, [tally(4, 3)]));
    expect(found?.expectedMore).toBe(0);
    expect(found?.standardError).toBe(0);
    expect(found?.high).toBe(0.1);
    expect(projectFinal(ended, 9, cohort(10, 1, [tally(1, 3)]))?.expectedMore).toBeCloseTo(1.5, 13);
  });

  it('gives leads younger than the curve its full share', () => {
    const late = aalenJohansen(
      ageCountsOf([
        [7, 1],
        [9, 0],
        [9, 0],
        [9, 0],
      ]),
    );
    expect(projectFinal(late, 9, cohort(20, 0, [tally(3, 8)]))?.expectedMore).toBeCloseTo(2, 13);
  });

  it('does not depend on the order in which ages are told', () => {
    const open = [tally(3, 2), tally(0, 5), tally(2)];
    expect(projectFinal(ten, 5, cohort(12, 2, open))).toEqual(
      projectFinal(ten, 5, cohort(12, 2, [tally(0, 5), tally(2), tally(3, 2)])),
    );
  });

  it('does not exist for an empty cohort or without a curve', () => {
    expect(projectFinal(ten, 5, cohort(0, 0, []))).toBeNull();
    expect(projectFinal([], 5, cohort(10, 3, [tally(1)]))).toBeNull();
  });
});

describe('the maturity of a cohort', () => {
  it('is the share of its final conversions expected by now', () => {
    const by = (age: number): number => incidenceAt(ten, age)?.converted ?? Number.NaN;
    expect(maturity(ten, 5, [tally(0, 3), tally(2, 1)])).toBeCloseTo((3 * by(0) + by(2)) / (4 * by(5)), 14);
  });

  it('is full from the horizon on', () => {
    expect(maturity(ten, 5, [tally(5, 2), tally(300)])).toBeCloseTo(1, 14);
    expect(maturity(ten, 2, [tally(5, 2), tally(300)])).toBeCloseTo(1, 14);
  });

  it('is 0 before anybody converts', () => {
    const late = aalenJohansen(ageCountsOf([[7, 1]]));
    expect(maturity(late, 9, [tally(3, 4)])).toBe(0);
    expect(maturity(late, 9, [tally(3, 1), tally(7, 3)])).toBeCloseTo(0.75, 14);
  });

  it('does not exist for an empty cohort or where nobody converts by the horizon', () => {
    expect(maturity(ten, 5, [])).toBeNull();
    expect(maturity(ten, 5, [tally(3, 0)])).toBeNull();
    expect(maturity([], 5, [tally(1)])).toBeNull();
    expect(maturity(aalenJohansen(ageCountsOf([[7, 1]])), 6, [tally(3)])).toBeNull();
  });
});
