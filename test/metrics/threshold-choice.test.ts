import { describe, expect, it } from 'vitest';
import {
  outcomeAt,
  presentThreshold,
  shownOutcomes,
  unsupportedRange,
} from '../../src/metrics/threshold-choice.ts';
import { thresholdOutcomes, type ScoreOutcome } from '../../src/metrics/threshold-what-if.ts';

const score = (value: number, leads = 10, attempted = 10): ScoreOutcome => ({
  score: value,
  leads,
  converted: 1,
  attempted,
  open_now: 0,
  opportunities: 0,
  won: 0,
  deals: 0,
  won_minor: 0,
});

const scores = [score(20), score(65), score(66), score(90)];
const outcomes = (present: number | null, counts = scores) =>
  thresholdOutcomes(counts, { present, reps: 0, repCap: 1 });

describe('the threshold in force', () => {
  it('is the value of a rule "at least"', () =>
    expect(presentThreshold({ kind: 'score', is: 'atLeast', value: 65 }, scores)).toBe(65));

  it('is the next score there is for a rule "above"', () =>
    expect(presentThreshold({ kind: 'score', is: 'above', value: 65 }, scores)).toBe(66));

  it('is none where nobody scores above, or the rule is no score alone', () => {
    expect(presentThreshold({ kind: 'score', is: 'above', value: 90 }, scores)).toBeNull();
    expect(presentThreshold({ kind: 'fit', is: 'atLeast', value: 65 }, scores)).toBeNull();
    expect(presentThreshold({ kind: 'status' }, scores)).toBeNull();
  });
});

describe('what a threshold selects', () => {
  it('is that of the lowest score at or above it', () => {
    expect(outcomeAt(outcomes(null), 65)?.threshold).toBe(65);
    expect(outcomeAt(outcomes(null), 66.5)?.threshold).toBe(90);
    expect(outcomeAt(outcomes(null), -3)?.l2o.n).toBe(40);
  });

  it('is nothing above every score', () => expect(outcomeAt(outcomes(null), 90.5)).toBeNull());
});

describe('the thresholds of a chart', () => {
  const many = Array.from({ length: 101 }, (_, index) => score(index));
  const placesOf = (most: number) =>
    shownOutcomes(outcomes(null, many), most).map(({ threshold }) => threshold);

  it('are all of them where they are few, lowest first', () => {
    expect(shownOutcomes(outcomes(null), 4).map(({ threshold }) => threshold)).toEqual([20, 65, 66, 90]);
    expect(placesOf(101)).toHaveLength(101);
  });

  it('are so many at even places, both ends among them', () =>
    expect(placesOf(5)).toEqual([0, 25, 50, 75, 100]));
});

describe('what history does not support', () => {
  it('is from the lowest to the highest threshold below the one in force', () =>
    expect(
      unsupportedRange(outcomes(66, [score(20, 10, 1), score(65, 10, 1), score(66), score(90)])),
    ).toEqual({
      from: 20,
      to: 65,
    }));

  it('is nothing where they were worked, or nobody can tell', () => {
    expect(unsupportedRange(outcomes(66))).toBeNull();
    expect(unsupportedRange(outcomes(null))).toBeNull();
  });
});
