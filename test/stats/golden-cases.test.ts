import { describe, expect, it } from 'vitest';
import { aalenJohansen, incidenceAt, type AgeCount } from '../../src/stats/aalen-johansen.ts';
import { maturity } from '../../src/stats/maturity.ts';
import { newcombe } from '../../src/stats/newcombe.ts';
import { projectFinal } from '../../src/stats/projection.ts';
import { betaQuantile } from '../../src/stats/special-functions.ts';
import { wilson } from '../../src/stats/wilson.ts';

describe('the interval of a conversion', () => {
  it.each([
    [178, 1000, 15.55, 20.29],
    [4, 160, 0.98, 6.25],
    [0, 12, 0, 24.25],
    [1, 3, 6.15, 79.23],
  ])('of %i of %i goes from %d to %d per cent', (k, n, low, high) => {
    const bounds = wilson(k, n);
    expect(100 * (bounds?.low ?? Number.NaN)).toBeCloseTo(low, 2);
    expect(100 * (bounds?.high ?? Number.NaN)).toBeCloseTo(high, 2);
  });
});

describe('a healthy channel that converts 13 % with a mean delay of 84 days', () => {
  const leads = 10_000_000;
  const seenBy = (days: number): number => Math.round(leads * 0.13 * -Math.expm1(-days / 84));
  const lastDay = 2000;
  const ages: readonly AgeCount[] = Array.from({ length: lastDay }, (_, index) => {
    const converted = seenBy(index + 1) - seenBy(index);
    const total = index + 1 === lastDay ? leads - seenBy(index) : converted;
    return { age: index + 1, converted, left: 0, total };
  }).filter(({ total }) => total > 0);
  const curve = aalenJohansen(ages);

  it.each([
    [7, 1.04],
    [14, 2.0],
    [28, 3.69],
    [56, 6.33],
    [84, 8.22],
    [168, 11.24],
    [252, 12.35],
  ])('shows after %i days %d per cent', (days, percent) => {
    const share = incidenceAt(curve, days)?.converted ?? Number.NaN;
    expect(100 * share).toBeCloseTo(percent, 2);
    expect(13 * (maturity(curve, lastDay, [{ age: days, count: 50 }]) ?? Number.NaN)).toBeCloseTo(percent, 2);
  });

  it.each([7, 28, 84, 252])('is projected to 13 % from what it shows after %i days', (days) => {
    const n = 1_000_000;
    const converted = seenBy(days) / (leads / n);
    const found = projectFinal(curve, lastDay, { n, converted, open: [{ age: days, count: n - converted }] });
    expect(100 * (found?.projected ?? Number.NaN)).toBeCloseTo(13, 4);
    expect(found?.low).toBeLessThan(0.13);
    expect(found?.high).toBeGreaterThan(0.13);
  });
});

describe('a hundred deals from a history of 130 of 1000 leads and 8 of 130 opportunities', () => {
  /** Quantiles of the Jeffreys posterior of a rate, in equal steps of chance. */
  const posterior = (k: number, n: number): readonly number[] =>
    Array.from({ length: 400 }, (_, step) => betaQuantile((step + 0.5) / 400, k + 0.5, n - k + 0.5));
  const leadsNeeded = (): readonly number[] => {
    const [atOpportunities, atDeals] = [posterior(130, 1000), posterior(8, 130)];
    return atOpportunities
      .flatMap((first) => atDeals.map((second) => 100 / (first * second)))
      .toSorted((a, b) => a - b);
  };

  it.each([
    [10, 8100],
    [50, 12_300],
    [80, 16_700],
    [90, 19_900],
  ])('needs at %i per cent certainty about %i leads', (certainty, leads) => {
    const needed = leadsNeeded();
    const found = needed[Math.floor((needed.length * certainty) / 100)] ?? Number.NaN;
    expect(Math.abs(found / leads - 1)).toBeLessThan(0.01);
  });
});

describe('two weeks of a channel that converts 13 %', () => {
  it.each([
    [30, 17],
    [60, 12],
    [120, 8.5],
    [300, 5.4],
  ])('of %i leads each must differ by about %d points before the change is clear', (n, points) => {
    const apart = (times: number): ReturnType<typeof newcombe> => {
      const half = (times * points) / 200;
      return newcombe((0.13 + half) * n, n, (0.13 - half) * n, n);
    };
    expect(apart(1.1)?.low).toBeGreaterThan(0);
    expect(apart(0.9)?.low).toBeLessThan(0);
  });
});
