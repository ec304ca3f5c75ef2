import { describe, expect, it } from 'vitest';
import { shapleyOfProduct } from '../../src/stats/shapley.ts';
import { createPrng } from '../support/naive/prng.ts';

const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1);

const orders = (indices: readonly number[]): readonly (readonly number[])[] =>
  indices.length === 0
    ? [[]]
    : indices.flatMap((first) =>
        orders(indices.filter((index) => index !== first)).map((rest) => [first, ...rest]),
      );

/** The definition itself: change the factors one after another, in every order, and take the mean step of each. */
const byEveryOrder = (before: readonly number[], after: readonly number[]): readonly number[] => {
  const parts = before.map(() => 0);
  const all = orders([...before.keys()]);
  for (const order of all) {
    const now = [...before];
    for (const index of order) {
      const old = product(now);
      now[index] = after[index] ?? 0;
      parts[index] = (parts[index] ?? 0) + (product(now) - old) / all.length;
    }
  }
  return parts;
};

describe('the Shapley value of a factor', () => {
  it('of two is half of what it does alone and half of what it does last', () => {
    expect(shapleyOfProduct([2, 10], [3, 20])).toEqual([15, 25]);
  });

  it('of three adds the orders by their weight', () => {
    const [first, second, third] = shapleyOfProduct([1, 2, 3], [2, 2, 5]);
    expect(first).toBeCloseTo(8, 12);
    expect(second).toBe(0);
    expect(third).toBeCloseTo(6, 12);
  });

  it('is its mean step over all orders, up to six factors', () => {
    const prng = createPrng(53);
    for (let round = 0; round < 60; round += 1) {
      const length = prng.int(1, 6);
      const factors = (): readonly number[] =>
        Array.from({ length }, () => (prng.chance(0.2) ? 0 : prng.next() * 4 - 1));
      const [before, after] = [factors(), factors()];
      const expected = byEveryOrder(before, after);
      const found = shapleyOfProduct(before, after);
      expect(found).toHaveLength(length);
      for (const [index, part] of found.entries()) expect(part).toBeCloseTo(expected[index] ?? 0, 10);
    }
  });

  it('adds up to the whole change for eight factors', () => {
    const before = [3, 1, 4, 1, 5, 9, 2, 6];
    const after = [2, 7, 1, 8, 2, 8, 1, 8];
    const parts = shapleyOfProduct(before, after);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(product(after) - product(before), 6);
  });

  it('is the change itself for one factor, and there is none for no factor', () => {
    expect(shapleyOfProduct([4], [7])).toEqual([3]);
    expect(shapleyOfProduct([], [])).toEqual([]);
  });

  it('does not exist for different factors', () => {
    expect(() => shapleyOfProduct([1, 2], [1])).toThrow(RangeError);
  });
});
