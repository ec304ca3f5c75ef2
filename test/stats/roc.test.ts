import { describe, expect, it } from 'vitest';
import { areaUnderRoc, rocRows, thresholdRows, type ScoreCount } from '../../src/stats/roc.ts';
import { createPrng } from '../support/naive/prng.ts';

const at = (score: number, n: number, positives: number): ScoreCount => ({ score, n, positives });

const scores = [at(10, 4, 1), at(30, 2, 2), at(20, 4, 2)] as const;

describe('a threshold', () => {
  it('selects every score at or above it', () => {
    expect(thresholdRows(scores, [20, 20.1])).toEqual([
      {
        threshold: 20,
        selected: 6,
        positives: 4,
        precision: 4 / 6,
        recall: 0.8,
        falsePositiveRate: 0.4,
        selectedShare: 0.6,
      },
      {
        threshold: 20.1,
        selected: 2,
        positives: 2,
        precision: 1,
        recall: 0.4,
        falsePositiveRate: 0,
        selectedShare: 0.2,
      },
    ]);
  });

  it('above every score selects nobody, of whom no share can be told', () => {
    expect(thresholdRows(scores, [31])).toMatchObject([
      { selected: 0, precision: null, recall: 0, falsePositiveRate: 0, selectedShare: 0 },
    ]);
  });

  it('has no shares where nothing was counted', () => {
    expect(thresholdRows([], [1])).toMatchObject([
      { selected: 0, precision: null, recall: null, falsePositiveRate: null, selectedShare: null },
    ]);
  });
});

describe('the ROC curve', () => {
  it('has a point for every score, from the highest down, once', () => {
    const rows = rocRows([...scores, at(20, 1, 0)]);
    expect(rows.map(({ threshold }) => threshold)).toEqual([30, 20, 10]);
    expect(rows).toEqual(thresholdRows([...scores, at(20, 1, 0)], [30, 20, 10]));
  });
});

describe('the area under the curve', () => {
  it('is the share of pairs in which the positive has the higher score, a tie counting half', () => {
    // 5 positives, 5 negatives: 2·5 + 2·(3 + 1) + 1·(3 / 2).
    expect(areaUnderRoc(scores)).toBeCloseTo(19.5 / 25, 12);
  });

  it('is 1 for a perfect score, 0 for a reversed one, a half for one score', () => {
    expect(areaUnderRoc([at(1, 3, 0), at(2, 3, 3)])).toBe(1);
    expect(areaUnderRoc([at(1, 3, 3), at(2, 3, 0)])).toBe(0);
    expect(areaUnderRoc([at(1, 3, 1)])).toBe(0.5);
  });

  it('does not exist without positives or without negatives', () => {
    expect(areaUnderRoc([at(1, 3, 0)])).toBeNull();
    expect(areaUnderRoc([at(1, 3, 3)])).toBeNull();
    expect(areaUnderRoc([])).toBeNull();
  });

  it('is what counting every pair gives', () => {
    const prng = createPrng(56);
    for (let round = 0; round < 100; round += 1) {
      const counts = Array.from({ length: prng.int(1, 8) }, () => {
        const n = prng.int(1, 6);
        return at(prng.int(-2, 3), n, prng.int(0, n));
      });
      const positives = counts.flatMap(({ score, positives: k }) => Array.from({ length: k }, () => score));
      const negatives = counts.flatMap(({ score, n, positives: k }) =>
        Array.from({ length: n - k }, () => score),
      );
      const won = positives.flatMap((high) =>
        negatives.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)),
      );
      const pairsWon = won.reduce<number>((sum, pair) => sum + pair, 0);
      expect((areaUnderRoc(counts) ?? 0) * won.length).toBeCloseTo(pairsWon, 10);
    }
  });
});
