import { describe, expect, it } from 'vitest';
import { paretoFront } from '../../src/stats/pareto-front.ts';
import { middleHalf } from '../../src/stats/quartiles.ts';

describe('the options that nothing beats', () => {
  it('bring more for more, in order', () => {
    const options = [
      { name: 'dear', cost: 5, gain: 9 },
      { name: 'beaten', cost: 6, gain: 9 },
      { name: 'cheap', cost: 1, gain: 2 },
      { name: 'worse', cost: 3, gain: 1 },
      { name: 'same cost', cost: 1, gain: 1 },
    ];
    expect(paretoFront(options).map(({ name }) => name)).toEqual(['cheap', 'dear']);
  });

  it('are the first of equal ones, and none of none', () => {
    const equal = [
      { name: 'a', cost: 1, gain: 1 },
      { name: 'b', cost: 1, gain: 1 },
    ];
    expect(paretoFront(equal)).toEqual([equal[0]]);
    expect(paretoFront([])).toEqual([]);
  });
});

describe('the middle half of values', () => {
  it('goes from a quarter to three quarters of them, by rank', () => {
    expect(middleHalf([8, 1, 3, 2, 5, 4, 7, 6])).toEqual({ low: 2, high: 6 });
    expect(middleHalf([10, 20, 30, 40, 50])).toEqual({ low: 20, high: 40 });
  });

  it('is the value itself of one, and nothing of none', () => {
    expect(middleHalf([4])).toEqual({ low: 4, high: 4 });
    expect(middleHalf([])).toBeNull();
  });
});
