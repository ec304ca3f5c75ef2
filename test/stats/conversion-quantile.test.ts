import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';
import { conversionQuantile } from '../../src/stats/conversion-quantile.ts';
import { ageCountsOf } from '../support/life-tables.ts';

describe('the days until a share of those who will convert have done so', () => {
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

  it('has the figure that the definition works out for ten leads', () =>
    expect(conversionQuantile(ten, 5, 0.5, 20)).toBe(3));

  it('is measured against the horizon, not the last age', () => {
    expect(conversionQuantile(ten, 3, 0.5, 20)).toBe(2);
    expect(conversionQuantile(ten, 3, 1, 20)).toBe(3);
  });

  it('counts a share that is reached exactly', () => {
    const even = aalenJohansen(ageCountsOf(Array.from({ length: 10 }, (_, day) => [day + 1, 1])));
    for (const tenth of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      expect(conversionQuantile(even, 10, tenth / 10, 20)).toBe(tenth);
  });

  it('needs twenty conversions', () => {
    expect(conversionQuantile(ten, 5, 0.5, 19)).toBeNull();
    expect(conversionQuantile(ten, 5, 0.5, 20)).not.toBeNull();
  });

  it('does not exist where nobody converts by the horizon', () => {
    expect(conversionQuantile(aalenJohansen(ageCountsOf([[4, 1]])), 3, 0.5, 20)).toBeNull();
    expect(conversionQuantile(aalenJohansen(ageCountsOf([[4, 2]])), 9, 0.5, 20)).toBeNull();
    expect(conversionQuantile([], 9, 0.5, 20)).toBeNull();
  });
});
