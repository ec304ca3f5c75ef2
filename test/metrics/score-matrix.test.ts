import { describe, expect, it } from 'vitest';
import { dealSizeOf } from '../../src/metrics/deal-size.ts';
import type { Development } from '../../src/metrics/development.ts';
import {
  scoreGroups,
  scoreMatrix,
  scoreMatrixMetric,
  type ScoreCellCounts,
} from '../../src/metrics/score-matrix.ts';

const none: Development = { windowDays: 30, horizonDays: null, factor: 1 };
const deals = { deals: 4, sumMinor: 4000, squaresMinor: 5_000_000 };
const all = { opportunitiesPerConverted: 1.5, dealSize: dealSizeOf(deals, deals, 0) };

const cell = (
  fit: string,
  interest: string,
  converted: number,
  leads: number,
  won = converted,
  opportunities = leads,
): ScoreCellCounts => ({ fit, interest, leads, converted, opportunities, won, deals: 2, won_minor: 6000 });

// Rates of 50, 30 and 10 of 100: 500/103 records at 30 % for each (as for lead values).
const counts = [
  cell('high', 'high', 50, 100),
  cell('high', 'low', 30, 100),
  cell('low', 'low', 10, 100),
  cell('unknown', 'high', 90, 100),
];

const at = (fit: string, interest: string, developments = { l2o: none, o2d: none }) =>
  scoreMatrix(counts, all, developments).find((entry) => entry.fit === fit && entry.interest === interest);

describe('leads by fit and interest', () => {
  it('have sixteen cells, row by row, with the unknown ones last', () => {
    const cells = scoreMatrix([], all, { l2o: none, o2d: none });
    expect(cells.map(({ fit, interest }) => `${fit} ${interest}`)).toEqual(
      scoreGroups.flatMap((fit) => scoreGroups.map((interest) => `${fit} ${interest}`)),
    );
    expect(scoreGroups).toEqual(['low', 'middle', 'high', 'unknown']);
    expect(cells[0]).toMatchObject({ l2o: { k: 0, n: 0, rate: null }, valueMinor: 0 });
  });

  it('are drawn towards the groups that have both values', () => {
    expect(at('high', 'high')?.l2oFinal.windowed).toBeCloseTo(5300 / 10_800, 12);
    expect(at('low', 'low')?.o2dFinal.windowed).toBeCloseTo(1180 / 10_800, 12);
    expect(at('high', 'high')?.l2o).toMatchObject({ k: 50, n: 100, rate: 0.5 });
    expect(at('low', 'low')?.o2d).toMatchObject({ k: 10, n: 100, rate: 0.1 });
    // The unknown ones by the same strength, without a say in it: (90*103 + 150)/10800.
    expect(at('unknown', 'high')?.l2oFinal.windowed).toBeCloseTo(9420 / 10_800, 12);
    expect(at('middle', 'low')?.l2oFinal.windowed).toBeCloseTo(0.3, 12);
  });

  it('have a value with the bridge and the deal size of all leads', () => {
    // (5300/10800)^2 * 1.5 * (6000 + 10*1000)/(2 + 10)
    expect(at('high', 'high')?.valueMinor).toBeCloseTo((5300 / 10_800) ** 2 * 1.5 * (16_000 / 12), 9);
    const developed = { l2o: { ...none, factor: 1.2 }, o2d: { ...none, factor: 1.1 } };
    expect(at('high', 'high', developed)?.valueMinor).toBeCloseTo(
      (5300 / 10_800) ** 2 * 1.2 * 1.1 * 1.5 * (16_000 / 12),
      9,
    );
  });

  it('have no value where that of all leads is not known', () => {
    const without = (terms: Partial<typeof all>) =>
      scoreMatrix(counts, { ...all, ...terms }, { l2o: none, o2d: none })[0]?.valueMinor;
    expect(without({ dealSize: null })).toBeNull();
    expect(
      scoreMatrix(counts, { ...all, opportunitiesPerConverted: null }, { l2o: none, o2d: none })[0],
    ).toMatchObject({ valueMinor: null });
  });

  it('are told in money', () => expect(scoreMatrixMetric.measure).toBe('money'));
});
