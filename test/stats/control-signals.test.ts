import { describe, expect, it } from 'vitest';
import { controlSignals, type ControlPoint } from '../../src/stats/control-signals.ts';

/** Mean 10, limits 0 and 20: the middles are 5 and 15. */
const series = (...values: readonly number[]): readonly ControlPoint[] =>
  values.map((value, index) => ({ index, value, lower: 0, upper: 20 }));

const signalsOf = (...values: readonly number[]) => controlSignals(series(...values), 10);

const times = (count: number, value: number): readonly number[] => Array.from({ length: count }, () => value);

describe('a point outside its limits', () => {
  it('signals only strictly outside', () => {
    expect(signalsOf(20, 20.1, 0, -0.1).rule1).toEqual([1, 3]);
  });

  it('is judged by the limits of its own', () => {
    const points = [
      { index: 4, value: 15, lower: 0, upper: 20 },
      { index: 7, value: 15, lower: 6, upper: 14 },
    ];
    expect(controlSignals(points, 10).rule1).toEqual([7]);
  });
});

describe('a run on one side of the mean', () => {
  it('signals from its eighth point on', () => {
    expect(signalsOf(...times(7, 11)).rule2).toEqual([]);
    expect(signalsOf(...times(9, 11)).rule2).toEqual([7, 8]);
    expect(signalsOf(...times(8, 9)).rule2).toEqual([7]);
  });

  it('is broken by a point on the mean or on the other side', () => {
    expect(signalsOf(...times(7, 11), 10, ...times(7, 11)).rule2).toEqual([]);
    expect(signalsOf(...times(7, 11), 9, ...times(7, 11)).rule2).toEqual([]);
  });
});

describe('points near one limit', () => {
  it('signal where three of four successive ones are beyond the middle', () => {
    expect(signalsOf(16, 16, 10, 16).rule3).toEqual([3]);
    expect(signalsOf(4, 10, 4, 4, 10, 10).rule3).toEqual([3]);
    expect(signalsOf(16, 16, 16, 16).rule3).toEqual([3]);
  });

  it('signal at the end of a window of four, never before the fourth point', () => {
    expect(signalsOf(16, 16, 16).rule3).toEqual([]);
  });

  it('do not signal on the middle itself, near both limits in turn, or two of four', () => {
    expect(signalsOf(15, 16, 10, 16).rule3).toEqual([]);
    expect(signalsOf(5, 4, 10, 4).rule3).toEqual([]);
    expect(signalsOf(16, 4, 16, 4).rule3).toEqual([]);
    expect(signalsOf(16, 10, 10, 16).rule3).toEqual([]);
  });
});

it('no point gives no signal', () => {
  expect(controlSignals([], 10)).toEqual({ rule1: [], rule2: [], rule3: [] });
});
