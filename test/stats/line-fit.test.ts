import { describe, expect, it } from 'vitest';
import { lineFit } from '../../src/stats/line-fit.ts';

describe('a line through values', () => {
  it('is refused below three values', () => {
    expect(lineFit([])).toBeNull();
    expect(lineFit([1, 2])).toBeNull();
  });

  it('goes through values that lie on it, without an error', () => {
    const fit = lineFit([3, 5, 7, 9]);
    expect(fit).toMatchObject({ slope: 2, slopeError: 0, degrees: 2 });
    expect(fit?.expectedAt(5)).toEqual({ value: 13, error: 0 });
  });

  it('has the errors worked out by hand', () => {
    // Mean 4/3, slope 1/2, residuals 1/6, -1/3, 1/6: squares of 1/6 together, one degree of freedom.
    const fit = lineFit([1, 1, 2]);
    expect(fit?.slope).toBeCloseTo(0.5, 12);
    expect(fit?.slopeError).toBeCloseTo(Math.sqrt(1 / 6 / 2), 12);
    expect(fit?.expectedAt(1).value).toBeCloseTo(4 / 3, 12);
    expect(fit?.expectedAt(1).error).toBeCloseTo(Math.sqrt((1 / 6) * (4 / 3)), 12);
    expect(fit?.expectedAt(3).value).toBeCloseTo(7 / 3, 12);
    expect(fit?.expectedAt(3).error).toBeCloseTo(Math.sqrt((1 / 6) * (1 + 1 / 3 + 2)), 12);
  });
});
