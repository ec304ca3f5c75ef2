import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aalenJohansen,
  incidenceAt,
  incidenceInterval,
  type AgeCount,
  type IncidencePoint,
} from '../../src/stats/aalen-johansen.ts';
import { lifeTableOf } from '../support/life-tables.ts';

const step = (age: number, converted: number, left: number, censored = 0): AgeCount => ({
  age,
  converted,
  left,
  total: converted + left + censored,
});

/** Ages 0,0,1,2,2,3,5,5,8,10 with events 1,0,2,1,0,1,2,1,0,0. */
const ten = aalenJohansen([
  step(0, 1, 0, 1),
  step(1, 0, 1),
  step(2, 1, 0, 1),
  step(3, 1, 0),
  step(5, 1, 1),
  step(8, 0, 0, 1),
  step(10, 0, 0, 1),
]);

/** The variance as the definition writes it, a sum over all earlier ages for each age. */
const writtenOut = (ages: readonly AgeCount[], curve: readonly IncidencePoint[]): readonly number[] =>
  curve.map((target, upTo) =>
    curve.slice(0, upTo + 1).reduce((sum, point, index) => {
      const before = curve[index - 1]?.open ?? 1;
      const hazard1 = (ages[index]?.converted ?? 0) / point.atRisk;
      const hazard2 = (ages[index]?.left ?? 0) / point.atRisk;
      const rise = point.open > 0 ? (target.converted - point.converted) / point.open : 0;
      const mean = hazard1 * (1 - rise) - hazard2 * rise;
      const second = hazard1 * (1 - rise) ** 2 + hazard2 * rise ** 2;
      return sum + (before ** 2 / point.atRisk) * (second - mean ** 2);
    }, 0),
  );

describe('the standard error of a share converted', () => {
  it('squares to the sum that the definition writes out, at every age', () => {
    fc.assert(
      fc.property(lifeTableOf(9), (ages) => {
        const curve = aalenJohansen(ages);
        for (const [index, variance] of writtenOut(ages, curve).entries())
          expect(Math.abs((curve[index]?.standardError ?? Number.NaN) ** 2 - variance)).toBeLessThan(1e-14);
      }),
      { seed: 71, numRuns: 200 },
    );
  });

  it('is within a millionth of a millionth of the written sum for two thousand ages of ten thousand leads', () => {
    const ages = Array.from({ length: 2000 }, (_, age) =>
      step(age, (age * 7) % 3, (age * 5) % 4, (age * 11) % 5),
    ).filter(({ total }) => total > 0);
    const curve = aalenJohansen(ages);
    for (const [index, variance] of writtenOut(ages, curve).entries())
      expect(Math.abs((curve[index]?.standardError ?? Number.NaN) - Math.sqrt(variance))).toBeLessThan(1e-12);
  });

  it('is that of a plain share where nobody is censored', () => {
    const curve = aalenJohansen([step(0, 10, 5), step(4, 20, 15), step(9, 30, 120)]);
    const share = 60 / 200;
    expect(incidenceAt(curve, 9)?.standardError).toBeCloseTo(Math.sqrt((share * (1 - share)) / 200), 14);
  });

  it('is 0 where all converted', () => {
    const curve = aalenJohansen([step(0, 1, 0), step(1, 2, 0), step(2, 4, 0)]);
    expect(incidenceAt(curve, 2)?.standardError).toBeLessThan(1e-8);
  });
});

describe('the share still open', () => {
  it('is exactly 0 once all have ended', () => {
    for (const [converted, left] of [
      [1, 2],
      [3, 7],
      [10, 39],
    ] as const)
      expect(aalenJohansen([step(0, 3, 1), step(4, converted, left)]).at(-1)?.open).toBe(0);
  });

  it('is 1 less all that ended where nobody is censored', () => {
    expect(aalenJohansen([step(0, 3, 1), step(4, 2, 2), step(5, 1, 1)])[1]?.open).toBeCloseTo(0.2, 15);
  });
});

describe('the point in force at an age', () => {
  it('is the last one not later', () => {
    expect(incidenceAt(ten, -1)).toBeNull();
    expect(incidenceAt(ten, 0)?.age).toBe(0);
    expect(incidenceAt(ten, 4)?.age).toBe(3);
    expect(incidenceAt(ten, 5)?.age).toBe(5);
    expect(incidenceAt(ten, 7.9)?.age).toBe(5);
    expect(incidenceAt(ten, 1e9)?.age).toBe(10);
    expect(incidenceAt([], 3)).toBeNull();
  });
});

describe('the interval of a share converted', () => {
  const bounds = (point: Partial<IncidencePoint>, z?: number) =>
    incidenceInterval(
      { age: 5, atRisk: 3, converted: 0.2, left: 0.3, open: 0.5, standardError: 0.05, ...point },
      z,
    );

  it('has the figures that the definition works out for ten leads', () => {
    const point = incidenceAt(ten, 5);
    const { low, high } = point === null ? { low: 0, high: 0 } : incidenceInterval(point);
    expect(low).toBeCloseTo(0.212, 3);
    expect(high).toBeCloseTo(0.839, 3);
  });

  it('is symmetrical after the complementary log-log transformation', () => {
    const { low, high } = bounds({}, 2);
    const transformed = (share: number): number => Math.log(-Math.log(1 - share));
    const half = (2 * 0.05) / (0.8 * -Math.log(0.8));
    expect(transformed(high) - transformed(0.2)).toBeCloseTo(half, 12);
    expect(transformed(0.2) - transformed(low)).toBeCloseTo(half, 12);
  });

  it('is the share itself where nobody converted, all did or nothing is unsure', () => {
    expect(bounds({ converted: 0, left: 0.5 })).toEqual({ low: 0, high: 0 });
    expect(bounds({ converted: 1, left: 0, open: 0 })).toEqual({ low: 1, high: 1 });
    expect(bounds({ standardError: 0 })).toEqual({ low: 0.2, high: 0.2 });
  });

  it('lies between 0 and 1 and holds the share, whatever the history', () => {
    fc.assert(
      fc.property(lifeTableOf(9), (ages) => {
        for (const point of aalenJohansen(ages)) {
          const { low, high } = incidenceInterval(point);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(point.converted + 1e-12);
          expect(high).toBeGreaterThanOrEqual(point.converted - 1e-12);
          expect(high).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { seed: 72, numRuns: 200 },
    );
  });
});
