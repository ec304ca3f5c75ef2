import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankRows, type RankItem } from '../../src/charts/rank-rows.ts';

const item = (key: string, left: number, right: number, more: Partial<RankItem> = {}): RankItem => ({
  key,
  label: key,
  left,
  right,
  settled: true,
  accent: false,
  ...more,
});

describe('a ranking by two rates', () => {
  it('puts the highest rate first on each side', () => {
    const rows = rankRows([item('Web', 0.1, 0.3), item('Event', 0.2, 0.1)]);
    expect(rows.map(({ key, leftRank, rightRank }) => [key, leftRank, rightRank])).toEqual([
      ['Web', 2, 1],
      ['Event', 1, 2],
    ]);
  });

  it('gives equal rates the same rank, but rows of their own', () => {
    const rows = rankRows([item('Web', 0.2, 0.1), item('Event', 0.2, 0.1), item('Mail', 0.1, 0.1)]);
    expect(rows.map((row) => row.leftRank)).toEqual([1, 1, 3]);
    expect(rows.map((row) => row.leftRow)).toEqual([0, 1, 2]);
    expect(rows.map((row) => row.rightRank)).toEqual([1, 1, 1]);
  });

  it('draws the exception last, on top of the settled ones and those over the unsettled', () => {
    const rows = rankRows([
      item('exception', 0.1, 0.9, { accent: true }),
      item('settled', 0.2, 0.2),
      item('unsettled', 0.3, 0.3, { settled: false }),
    ]);
    expect(rows.map((row) => row.key)).toEqual(['unsettled', 'settled', 'exception']);
  });

  it('fills every row of both sides exactly once', () => {
    const rate = fc.constantFrom(0, 0.1, 0.2, 0.3);
    fc.assert(
      fc.property(fc.array(fc.tuple(rate, rate), { maxLength: 12 }), (rates) => {
        const rows = rankRows(rates.map(([left, right], index) => item(String(index), left, right)));
        const all = rates.map((_, index) => index);
        const ascending = (a: number, b: number): number => a - b;
        expect(rows.map((row) => row.leftRow).toSorted(ascending)).toEqual(all);
        expect(rows.map((row) => row.rightRow).toSorted(ascending)).toEqual(all);
      }),
      { seed: 141 },
    );
  });

  it('of nothing is empty', () => expect(rankRows([])).toEqual([]));
});
