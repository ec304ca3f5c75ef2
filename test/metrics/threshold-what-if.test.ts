import { describe, expect, it } from 'vitest';
import {
  scoreAuc,
  scoreQuality,
  thresholdOutcomes,
  thresholdRecall,
  type ScoreOutcome,
} from '../../src/metrics/threshold-what-if.ts';

const score = (
  value: number,
  leads: number,
  converted: number,
  attempted: number,
  rest: Partial<ScoreOutcome> = {},
): ScoreOutcome => ({
  score: value,
  leads,
  converted,
  attempted,
  open_now: 0,
  opportunities: 0,
  won: 0,
  deals: 0,
  won_minor: 0,
  ...rest,
});

const scores = [
  score(20, 50, 5, 10, { open_now: 100, opportunities: 6, won: 1, deals: 1, won_minor: 100 }),
  score(50, 30, 5, 15, { open_now: 60, opportunities: 6, won: 2, deals: 3, won_minor: 200 }),
  score(80, 20, 10, 20, { open_now: 40, opportunities: 8, won: 4, deals: 5, won_minor: 400 }),
];

const setting = { present: 80, reps: 2, repCap: 40 };

describe('what a threshold would have selected', () => {
  const outcomes = () => thresholdOutcomes(scores, setting);

  it('is told for every score, highest first', () =>
    expect(thresholdOutcomes(scores, setting).map(({ threshold }) => threshold)).toEqual([80, 50, 20]));

  it('is every lead at the score or above it', () => {
    const [high, middle, low] = outcomes();
    expect(high?.l2o).toMatchObject({ k: 10, n: 20, rate: 0.5 });
    expect(middle?.l2o).toMatchObject({ k: 15, n: 50, rate: 0.3 });
    expect(low?.l2o).toMatchObject({ k: 20, n: 100, rate: 0.2 });
    expect(middle?.o2d).toMatchObject({ k: 6, n: 14 });
    expect(middle).toMatchObject({ deals: 8, wonMinor: 600 });
  });

  it('says which conversions it lets through and which leads it spares', () => {
    const [, middle, low] = outcomes();
    // 15 of 20 converted, 35 of 80 others, 50 of 100 leads.
    expect(middle).toMatchObject({ recall: 0.75, falsePositiveRate: 0.4375, selectedShare: 0.5 });
    expect(low).toMatchObject({ recall: 1, falsePositiveRate: 1, selectedShare: 1 });
  });

  it('is held against what reps can care for', () => {
    const [high, middle] = outcomes();
    // 100 open leads of 50 and above, two reps, 40 each.
    expect(middle).toMatchObject({ openPerRep: 50, load: 1.25 });
    expect(high).toMatchObject({ openPerRep: 20, load: 0.5 });
    expect(thresholdOutcomes(scores, { ...setting, reps: 0 })[0]).toMatchObject({
      openPerRep: null,
      load: null,
    });
  });

  it('is nothing without scores', () => expect(thresholdOutcomes([], setting)).toEqual([]));
});

describe('a threshold below the present one', () => {
  const supports = (counts: readonly ScoreOutcome[], present: number | null) =>
    thresholdOutcomes(counts, { ...setting, present }).map(({ support }) => support);

  it('is not supported where the leads below were worked less than half as often', () =>
    // 25 of 80 below, all 20 above.
    expect(supports(scores, 80)).toEqual(['supported', 'notSupported', 'notSupported']));

  it('is supported from half as often on', () => {
    expect(supports([score(10, 100, 5, 50), score(20, 100, 5, 100)], 20)).toEqual(['supported', 'supported']);
    expect(supports([score(10, 100, 5, 49), score(20, 100, 5, 100)], 20)).toEqual([
      'supported',
      'notSupported',
    ]);
  });

  it('is judged by all leads below and all above, the present score among those above', () =>
    // 10 of 50 below 50; 35 of 50 from 50 on.
    expect(supports(scores, 50)).toEqual(['supported', 'supported', 'notSupported']));

  it('cannot be judged where no work is known, or nobody is above', () => {
    expect(supports([score(10, 100, 5, 0), score(20, 100, 5, 0)], 20)).toEqual(['supported', 'unknown']);
    expect(supports([score(10, 100, 5, 50)], 20)).toEqual(['unknown']);
    expect(supports([score(10, 0, 0, 0), score(20, 100, 5, 90)], 20)).toEqual(['supported', 'unknown']);
  });

  it('cannot be judged without a present one', () =>
    expect(supports(scores, null)).toEqual(['unknown', 'unknown', 'unknown']));
});

describe('the quality of a score', () => {
  it('is the chance that a converted lead has the higher score', () => {
    // Pairs 20*80 = 1600. Won: 10*(25 + 45) + 5*45 = 925; ties: 10*10 + 5*25 + 5*45 = 450, half of it.
    expect(scoreQuality(scores)).toBeCloseTo((925 + 225) / 1600, 14);
  });

  it('is not known where no lead converted', () => expect(scoreQuality([score(10, 5, 0, 0)])).toBeNull());

  it('is a share, like what a threshold lets through', () => {
    expect(scoreAuc.measure).toBe('share');
    expect(thresholdRecall.measure).toBe('share');
  });
});
