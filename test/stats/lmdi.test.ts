import { describe, expect, it } from 'vitest';
import { lmdiTotals } from '../../src/stats/lmdi.ts';

describe('the LMDI parts of a change', () => {
  it('of one product share its change as the logarithms of the factors do', () => {
    const [first, second] = lmdiTotals([{ before: [1, 2], after: [2, 8] }]) ?? [];
    expect(first).toBeCloseTo(14 / 3, 12);
    expect(second).toBeCloseTo(28 / 3, 12);
  });

  it('are added over the products', () => {
    const one = { before: [1, 2], after: [2, 8] };
    const [first, second] = lmdiTotals([one, one]) ?? [];
    expect(first).toBeCloseTo(28 / 3, 12);
    expect(second).toBeCloseTo(56 / 3, 12);
  });

  it('cancel where the product stays', () => {
    const [first, second] = lmdiTotals([{ before: [2, 3], after: [3, 2] }]) ?? [];
    expect(first).toBeCloseTo(6 * Math.log(1.5), 12);
    expect(second).toBeCloseTo(-6 * Math.log(1.5), 12);
  });

  it('stay exact where the product hardly moves', () => {
    const [first] = lmdiTotals([{ before: [2, 3], after: [3, 2 * (1 + 1e-13)] }]) ?? [];
    expect(first).toBeCloseTo(6 * Math.log(1.5), 10);
  });

  it.each([
    ['before', { before: [0, 1], after: [1, 1] }],
    ['after', { before: [1, 1], after: [1, 0] }],
    ['below', { before: [1, 1], after: [1, -2] }],
  ])('do not exist with a zero %s', (_, product) => {
    expect(lmdiTotals([{ before: [1, 1], after: [2, 2] }, product])).toBeNull();
  });

  it('do not exist without a product', () => expect(lmdiTotals([])).toBeNull());
});
