import { describe, expect, it } from 'vitest';
import { studentTail, tOf } from '../../src/stats/student.ts';

describe('Student’s t', () => {
  it.each([
    [0.8, 1, 3.077_683_537],
    [0.8, 10, 1.372_183_641],
    [0.95, 4, 2.776_445_105],
    [0.95, 30, 2.042_272_456],
  ])('has the quantiles of the tables: %d with %d degrees', (confidence, degrees, t) =>
    expect(tOf(confidence, degrees)).toBeCloseTo(t, 8),
  );

  it.each([
    [1.812_461_123, 10, 0.05],
    [-1.812_461_123, 10, 0.95],
    [0, 3, 0.5],
    [1, 1, 0.25],
  ])('has the tails of the tables: beyond %d with %d degrees', (t, degrees, chance) =>
    expect(studentTail(t, degrees)).toBeCloseTo(chance, 8),
  );

  it('is turned round by its quantile', () => expect(studentTail(tOf(0.6, 7), 7)).toBeCloseTo(0.2, 12));

  it('is 0 for no confidence', () => expect(tOf(0, 5)).toBe(0));
});
