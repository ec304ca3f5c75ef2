import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { association } from '../../src/stats/association.ts';
import { chiSquare } from '../../src/stats/chi-square.ts';
import { fisherExact } from '../../src/stats/fisher-exact.ts';
import type { Group } from '../../src/stats/group.ts';

const group = (k: number, n: number): Group => ({ k, n });

const anyGroup = (most: number): fc.Arbitrary<Group> =>
  fc
    .integer({ min: 1, max: most })
    .chain((n) => fc.record({ k: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

const choose = (n: number, k: number): number => {
  let ways = 1;
  for (let index = 1; index <= k; index += 1) ways = (ways * (n - k + index)) / index;
  return Math.round(ways);
};

describe('the chi-square of several rates', () => {
  it('has the figures worked out by hand for 30 of 100 and 10 of 50', () => {
    const found = chiSquare([group(30, 100), group(10, 50)]);
    expect(found?.statistic).toBeCloseTo(75 / 44, 13);
    expect(found?.degrees).toBe(1);
    expect(found?.p).toBeCloseTo(0.19169460205188, 13);
  });

  it('sums squared deviations from what is expected, over successes and failures', () => {
    const seen = [group(20, 500), group(45, 400), group(35, 200)];
    const cells = seen.flatMap(({ k, n }) => {
      const expected = (n * 100) / 1100;
      return [(k - expected) ** 2 / expected, (k - expected) ** 2 / (n - expected)];
    });
    const found = chiSquare(seen);
    const statistic = cells.reduce((sum, cell) => sum + cell, 0);
    expect(found?.statistic).toBeCloseTo(statistic, 11);
    expect(found?.degrees).toBe(2);
    expect((found?.p ?? 0) / Math.exp(-statistic / 2)).toBeCloseTo(1, 11);
  });

  it('is 0 for equal rates, and all is as likely', () =>
    expect(chiSquare([group(5, 10), group(10, 20), group(15, 30)])).toEqual({
      statistic: 0,
      degrees: 2,
      p: 1,
    }));

  it('leaves out groups without trials', () =>
    expect(chiSquare([group(30, 100), group(0, 0), group(10, 50)])).toEqual(
      chiSquare([group(30, 100), group(10, 50)]),
    ));

  it('does not exist where nothing can differ', () => {
    expect(chiSquare([])).toBeNull();
    expect(chiSquare([group(3, 10)])).toBeNull();
    expect(chiSquare([group(3, 10), group(0, 0)])).toBeNull();
    expect(chiSquare([group(0, 10), group(0, 20)])).toBeNull();
    expect(chiSquare([group(10, 10), group(20, 20)])).toBeNull();
  });
});

describe('the exact test of two rates', () => {
  it.each([
    [3, 4, 1, 4, 34 / 70],
    [1, 10, 11, 14, 0.0027594561852200836],
    [10, 12, 2, 17, 0.0002961503632220905],
    [0, 10, 5, 10, 0.032507739938080496],
    [0, 2000, 6, 100_000, 1],
    [3, 40, 400, 90_000, 0.0007775332284522352],
    [12, 300, 2, 5000, 7.194637874064239e-14],
    [7, 7, 0, 9, 8.741258741258741e-5],
    [900, 2000, 1500, 2000, 8.003562869002635e-85],
  ])('of %i of %i and %i of %i is the exact fraction', (k1, n1, k2, n2, expected) =>
    expect((fisherExact(group(k1, n1), group(k2, n2)) ?? 0) / expected).toBeCloseTo(1, 10),
  );

  it('adds up all tables no likelier than the one seen', () => {
    fc.assert(
      fc.property(anyGroup(25), anyGroup(25), (first, second) => {
        const successes = first.k + second.k;
        const ways = (k: number): number => choose(first.n, k) * choose(second.n, successes - k);
        let all = 0;
        let noLikelier = 0;
        for (let k = Math.max(0, successes - second.n); k <= Math.min(first.n, successes); k += 1) {
          all += ways(k);
          if (ways(k) <= ways(first.k)) noLikelier += ways(k);
        }
        expect(fisherExact(first, second)).toBeCloseTo(noLikelier / all, 11);
      }),
      { seed: 101, numRuns: 500 },
    );
  });

  it('counts a table that is as likely as the one seen', () => {
    expect(fisherExact(group(1, 10), group(9, 10))).toBeCloseTo(
      (2 * (choose(10, 1) * choose(10, 9) + 1)) / choose(20, 10),
      15,
    );
  });

  it('is the same for failures, and when the groups change places', () => {
    fc.assert(
      fc.property(anyGroup(3000), anyGroup(3000), (first, second) => {
        const p = fisherExact(first, second) ?? Number.NaN;
        const failures = fisherExact(group(first.n - first.k, first.n), group(second.n - second.k, second.n));
        expect(p >= 0 && p <= 1).toBe(true);
        expect(fisherExact(second, first)).toBeCloseTo(p, 9);
        expect(failures).toBeCloseTo(p, 9);
      }),
      { seed: 102, numRuns: 100 },
    );
  });

  it('is 1 where all succeed or nobody does', () => {
    expect(fisherExact(group(0, 10), group(0, 20))).toBe(1);
    expect(fisherExact(group(10, 10), group(20, 20))).toBe(1);
  });

  it('is 0 where the chance is below what a number can hold', () =>
    expect(fisherExact(group(2, 1000), group(900, 1000))).toBe(0));

  it('does not exist where a group is empty', () => {
    expect(fisherExact(group(0, 0), group(3, 9))).toBeNull();
    expect(fisherExact(group(3, 9), group(0, 0))).toBeNull();
  });
});

describe('the test of one cell against the rest', () => {
  it('is the chi-square where five of each are expected', () => {
    expect(association(group(1, 10), group(9, 10))).toEqual({
      test: 'chi-square',
      p: chiSquare([group(1, 10), group(9, 10)])?.p,
    });
    expect(association(group(30, 100), group(10, 50))?.test).toBe('chi-square');
  });

  it('is exact where fewer than five successes are expected', () => {
    const found = association(group(1, 10), group(8, 10));
    expect(found).toEqual({ test: 'fisher', p: fisherExact(group(1, 10), group(8, 10)) });
  });

  it('is exact where fewer than five failures are expected, in either group', () => {
    expect(association(group(99, 100), group(45, 50))?.test).toBe('fisher');
    expect(association(group(45, 50), group(99, 100))?.test).toBe('fisher');
    expect(association(group(92, 100), group(49, 50))?.test).toBe('fisher');
  });

  it('is 1 where nobody converts', () =>
    expect(association(group(0, 100), group(0, 50))).toEqual({ test: 'fisher', p: 1 }));

  it('does not exist where a group is empty', () => {
    expect(association(group(0, 0), group(30, 90))).toBeNull();
    expect(association(group(30, 90), group(0, 0))).toBeNull();
    expect(association(group(0, 0), group(0, 0))).toBeNull();
  });
});
