import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg } from '../../src/stats/benjamini-hochberg.ts';

describe('p-values adjusted for how many cells were looked at', () => {
  it('are multiplied by how many are as small, on average, in the order given', () =>
    expect(benjaminiHochberg([0.25, 0.015625, 0.0625])).toEqual([0.25, 0.046875, 0.09375]));

  it('are never above that of a larger one', () =>
    expect(benjaminiHochberg([0.03125, 0.0390625, 0.0625])).toEqual([0.05859375, 0.05859375, 0.0625]));

  it('do not count cells that were not tested', () =>
    expect(benjaminiHochberg([null, 0.25, null, 0.125])).toEqual([null, 0.25, null, 0.25]));

  it('are at most 1', () => expect(benjaminiHochberg([1, 1])).toEqual([1, 1]));

  it('are none where nothing was tested', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([null])).toEqual([null]);
  });

  it('are the definition, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        const defined = values.map((value) => {
          const later = sorted.slice(sorted.indexOf(value));
          const first = sorted.indexOf(value) + 1;
          return Math.min(1, ...later.map((other, index) => (values.length * other) / (first + index)));
        });
        const found = benjaminiHochberg(values);
        for (const [index, value] of defined.entries()) expect(found[index]).toBeCloseTo(value, 14);
      }),
      { seed: 103, numRuns: 300 },
    );
  });
});
