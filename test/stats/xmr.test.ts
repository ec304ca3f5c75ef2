import { describe, expect, it } from 'vitest';
import { xmrChart } from '../../src/stats/xmr.ts';

describe('the XmR chart of a weekly count', () => {
  it('has its mean and limits from the baseline alone', () => {
    const chart = xmrChart([10, 14, 12, 100, 3], 3);
    expect(chart?.mean).toBe(12);
    expect(chart?.averageRange).toBe(3);
    expect(chart?.lower).toBeCloseTo(12 - 7.98, 12);
    expect(chart?.upper).toBeCloseTo(12 + 7.98, 12);
    expect(chart?.rangeUpper).toBeCloseTo(9.804, 12);
  });

  it('has the moving ranges of every week and signals after the baseline too', () => {
    const chart = xmrChart([10, 14, 12, 100, 3], 3);
    expect(chart?.movingRanges).toEqual([4, 2, 88, 97]);
    expect(chart?.signals.rule1).toEqual([3, 4]);
  });

  it('may have a lower limit below 0, so that rule 3 keeps its distance', () => {
    expect(xmrChart([0, 4, 0, 4], 4)?.lower).toBeCloseTo(2 - 2.66 * 4, 12);
  });

  it('has a baseline of the whole series where there is no more', () => {
    expect(xmrChart([1, 3], 12)?.mean).toBe(2);
  });

  it('does not exist without two weeks of baseline', () => {
    expect(xmrChart([5], 12)).toBeNull();
    expect(xmrChart([5, 6, 7], 1)).toBeNull();
    expect(xmrChart([5, 6, 7], -1)).toBeNull();
    expect(xmrChart([], 12)).toBeNull();
  });
});
