import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  survivalInterval,
  survivalQuantile,
  type EndCount,
} from '../../src/stats/kaplan-meier.ts';
import { lifeTableOf } from '../support/life-tables.ts';

const at = (age: number, ended: number, censored = 0): EndCount => ({ age, ended, total: ended + censored });

const tables = lifeTableOf(6).map((ages) =>
  ages.map(({ age, converted, total }) => ({ age, ended: converted, total })),
);

describe('the share that waits longer than an age', () => {
  it('has the figures worked out by hand for ten leads', () => {
    const [first, second, third] = kaplanMeier([at(2, 2, 1), at(5, 0, 2), at(9, 3, 2)]);
    expect(first).toMatchObject({ age: 2, atRisk: 10, ended: 2, censored: 1, survival: 0.8 });
    expect(first?.standardError).toBeCloseTo(Math.sqrt((0.8 * 0.2) / 10), 15);
    expect(second).toMatchObject({ age: 5, atRisk: 7, ended: 0, censored: 2, survival: 0.8 });
    expect(second?.standardError).toBe(first?.standardError);
    expect(third?.atRisk).toBe(5);
    expect(third?.survival).toBeCloseTo(0.32, 15);
    expect(third?.standardError).toBeCloseTo(0.32 * Math.sqrt(2 / 80 + 3 / 10), 15);
  });

  it('is the plain share, with its plain error, where nobody is lost from sight', () => {
    const curve = kaplanMeier([at(1, 10), at(3, 25), at(8, 30), at(9, 135)]);
    const third = curve[2];
    expect(third?.survival).toBeCloseTo(135 / 200, 14);
    expect(third?.standardError).toBeCloseTo(Math.sqrt((0.675 * 0.325) / 200), 14);
  });

  it('is nothing, of unknown error, once all have ended', () => {
    const last = kaplanMeier([at(1, 2, 1), at(4, 3)]).at(-1);
    expect(last?.survival).toBe(0);
    expect(last?.standardError).toBeNull();
  });

  it('never rises', () => {
    fc.assert(
      fc.property(tables, (table) => {
        let before = 1;
        for (const { survival } of kaplanMeier(table)) {
          expect(survival).toBeLessThanOrEqual(before);
          expect(survival).toBeGreaterThanOrEqual(0);
          before = survival;
        }
      }),
      { seed: 91 },
    );
  });

  it('is empty without leads', () => expect(kaplanMeier([])).toEqual([]));
});

describe('the interval of the share that waits longer', () => {
  const bounds = (survival: number, standardError: number | null, z?: number) =>
    survivalInterval({ age: 3, atRisk: 9, ended: 1, censored: 0, survival, standardError }, z);

  it('is symmetrical after the log-log transformation', () => {
    const found = bounds(0.7, 0.06, 2);
    const transformed = (share: number | undefined): number => Math.log(-Math.log(share ?? Number.NaN));
    const half = (2 * 0.06) / (0.7 * -Math.log(0.7));
    expect(transformed(0.7) - transformed(found?.high)).toBeCloseTo(half, 12);
    expect(transformed(found?.low) - transformed(0.7)).toBeCloseTo(half, 12);
  });

  it('is one of 95 % where no confidence is named', () =>
    expect(bounds(0.7, 0.06)).toEqual(bounds(0.7, 0.06, 1.959963984540054)));

  it('tells nothing while nobody has ended, and once all have', () => {
    expect(bounds(1, 0)).toBeNull();
    expect(bounds(0, null)).toBeNull();
  });

  it('lies between 0 and 1 and holds the share, whatever the history', () => {
    fc.assert(
      fc.property(tables, (table) => {
        for (const point of kaplanMeier(table)) {
          const { low, high } = survivalInterval(point) ?? { low: 0, high: 1 };
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(point.survival + 1e-12);
          expect(high).toBeGreaterThanOrEqual(point.survival - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 92 },
    );
  });
});

describe('the age by which a share has ended', () => {
  const curve = kaplanMeier([at(2, 3), at(4, 2), at(7, 2), at(9, 0, 3)]);

  it('is the first one that leaves no more than the rest', () => {
    expect(survivalQuantile(curve, 0.3)).toBe(2);
    expect(survivalQuantile(curve, 0.31)).toBe(4);
    expect(survivalQuantile(curve, 0.5)).toBe(4);
    expect(survivalQuantile(curve, 0.51)).toBe(7);
    expect(survivalQuantile(curve, 0.7)).toBe(7);
  });

  it('is not reached where more go on waiting', () => {
    expect(survivalQuantile(curve, 0.71)).toBeNull();
    expect(survivalQuantile([], 0.5)).toBeNull();
  });

  it('counts a share that is reached exactly', () => {
    const even = kaplanMeier(Array.from({ length: 10 }, (_, day) => at(day + 1, 1)));
    for (const tenth of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(survivalQuantile(even, tenth / 10)).toBe(tenth);
  });
});
