import { describe, expect, it } from 'vitest';
import { noStrength, strengthOf } from '../../src/stats/cautious-strength.ts';

const groups = (...counts: readonly (readonly [number, number])[]) => counts.map(([k, n]) => ({ k, n }));

describe('how strongly groups are drawn together', () => {
  it('is as estimated, and less by one standard error of the correlation', () => {
    // Correlation 103/603, so 500/103 trials; groups of 100:
    // sqrt(2/(2*100*99)) * (1 - 103/603) * (1 + 99*103/603) = sqrt(1/9900) * 500/603 * 10800/603.
    const found = strengthOf(groups([50, 100], [30, 100], [10, 100]));
    const upper = 103 / 603 + (Math.sqrt(1 / 9900) * 500 * 10_800) / 603 ** 2;
    expect(found.estimated).toBeCloseTo(500 / 103, 10);
    expect(found.cautious).toBeCloseTo((1 - upper) / upper, 10);
    expect(found.cautious).toBeLessThan(found.estimated);
  });

  it('is all trials for groups that do not differ, but cautiously no more than they can tell', () => {
    // Mean size (600 - 140,000/600)/2 = 550/3; the correlation is taken as 0.
    const found = strengthOf(groups([10, 100], [20, 200], [30, 300]));
    const error = 1 / Math.sqrt((550 / 3) * (547 / 3));
    expect(found.estimated).toBe(600);
    expect(found.cautious).toBeCloseTo((1 - error) / error, 9);
  });

  it('is cautiously nothing where each group has one trial', () =>
    expect(strengthOf(groups([1, 1], [0, 1], [1, 1]))).toEqual({ estimated: 3, cautious: 0 }));

  it('leaves out groups without trials', () => {
    const some = groups([50, 100], [30, 100], [10, 100]);
    expect(strengthOf([...some, ...groups([0, 0])])).toEqual(strengthOf(some));
  });

  it('is none for fewer than three groups with trials', () => {
    expect(strengthOf([])).toEqual(noStrength);
    expect(strengthOf(groups([1, 10], [5, 10], [0, 0]))).toEqual({ estimated: 0, cautious: 0 });
  });

  it('is none for groups that are opposites through and through', () =>
    expect(strengthOf(groups([10, 10], [0, 10], [10, 10]))).toEqual({ estimated: 0, cautious: 0 }));
});
