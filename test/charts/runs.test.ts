import { describe, expect, it } from 'vitest';
import { linePath } from '../../src/charts/line-path.ts';
import { chainsOf, runsOf } from '../../src/charts/runs.ts';

describe('neighbours in groups', () => {
  it('are parted by what lies between', () => {
    expect(runsOf([1, 2, 0, 3, 0, 0, 4], (item) => item > 0)).toEqual([[1, 2], [3], [4]]);
  });

  it('are none where it holds for nothing', () => {
    expect(runsOf([0, 0], (item) => item > 0)).toEqual([]);
    expect(runsOf([], () => true)).toEqual([]);
  });

  it('that follow each other make a chain, and one that does not begins the next', () => {
    expect(chainsOf([1, 2, 4, 5, 9], (item, before) => item === before + 1)).toEqual([[1, 2], [4, 5], [9]]);
  });
});

describe('a path', () => {
  it('moves to the first place and draws lines to the others, to a tenth of a pixel', () => {
    expect(
      linePath([
        [1, 2],
        [3.14, 4.06],
        [5, 0],
      ]),
    ).toBe('M1 2L3.1 4.1L5 0');
  });

  it('of no place is empty', () => expect(linePath([])).toBe(''));
});
