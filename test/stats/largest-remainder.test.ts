import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeParts } from '../../src/stats/largest-remainder.ts';

describe('whole parts of a sum', () => {
  it('give what is missing to the largest remainder', () =>
    expect(wholeParts([1.2, 2.5, 3.4])).toEqual([1, 3, 3]));

  it('give it to the earlier part where remainders are equal', () =>
    expect(wholeParts([0.5, 0.5, 0.5, 0.5])).toEqual([1, 1, 0, 0]));

  it('leave whole parts as they are', () => expect(wholeParts([4, 0.6, 7, 0.6])).toEqual([4, 1, 7, 0]));

  it('round half a unit of the sum up', () => expect(wholeParts([0.25, 0.25])).toEqual([1, 0]));

  it('round a sum just below half a unit down', () => expect(wholeParts([0.25, 0.2])).toEqual([0, 0]));

  it('take negative parts', () => expect(wholeParts([-1.5, 2.25])).toEqual([-1, 2]));

  it('are none of none', () => expect(wholeParts([])).toEqual([]));

  it('add up to the rounded sum, each less than 1 from its part', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -400_000, max: 400_000 }), { maxLength: 40 }), (quarters) => {
        const parts = quarters.map((quarter) => quarter / 4);
        const whole = wholeParts(parts);
        expect(whole.every(Number.isInteger)).toBe(true);
        expect(whole.reduce((sum, part) => sum + part, 0)).toBe(
          Math.round(parts.reduce((sum, part) => sum + part, 0)) + 0,
        );
        for (const [index, part] of parts.entries())
          expect(Math.abs((whole[index] ?? NaN) - part)).toBeLessThan(1);
      }),
      { seed: 4 },
    ));
});
