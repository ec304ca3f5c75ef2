/** Decompositions, shrinkage and the false discovery rate: examples and reference cases. */
import { describe, expect, it } from 'vitest';
import { differences } from '../support/naive/differences.ts';
import type { MixRateCell, RevenueCell } from '../support/naive/decomposition.ts';
import { FACTORS, mixAndRate, revenueEffects } from '../support/naive/decomposition.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import { benjaminiHochberg, fitGroups, shrunkenRates } from '../support/naive/shrinkage.ts';

const sumOf = <Row>(rows: readonly Row[], valueOf: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + valueOf(row), 0);

describe('mix and rate', () => {
  const [webinar, website, list] =
    mixAndRate([
      { n0: 400, x0: 72, n1: 900, x1: 171 },
      { n0: 500, x0: 155, n1: 450, x1: 144 },
      { n0: 100, x0: 3, n1: 150, x1: 6 },
    ]) ?? [];

  it('explain a fall of 1.6 points by 2.6 of mix, although every channel rose', () => {
    const parts = [webinar?.mix, website?.mix, list?.mix, webinar?.rate, website?.rate, list?.rate];
    const expected = [-0.0074, -0.0186, 0, 0.005, 0.004, 0.001];
    expect(differences(parts, expected, 1e-12)).toEqual([]);
  });

  it('take a new channel as mix alone, and are undefined without a period before', () => {
    const cells = mixAndRate([
      { n0: 100, x0: 10, n1: 100, x1: 10 },
      { n0: 0, x0: 0, n1: 100, x1: 50 },
    ]);
    expect(cells?.[1]?.rate).toBe(0);
    expect(sumOf(cells ?? [], ({ mix, rate }) => mix + rate)).toBeCloseTo(0.2, 12);
    expect(mixAndRate([{ n0: 0, x0: 0, n1: 10, x1: 1 }])).toBeNull();
  });
});

describe('won revenue in six factors', () => {
  const effects = revenueEffects([
    {
      t0: { leads: 500, converted: 90, opps: 90, won: 9, revenue: 900_000 },
      t1: { leads: 650, converted: 110, opps: 112, won: 14, revenue: 1_330_000 },
    },
    {
      t0: { leads: 300, converted: 93, opps: 96, won: 24, revenue: 1_920_000 },
      t1: { leads: 280, converted: 90, opps: 91, won: 20, revenue: 1_760_000 },
    },
  ]);

  it('add up to the change, as in the example', () => {
    const totals = FACTORS.map((factor) => Math.round(sumOf(effects, (effect) => effect[factor])));
    expect(totals).toEqual([445_699, -282_839, -1446, -18_390, 7156, 119_821]);
    expect(sumOf(totals, (total) => total)).toBe(270_001);
  });

  it('take true zeros and channels that came or went', () => {
    const none: RevenueCell = { leads: 0, converted: 0, opps: 0, won: 0, revenue: 0 };
    const some: RevenueCell = { leads: 10, converted: 2, opps: 2, won: 1, revenue: 500 };
    const [ended, kept] = revenueEffects([
      { t0: some, t1: none },
      { t0: some, t1: { ...none, leads: 20 } },
    ]);
    expect([ended?.l2o, ended?.o2d, ended?.deal_size]).toEqual([0, 0, 0]);
    const sum = sumOf([ended, kept], (one) => sumOf(FACTORS, (factor) => one?.[factor] ?? 0));
    expect(sum).toBeCloseTo(-1000, 9);
  });
});

describe('shrinkage', () => {
  const x = [178, 25, 12, 0, 3, 61, 9];
  const n = [1000, 1000, 40, 15, 5, 700, 220];
  const groups = x.map((value, index) => ({ x: value, n: n[index] ?? 0 }));

  it('draws 3 of 5 to 24.8 % and 0 of 15 to 4.2 %, and leaves 178 of 1000 at 17.7 %', () => {
    const rates = shrunkenRates(groups).map((rate) => ((rate ?? 0) * 100).toFixed(1));
    expect([rates[4], rates[3], rates[0]]).toEqual(['24.8', '4.2', '17.7']);
    expect(fitGroups(groups)?.size).toBeCloseTo(11.619, 3);
  });

  it('gives an empty group the mean, and shrinks nothing with two groups', () => {
    expect(shrunkenRates([...groups, { x: 0, n: 0 }]).at(-1)).toBeCloseTo(288 / 2980, 12);
    expect(
      shrunkenRates([
        { x: 1, n: 4 },
        { x: 0, n: 0 },
        { x: 0, n: 2 },
      ]),
    ).toEqual([0.25, null, 0]);
  });

  it('takes the whole size where there is no spread at all', () => {
    expect(fitGroups([1, 1, 1].map(() => ({ x: 0, n: 5 })))).toEqual({ mu: 0, size: 15 });
  });
});

describe('Benjamini-Hochberg', () => {
  it('leaves untested cells out and gives ties the same value', () => {
    expect(benjaminiHochberg([0.02, null, 0.02, 0.5])).toEqual([0.03, null, 0.03, 0.5]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});

describe.skipIf(!oracleIsThere())('reference cases', () => {
  it('of mix and rate', () => {
    const { cases, tolerance_abs } = readOracleJson('mix_rate.json') as {
      tolerance_abs: number;
      cases: { channels: MixRateCell[]; expected: { channels: unknown; delta: number; mix_total: number } }[];
    };
    for (const { channels, expected } of cases) {
      const parts = mixAndRate(channels) ?? [];
      expect(differences(parts, (expected.channels as object[]).map(numeric), tolerance_abs)).toEqual([]);
      const mix = sumOf(parts, (part) => part.mix);
      expect(mix).toBeCloseTo(expected.mix_total, 12);
      expect(mix + sumOf(parts, (part) => part.rate)).toBeCloseTo(expected.delta, 12);
    }
  });

  it('of six factors', () => {
    const { cases, tolerance_abs } = readOracleJson('revenue_decomposition.json') as {
      tolerance_abs: number;
      cases: {
        channels: { t0: RevenueCell; t1: RevenueCell }[];
        expected: { channels: object[]; totals: unknown };
      }[];
    };
    for (const { channels, expected } of cases) {
      const effects = revenueEffects(channels);
      expect(differences(effects, expected.channels.map(numeric), tolerance_abs)).toEqual([]);
      const totals = Object.fromEntries(
        FACTORS.map((factor) => [factor, sumOf(effects, (effect) => effect[factor])]),
      );
      expect(differences(totals, expected.totals, tolerance_abs)).toEqual([]);
    }
  });

  it('of shrunken rates', () => {
    const { cases, tolerance_abs } = readOracleJson('beta_binomial_eb.json') as {
      tolerance_abs: number;
      cases: { x: number[]; n: number[]; expected: { mu: number; M: number; posterior_mean: unknown } }[];
    };
    for (const { x, n, expected } of cases) {
      const groups = x.map((value, index) => ({ x: value, n: n[index] ?? 0 }));
      const found = { mu: fitGroups(groups)?.mu, M: fitGroups(groups)?.size };
      expect(differences(found, { mu: expected.mu, M: expected.M }, tolerance_abs)).toEqual([]);
      expect(differences(shrunkenRates(groups), expected.posterior_mean, tolerance_abs)).toEqual([]);
    }
  });

  it('of the false discovery rate', () => {
    const { cases, tolerance_abs } = readOracleJson('benjamini_hochberg.json') as {
      tolerance_abs: number;
      cases: { p: (number | null)[]; expected: { adjusted: unknown } }[];
    };
    for (const { p, expected } of cases) {
      expect(differences(benjaminiHochberg(p), expected.adjusted, tolerance_abs)).toEqual([]);
    }
  });
});

/** The numbers of a row, without its name. */
function numeric(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => typeof value === 'number'));
}
