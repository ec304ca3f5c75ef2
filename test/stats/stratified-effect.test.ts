import { describe, expect, it } from 'vitest';
import { stratifiedEffect } from '../../src/stats/stratified-effect.ts';

const stratum = (withK: number, withN: number, withoutK: number, withoutN: number) => ({
  withK,
  withN,
  withoutK,
  withoutN,
});

describe('an effect within strata', () => {
  it('is weighted by those without the treatment', () => {
    const { estimate } = stratifiedEffect([stratum(10, 20, 8, 40), stratum(10, 100, 0, 10)]);
    expect(estimate?.effect).toBeCloseTo(0.8 * 0.3 + 0.2 * 0.1, 12);
    expect(estimate?.extra).toBeCloseTo(50 * 0.26, 12);
  });

  it('has a standard error with one success and one failure added to each arm', () => {
    const { estimate } = stratifiedEffect([stratum(9, 18, 2, 13)], 2);
    const expected = Math.sqrt((0.5 * 0.5) / 20 + (0.2 * 0.8) / 15);
    expect(estimate?.standardError).toBeCloseTo(expected, 12);
    expect(estimate?.low).toBeCloseTo(0.5 - 2 / 13 - 2 * expected, 12);
    expect(estimate?.high).toBeCloseTo(0.5 - 2 / 13 + 2 * expected, 12);
    expect(estimate?.extraLow).toBeCloseTo(13 * (0.5 - 2 / 13 - 2 * expected), 12);
    expect(estimate?.extraHigh).toBeCloseTo(13 * (0.5 - 2 / 13 + 2 * expected), 12);
  });

  it('adds variances by the square of the weights', () => {
    const { estimate } = stratifiedEffect([stratum(9, 18, 2, 13), stratum(9, 18, 2, 13)]);
    const one = stratifiedEffect([stratum(9, 18, 2, 13)]).estimate?.standardError ?? Number.NaN;
    expect(estimate?.standardError).toBeCloseTo(one / Math.SQRT2, 12);
  });

  it('leaves out strata with fewer than ten in an arm, but not from the crude difference', () => {
    const found = stratifiedEffect([stratum(5, 10, 1, 10), stratum(9, 9, 0, 30), stratum(9, 30, 0, 9)]);
    expect(found.strataUsed).toBe(1);
    expect(found.coverage).toBeCloseTo(10 / 49, 12);
    expect(found.estimate?.effect).toBeCloseTo(0.4, 12);
    expect(found.crude).toBeCloseTo(23 / 49 - 1 / 49, 12);
  });

  it('does not exist without a stratum that is large enough', () => {
    expect(stratifiedEffect([stratum(1, 5, 1, 20)])).toEqual({
      estimate: null,
      crude: 0.15000000000000002,
      coverage: 0,
      strataUsed: 0,
    });
  });

  it('has neither crude difference nor coverage where an arm is empty', () => {
    expect(stratifiedEffect([])).toEqual({ estimate: null, crude: null, coverage: null, strataUsed: 0 });
    expect(stratifiedEffect([stratum(0, 0, 1, 20)])).toMatchObject({ crude: null, coverage: 0 });
    expect(stratifiedEffect([stratum(1, 20, 0, 0)])).toMatchObject({ crude: null, coverage: null });
  });
});
