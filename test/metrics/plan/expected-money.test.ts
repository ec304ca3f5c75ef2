import { describe, expect, it } from 'vitest';
import {
  addExpected,
  chanceOfAtLeast,
  expectedRange,
  nothingExpected,
  scaleExpected,
} from '../../../src/metrics/plan/expected-money.ts';
import { logNormalQuantile, logNormalTail } from '../../../src/stats/log-normal.ts';

const some = { meanMinor: 100, luck: 900, doubtMinor: 40 };

describe('expected money', () => {
  it('adds luck as variances and doubt as it is, as parts err together', () => {
    expect(addExpected([some, some])).toEqual({ meanMinor: 200, luck: 1800, doubtMinor: 80 });
    expect(addExpected([])).toEqual(nothingExpected);
    expect(addExpected([some, { ...some, doubtMinor: null }]).doubtMinor).toBeNull();
    expect(addExpected([{ ...some, doubtMinor: null }, some]).doubtMinor).toBeNull();
  });

  it('of so many leads is so many times that of one', () => {
    expect(scaleExpected(some, 3)).toEqual({ meanMinor: 300, luck: 2700, doubtMinor: 120 });
    expect(scaleExpected({ ...some, doubtMinor: null }, 3).doubtMinor).toBeNull();
  });

  it('ranges by luck and doubt together', () => {
    // sqrt(900 + 1600)
    const spread = { mean: 100, deviation: 50 };
    const range = expectedRange(some, 0.8);
    expect(range?.low).toBeCloseTo(logNormalQuantile(spread, 0.1), 9);
    expect(range?.high).toBeCloseTo(logNormalQuantile(spread, 0.9), 9);
    expect(chanceOfAtLeast(some, 120)).toBeCloseTo(logNormalTail(spread, 120), 12);
  });

  it('has no range and no chance where the doubt is not known', () => {
    expect(expectedRange({ ...some, doubtMinor: null }, 0.8)).toBeNull();
    expect(chanceOfAtLeast({ ...some, doubtMinor: null }, 1)).toBeNull();
  });
});
