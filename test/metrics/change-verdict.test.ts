import { describe, expect, it } from 'vitest';
import { verdictOf, type ChangeEvidence } from '../../src/metrics/change-verdict.ts';

const quiet: ChangeEvidence = {
  isMature: true,
  smallestN: 100,
  chart: null,
  difference: { low: -0.04, high: 0.05 },
  isFlagged: false,
};

const signal = { isSignal: true, direction: 'down' } as const;
const calm = { isSignal: false, direction: 'down' } as const;

const verdict = (evidence: Partial<ChangeEvidence>): string => {
  const found = verdictOf({ ...quiet, ...evidence });
  return `${found.verdict} ${found.direction}`;
};

describe('the verdict on a change', () => {
  it('cannot be told of a young cohort, even where the chart signals', () => {
    expect(verdict({ isMature: false, chart: signal })).toBe('cannotTell none');
  });

  it('cannot be told of fewer than 30 records, and can of 30', () => {
    expect(verdict({ smallestN: 29, chart: signal })).toBe('cannotTell none');
    expect(verdict({ smallestN: 30, chart: signal })).toBe('signal down');
  });

  it('is a signal where the chart says so, in its direction, whatever the interval', () => {
    expect(verdict({ chart: signal, difference: { low: 0.01, high: 0.05 } })).toBe('signal down');
    expect(verdict({ chart: signal, smallestN: null, difference: null })).toBe('signal down');
  });

  it('is a signal where the interval leaves zero out and the cell is flagged', () => {
    expect(verdict({ difference: { low: 0.01, high: 0.05 }, isFlagged: true })).toBe('signal up');
    expect(verdict({ difference: { low: -0.04, high: 0.05 }, isFlagged: true })).toBe('usual none');
  });

  it('is probably there where only the interval leaves zero out', () => {
    expect(verdict({ difference: { low: 0.001, high: 0.3 } })).toBe('probably up');
    expect(verdict({ difference: { low: -0.3, high: -0.001 }, chart: calm })).toBe('probably down');
  });

  it('is none where the interval ends at zero', () => {
    expect(verdict({ difference: { low: 0, high: 0.1 } })).toBe('usual none');
    expect(verdict({ difference: { low: -0.1, high: 0 } })).toBe('usual none');
  });

  it('is usual variation where the chart has limits and does not signal', () => {
    expect(verdict({ chart: calm, difference: null })).toBe('usual none');
    expect(verdict({ chart: calm, difference: { low: -0.5, high: 0.5 } })).toBe('usual none');
  });

  it('cannot be told without limits and without an interval', () => {
    expect(verdict({ difference: null })).toBe('cannotTell none');
    expect(verdict({ difference: null, smallestN: null })).toBe('cannotTell none');
  });

  it('cannot be told of a rate where the interval is wider than ten points either way', () => {
    expect(verdict({ difference: { low: -0.1, high: 0.1 } })).toBe('usual none');
    expect(verdict({ difference: { low: -0.1, high: 0.11 } })).toBe('cannotTell none');
  });

  it('does not measure an interval of money in points', () => {
    expect(verdict({ smallestN: null, difference: { low: -5000, high: 4000 } })).toBe('usual none');
  });
});
