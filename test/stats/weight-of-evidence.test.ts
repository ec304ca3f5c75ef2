import { describe, expect, it } from 'vitest';
import { weightOfEvidence } from '../../src/stats/weight-of-evidence.ts';

describe('the weight of evidence', () => {
  it('of two levels is the logarithm of their smoothed shares', () => {
    const { levels, iv } = weightOfEvidence([
      { good: 9.5, bad: 1.5 },
      { good: 1.5, bad: 9.5 },
    ]);
    expect(levels[0]?.woe).toBeCloseTo(Math.log(5), 12);
    expect(levels[1]?.woe).toBeCloseTo(-Math.log(5), 12);
    expect(levels[0]?.iv).toBeCloseTo((8 / 12) * Math.log(5), 12);
    expect(iv).toBeCloseTo((16 / 12) * Math.log(5), 12);
  });

  it('is 0 where a level is as frequent among the good as among the bad', () => {
    const { levels, iv } = weightOfEvidence([
      { good: 4, bad: 4 },
      { good: 9, bad: 9 },
    ]);
    expect(levels.map(({ woe }) => woe)).toEqual([0, 0]);
    expect(iv).toBe(0);
  });

  it('exists for a level without good or without bad ones', () => {
    const { levels } = weightOfEvidence([
      { good: 0, bad: 5 },
      { good: 5, bad: 0 },
    ]);
    expect(levels[0]?.woe).toBeCloseTo(-Math.log(11), 12);
    expect(levels[0]).toMatchObject({ rate: 0, lift: 0 });
    expect(levels[1]).toMatchObject({ rate: 1, lift: 2 });
  });

  it('comes with rates and lifts that are not smoothed, and none where nothing is counted', () => {
    const { levels } = weightOfEvidence([
      { good: 1, bad: 3 },
      { good: 0, bad: 0 },
      { good: 1, bad: 11 },
    ]);
    expect(levels.map(({ rate }) => rate)).toEqual([0.25, null, 1 / 12]);
    expect(levels.map(({ lift }) => lift)).toEqual([2, null, expect.closeTo(2 / 3, 12)]);
  });

  it('has no lift where nobody is good', () => {
    expect(weightOfEvidence([{ good: 0, bad: 3 }]).levels[0]).toMatchObject({ rate: 0, lift: null });
  });

  it('of no level is nothing', () => expect(weightOfEvidence([])).toEqual({ iv: 0, levels: [] }));
});
