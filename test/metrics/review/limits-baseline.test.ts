import { describe, expect, it } from 'vitest';
import { withBaseline } from '../../../src/metrics/review/limits-baseline.ts';

const periods = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('the baseline of a review', () => {
  it('is all periods but the last twelve', () => {
    expect(withBaseline(periods(30), 64)).toEqual({ series: periods(30), baseline: 18 });
  });

  it('is never shorter than twelve periods', () => {
    expect(withBaseline(periods(24), 64).baseline).toBe(12);
    expect(withBaseline(periods(23), 64).baseline).toBe(12);
    expect(withBaseline(periods(25), 64).baseline).toBe(13);
    expect(withBaseline(periods(3), 64)).toEqual({ series: [0, 1, 2], baseline: 12 });
  });

  it('forgets what lies further back than is looked at', () => {
    expect(withBaseline(periods(100), 64)).toEqual({ series: periods(100).slice(36), baseline: 52 });
    expect(withBaseline([], 64)).toEqual({ series: [], baseline: 12 });
  });
});
