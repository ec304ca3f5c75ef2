import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';
import { allAhead, remainingChance } from '../../src/stats/remaining-chance.ts';

// 100 start: 20 convert on day 10, 10 leave on day 20, 14 convert on day 30, 56 are last seen on day 40.
// F(10) = 0.2, F(30) = 0.34; S(10) = 0.8, S(20) = 0.7, S(30) = 0.56.
const curve = aalenJohansen([
  { age: 10, converted: 20, left: 0, total: 20 },
  { age: 20, converted: 0, left: 10, total: 10 },
  { age: 30, converted: 14, left: 0, total: 14 },
  { age: 40, converted: 0, left: 0, total: 56 },
]);

describe('the chance that one still open converts', () => {
  it('by the horizon is the rise of the curve over the share still open', () => {
    expect(remainingChance(curve, 40, 0, allAhead)).toBeCloseTo(0.34, 12);
    expect(remainingChance(curve, 40, 10, allAhead)).toBeCloseTo(0.14 / 0.8, 12);
    expect(remainingChance(curve, 40, 20, allAhead)).toBeCloseTo(0.14 / 0.7, 12);
    expect(remainingChance(curve, 40, 30, allAhead)).toBe(0);
  });

  it('counts only the days ahead that are asked for', () => {
    expect(remainingChance(curve, 40, 5, { after: 0, upTo: 4 })).toBe(0);
    expect(remainingChance(curve, 40, 5, { after: 0, upTo: 5 })).toBeCloseTo(0.2, 12);
    expect(remainingChance(curve, 40, 5, { after: 5, upTo: 25 })).toBeCloseTo(0.14, 12);
    expect(remainingChance(curve, 40, 5, { after: 4, upTo: 25 })).toBeCloseTo(0.34, 12);
    expect(remainingChance(curve, 40, 5, { after: 10, upTo: 10 })).toBe(0);
    expect(remainingChance(curve, 40, 5, { after: 11, upTo: 10 })).toBe(0);
  });

  it('adds up over days that follow one another', () => {
    const whole = remainingChance(curve, 40, 3, allAhead);
    const parts = [0, 7, 26].map((after, index) =>
      remainingChance(curve, 40, 3, { after, upTo: [7, 26, Infinity][index] ?? 0 }),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 12);
  });

  it('is 0 at the horizon and beyond, and what happens after the horizon does not count', () => {
    expect(remainingChance(curve, 30, 30, allAhead)).toBe(0);
    expect(remainingChance(curve, 25, 25, allAhead)).toBe(0);
    expect(remainingChance(curve, 29, 20, allAhead)).toBe(0);
    expect(remainingChance(curve, 30, 29, allAhead)).toBeCloseTo(0.2, 12);
  });

  it('is 0 where nobody on the curve was still open, or there is no curve', () => {
    const done = aalenJohansen([
      { age: 1, converted: 1, left: 0, total: 1 },
      { age: 2, converted: 1, left: 0, total: 1 },
    ]);
    expect(remainingChance(done, 5, 2, allAhead)).toBe(0);
    expect(remainingChance([], 5, 2, allAhead)).toBe(0);
  });
});
