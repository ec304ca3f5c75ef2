/** Attributes, thirds and thresholds: examples and reference cases. */
import { describe, expect, it } from 'vitest';
import { differences } from '../support/naive/differences.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import type { AttributeLevel } from '../support/naive/score.ts';
import {
  areaUnderCurve,
  attributeLift,
  pooledLevels,
  tercileCuts,
  thirdOf,
  thresholdLine,
} from '../support/naive/score.ts';

const level = (name: string, converted: number, n: number): AttributeLevel => ({
  level: name,
  converted,
  not_converted: n - converted,
});

describe('the size of a company', () => {
  it('lifts 250+ to 1.93 times the overall rate, with an information value of 0.400', () => {
    const size = attributeLift([level('1-49', 20, 500), level('50-249', 45, 400), level('250+', 35, 200)]);
    expect(size.levels.map((one) => one.lift?.toFixed(4))).toEqual(['0.4400', '1.2375', '1.9250']);
    expect(size.iv).toBeCloseTo(0.4, 3);
    expect(size.chi2).toBeCloseTo(35.05, 2);
    expect(size.dof).toBe(2);
  });

  it('has no lift where nobody converted', () => {
    expect(attributeLift([level('a', 0, 5), level('b', 0, 5)])).toMatchObject({
      chi2: 0,
      iv: 0,
      levels: [
        { rate: 0, lift: null },
        { rate: 0, lift: null },
      ],
    });
  });

  it('pools what is rare', () => {
    const levels = [level('c', 1, 2), level('a', 0, 2), level('b', 3, 9)];
    expect(pooledLevels(levels, 2)).toEqual([
      level('b', 3, 9),
      level('a', 0, 2),
      { level: 'other', converted: 1, not_converted: 1 },
    ]);
    expect(pooledLevels(levels)).toBe(levels);
  });
});

describe('thirds', () => {
  it('put a value at the cut into the lower group', () => {
    const cuts = tercileCuts([1, 2, 3, 4, 5, 6]);
    expect(cuts).toEqual([2, 4]);
    expect([2, 3, 4, 5, null].map((value) => thirdOf(value, cuts ?? [0, 0]))).toEqual([
      'low',
      'middle',
      'middle',
      'high',
      'unknown',
    ]);
    expect(tercileCuts([])).toBeNull();
  });
});

describe('a threshold', () => {
  const leads = [
    { score: 80, converted: true },
    { score: 60, converted: false },
    { score: 60, converted: true },
    { score: 20, converted: false },
  ];

  it('selects scores at or above it', () => {
    expect(thresholdLine(leads, 60)).toEqual({
      threshold: 60,
      selected: 3,
      converted: 2,
      l2o: 2 / 3,
      recall: 1,
      selected_share: 0.75,
      false_positive_rate: 0.5,
    });
    expect(thresholdLine(leads, 90)).toMatchObject({ selected: 0, l2o: null, recall: 0 });
  });

  it('counts a tie as half', () => {
    expect(areaUnderCurve(leads)).toBe(0.875);
    expect(areaUnderCurve([{ score: 1, converted: true }])).toBeNull();
  });
});

describe.skipIf(!oracleIsThere())('reference cases', () => {
  it('of attributes, but for the p-value', () => {
    const { cases, tolerance_abs } = readOracleJson('attribute_lift.json') as {
      tolerance_abs: number;
      cases: { rows: [string, number, number][]; expected: Record<string, unknown> }[];
    };
    for (const { rows, expected } of cases) {
      const levels = rows.map(([name, converted, not_converted]) => ({
        level: name,
        converted,
        not_converted,
      }));
      const { p: _p, ...rest } = expected;
      expect(differences(attributeLift(levels), rest, tolerance_abs)).toEqual([]);
    }
  });

  it('of thresholds', () => {
    const { cases, tolerance_abs } = readOracleJson('score_gain.json') as {
      tolerance_abs: number;
      cases: {
        score: number[];
        converted: number[];
        thresholds: number[];
        expected: { auc: number | null; rows: unknown };
      }[];
    };
    for (const { score, converted, thresholds, expected } of cases) {
      const leads = score.map((value, index) => ({ score: value, converted: converted[index] === 1 }));
      const found = {
        auc: areaUnderCurve(leads),
        rows: thresholds.map((threshold) => thresholdLine(leads, threshold)),
      };
      expect(differences(found, expected, tolerance_abs)).toEqual([]);
    }
  });
});
