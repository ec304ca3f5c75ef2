import { describe, expect, it } from 'vitest';
import type { MarketingMonth } from '../../../src/metrics/marketing-sla.ts';
import { addedCostOf } from '../../../src/metrics/promise/added-cost.ts';
import { channelGrowth, leadMix } from '../../../src/metrics/promise/lead-mix.ts';
import {
  keptMonths,
  promisedIn,
  promisedQuarter,
  recentValue,
  wholeMonths,
} from '../../../src/metrics/promise/value-path.ts';
import { valueTrend } from '../../../src/metrics/promise/value-trend.ts';
import { studentTail, tOf } from '../../../src/stats/student.ts';
import { leadValueOf, leadValuesOf } from '../../support/promise-values.ts';

const month = (first: string, deliveredMinor: number): MarketingMonth => ({
  month: first,
  leads: 1,
  leadsWithoutValue: 0,
  grossMinor: deliveredMinor,
  returnedMinor: 0,
  deliveredMinor,
});

const monthsOf = (...values: readonly number[]) =>
  values.map((deliveredMinor, place) => ({
    month: `2026-${String(place + 1).padStart(2, '0')}-01`,
    deliveredMinor,
  }));

const target = { firstMonth: '2026-04-01', valueMinor: 1000, growth: 0.1 };

describe('the months of marketing', () => {
  it('are whole ones, with 0 where no lead came', () => {
    const months = [month('2026-01-01', 5), month('2026-02-01', 7), month('2026-04-01', 9)];
    expect(wholeMonths(months, '2026-01-02', '2026-04-30')).toEqual([
      { month: '2026-02-01', deliveredMinor: 7 },
      { month: '2026-03-01', deliveredMinor: 0 },
      { month: '2026-04-01', deliveredMinor: 9 },
    ]);
    expect(wholeMonths(months, '2026-01-01', '2026-04-29').map((one) => one.month)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
    expect(wholeMonths(months, '2026-04-02', '2026-04-30')).toEqual([]);
  });

  it('have a mean of the last three, none below three', () => {
    expect(recentValue(monthsOf(100, 1, 2, 6))).toBe(3);
    expect(recentValue(monthsOf(1, 2))).toBeNull();
  });
});

describe('the promise of value', () => {
  it('grows from its first month and is carried back before it', () => {
    expect(promisedIn(target, '2026-04-01')).toBe(1000);
    expect(promisedIn(target, '2026-06-01')).toBeCloseTo(1210, 9);
    expect(promisedIn(target, '2026-03-01')).toBeCloseTo(1000 / 1.1, 9);
    expect(promisedIn(target, '2025-04-01')).toBeCloseTo(1000 / 1.1 ** 12, 9);
    expect(promisedQuarter(target)).toBeCloseTo(1000 + 1100 + 1210, 9);
  });

  it('is kept by a month that reaches it exactly, of the last twelve', () => {
    const flat = { ...target, growth: 0 };
    expect(keptMonths(monthsOf(999, 1000, 1001), flat)).toEqual({ kept: 2, of: 3 });
    const thirteen = [...monthsOf(5000), ...monthsOf(...Array.from({ length: 12 }, () => 1))];
    expect(keptMonths(thirteen, flat)).toEqual({ kept: 0, of: 12 });
    expect(keptMonths([], flat)).toEqual({ kept: 0, of: 0 });
  });

  it('that grew is judged by what it was then', () =>
    expect(keptMonths(monthsOf(700, 800, 900), target)).toEqual({ kept: 0, of: 3 }));
});

describe('the trend of the value delivered', () => {
  it('is not given below six months, or with a month without value', () => {
    expect(valueTrend(monthsOf(1, 2, 3, 4, 5))).toBeNull();
    expect(valueTrend(monthsOf(1, 2, 3, 0, 5, 6))).toBeNull();
    expect(valueTrend(monthsOf(1, 2, 3, -4, 5, 6))).toBeNull();
  });

  it('is the growth of months that grow evenly, and certain of them', () => {
    const trend = valueTrend(monthsOf(100, 110, 121, 133.1, 146.41, 161.051));
    expect(trend?.growth).toBeCloseTo(0.1, 9);
    expect(trend?.low).toBeCloseTo(0.1, 6);
    expect(trend?.high).toBeCloseTo(0.1, 6);
    expect(trend?.months).toBe(6);
  });

  it('of months that stand still keeps what they deliver, and nothing above it', () => {
    const trend = valueTrend(monthsOf(1, 1, 1, 1, 1, 1));
    const flat = { firstMonth: '2026-07-01', valueMinor: 1, growth: 0 };
    expect(trend?.chanceOf(flat)).toBe(1);
    expect(trend?.chanceOf({ ...flat, valueMinor: 2 })).toBe(0);
    expect(trend?.chanceOf({ ...flat, valueMinor: 0 })).toBe(1);
    expect(trend?.chanceOf({ ...flat, growth: 0.5 })).toBeCloseTo(1 / 3, 12);
  });

  it('has the interval and the chance worked out by hand', () => {
    // Logarithms 0, 1, 0, 1, 0, 1: mean 1/2, sum of squares about the middle 17.5, of products 1.5.
    const e = Math.E;
    const trend = valueTrend(monthsOf(1, e, 1, e, 1, e));
    const slope = 1.5 / 17.5;
    const variance = (1.5 - slope * 1.5) / 4;
    const reach = tOf(0.8, 4) * Math.sqrt(variance / 17.5);
    expect(trend?.growth).toBeCloseTo(Math.exp(slope) - 1, 12);
    expect(trend?.low).toBeCloseTo(Math.exp(slope - reach) - 1, 12);
    expect(trend?.high).toBeCloseTo(Math.exp(slope + reach) - 1, 12);
    const chances = [6, 7, 8].map((place) => {
      const error = Math.sqrt(variance * (1 + 1 / 6 + (place - 2.5) ** 2 / 17.5));
      const owed = Math.log(2 * 1.05 ** (place - 6));
      return studentTail((owed - (0.5 + slope * (place - 2.5))) / error, 4);
    });
    expect(trend?.chanceOf({ firstMonth: '2026-07-01', valueMinor: 2, growth: 0.05 })).toBeCloseTo(
      chances.reduce((sum, chance) => sum + chance, 0) / 3,
      12,
    );
  });

  it('looks at the last 24 months', () => {
    const old = { month: '2024-06-01', deliveredMinor: 0 };
    const last = Array.from({ length: 24 }, (_, place) => ({
      month: `${2024 + Math.floor((place + 6) / 12)}-${String(((place + 6) % 12) + 1).padStart(2, '0')}-01`,
      deliveredMinor: 10,
    }));
    expect(valueTrend([old, ...last])?.months).toBe(24);
  });
});

describe('the mix of leads', () => {
  const asOf = '2026-06-10';
  const rows = (channel: string, leads: number, first = '2026-05-01', segment = 'Small') => ({
    month: first,
    channel,
    segment,
    leads,
  });
  const values = leadValuesOf(
    leadValueOf('web', 'Small'),
    leadValueOf('event', 'Small', {
      valueMinor: 100_000,
      dealsPerLead: 0.05,
      opportunitiesPerConverted: 2,
    }),
    leadValueOf('cold', 'Small', { valueMinor: null }),
  );
  const created = [
    { channel: 'web', sourced: 10, created_minor: 1_000_000 },
    { channel: 'event', sourced: 0, created_minor: 0 },
    { channel: 'other', sourced: 10, created_minor: 3_000_000 },
  ];

  it('averages what a lead brings over the last three whole months', () => {
    const delivered = [
      rows('web', 20, '2026-03-01'),
      rows('web', 10),
      rows('event', 10, '2026-04-01'),
      rows('cold', 6),
      rows('web', 500, '2026-02-01'),
      rows('web', 500, '2026-06-01'),
    ];
    const mix = leadMix(delivered, values, created, asOf);
    expect(mix?.leadsPerMonth).toBeCloseTo(40 / 3, 12);
    expect(mix?.leadsWithoutValue).toBe(2);
    expect(mix?.valueMinor).toBe((30 * 40_000 + 10 * 100_000) / 40);
    expect(mix?.dealsPerLead).toBeCloseTo((30 * 0.02 + 10 * 0.05) / 40, 12);
    expect(mix?.opportunitiesPerLead).toBeCloseTo((30 * 0.1 + 10 * 0.2) / 40, 12);
    expect(mix?.l2o).toBeCloseTo(0.1, 12);
    expect(mix?.pipelineMinor).toBeCloseTo((30 * 0.1 * 100_000 + 10 * 0.2 * 200_000) / 40, 6);
  });

  it('is not given without a lead that has a value', () => {
    expect(leadMix([], values, created, asOf)).toBeNull();
    expect(leadMix([rows('cold', 5), rows('new', 5)], values, created, asOf)).toBeNull();
  });

  it('has no pipeline without an opportunity', () =>
    expect(leadMix([rows('web', 3)], values, [], asOf)?.pipelineMinor).toBe(0));

  it('says which channels have to add how many, the most first, and which go beyond their best', () => {
    const delivered = [
      rows('web', 30, '2026-03-01'),
      rows('web', 30, '2026-04-01'),
      rows('web', 20, '2026-05-01'),
      rows('web', 10, '2026-05-01', 'Large'),
      rows('event', 3, '2026-05-01'),
      rows('event', 900, '2026-06-01'),
      rows('gone', 50, '2026-01-01'),
    ];
    const grown = channelGrowth(delivered, 1.1, asOf);
    expect(
      grown.map(({ channel, leadsPerMonth, best, isBeyondBest }) => [
        channel,
        leadsPerMonth,
        best,
        isBeyondBest,
      ]),
    ).toEqual([
      ['web', 30, 30, true],
      ['event', 1, 3, false],
    ]);
    expect(grown.map(({ moreLeads }) => moreLeads)).toEqual([expect.closeTo(3, 9), expect.closeTo(0.1, 9)]);
    expect(channelGrowth(delivered, 1, asOf).map(({ isBeyondBest }) => isBeyondBest)).toEqual([false, false]);
  });
});

describe('the cost of the leads to add', () => {
  const growing = (channel: string, moreLeads: number) => ({
    channel,
    moreLeads,
    leadsPerMonth: 10,
    best: 10,
    isBeyondBest: true,
  });
  const cost = (channel: string, perLeadMinor: number | null, currency: string | null = 'EUR') => ({
    channel,
    perLeadMinor,
    currency,
  });

  it('is what a lead of each has cost, and names those of which that is not known', () => {
    const channels = [growing('web', 4), growing('event', 2), growing('cold', 1), growing('mail', 3)];
    const costs = [cost('web', 500), cost('event', 1000, null), cost('cold', null), cost('mail', 9, 'USD')];
    expect(addedCostOf(channels, costs, 'EUR')).toEqual({ costMinor: 4000, unknown: ['cold', 'mail'] });
    expect(addedCostOf(channels, costs, null).costMinor).toBe(4027);
  });

  it('is not known without costs, and nothing is asked of channels that need not grow', () => {
    expect(addedCostOf([growing('web', 4)], [], 'EUR')).toEqual({ costMinor: null, unknown: ['web'] });
    expect(addedCostOf([growing('web', 0.4), growing('event', -3)], [], 'EUR')).toEqual({
      costMinor: null,
      unknown: [],
    });
    expect(addedCostOf([growing('web', 0.5)], [cost('web', 500)], 'EUR').costMinor).toBe(250);
  });
});
