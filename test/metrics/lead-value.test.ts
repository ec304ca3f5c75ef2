import { describe, expect, it } from 'vitest';
import { developmentOf } from '../../src/metrics/development.ts';
import { dealSizeOf, varianceBetween } from '../../src/metrics/deal-size.ts';
import { finalRate } from '../../src/metrics/final-rate.ts';
import { leadValue, leadValues, valueRange } from '../../src/metrics/lead-value.ts';
import type { ValueCounts } from '../../src/metrics/value-groups.ts';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';
import { noStrength } from '../../src/stats/cautious-strength.ts';

const none = { windowDays: 30, horizonDays: null, factor: 1 } as const;
const undeveloped = { l2o: none, o2d: none };

/** [channel, segment, leads, converted, opportunities, won, amounts]: one opportunity per converted lead unless said. */
type Group = readonly [string, string, number, number, number, number, readonly number[]];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const countsOf = (groups: readonly Group[], sourcedPerConverted = 1): ValueCounts => ({
  leads: groups.map(([row_group, column_group, journeys_l2o, converted_windowed]) => ({
    row_group,
    column_group,
    journeys_l2o,
    converted_windowed,
  })),
  opportunities: groups.map(([row_group, column_group, , , opportunities_windowed, won_windowed]) => ({
    row_group,
    column_group,
    opportunities_windowed,
    won_windowed,
  })),
  sourced: groups.map(([channel, , , converted]) => ({
    channel,
    converted,
    sourced: converted * sourcedPerConverted,
  })),
  amounts: groups
    .filter(([, , , , , , amounts]) => amounts.length > 0)
    .map(([channel, segment, , , , , amounts]) => ({
      channel,
      segment,
      deals: amounts.length,
      sum_minor: sum(amounts),
      squares_minor: sum(amounts.map((amount) => amount ** 2)),
    })),
});

/** Rates of 50, 30 and 10 of 100 at both joints; the fit over three such groups is 500/103 records at 30 %. */
const three: readonly Group[] = [
  ['fair', 'SMB', 100, 50, 100, 50, [100, 300]],
  ['mail', 'SMB', 100, 30, 100, 30, []],
  ['web', 'SMB', 100, 10, 100, 10, [200, 600]],
];

describe('the value of a lead', () => {
  it('is 2,000 where 20 % of leads become deals of 10,000', () => {
    const { total } = leadValues(
      countsOf([['web', 'SMB', 1000, 400, 400, 200, [10_000, 10_000]]]),
      undeveloped,
    );
    expect(total.l2o.final).toBe(0.4);
    expect(total.o2d.final).toBe(0.5);
    expect(total.dealSize?.sizeMinor).toBe(10_000);
    expect(total.dealsPerLead).toBe(0.2);
    expect(total.valueMinor).toBe(2000);
  });

  it('counts the opportunities that a converted lead brings', () => {
    const value = (perConverted: number) =>
      leadValues(countsOf([['web', 'SMB', 1000, 400, 400, 200, [10_000]]], perConverted), undeveloped).total;
    expect(value(0.5).opportunitiesPerConverted).toBe(0.5);
    expect(value(0.5).valueMinor).toBe(1000);
    expect(value(1.5).valueMinor).toBeCloseTo(3000, 9);
  });

  it('draws channels towards all leads, and cells towards their channel', () => {
    // MSB = (100*0.04 + 0 + 100*0.04)/2 = 4; MSW = (25 + 21 + 9)/297 = 5/27; n0 = 100;
    // rho = (4 - 5/27)/(4 + 99*5/27) = 103/603; M = (1 - rho)/rho = 500/103.
    const { total, channels, cells } = leadValues(countsOf(three), undeveloped);
    const strength = 500 / 103;
    expect(total.l2o).toMatchObject({ k: 90, n: 300, strength: 0 });
    expect(total.l2o.windowed).toBeCloseTo(0.3, 14);
    expect(channels.map(({ channel, segment }) => [channel, segment])).toEqual([
      ['fair', null],
      ['mail', null],
      ['web', null],
    ]);
    // (50 + 0.3*500/103)/(100 + 500/103) = (5150 + 150)/10800.
    expect(channels[0]?.l2o.windowed).toBeCloseTo(5300 / 10_800, 12);
    expect(channels[1]?.l2o.windowed).toBeCloseTo(0.3, 12);
    expect(channels[2]?.l2o.windowed).toBeCloseTo(1180 / 10_800, 12);
    expect(channels[0]?.l2o).toMatchObject({ k: 50, n: 100, raw: 0.5 });
    expect(channels[0]?.l2o.strength).toBeCloseTo(strength, 10);
    // The one cell of the channel: (5150 + 500*5300/10800)/10800.
    expect(cells[0]?.l2o.towards).toBeCloseTo(5300 / 10_800, 12);
    expect(cells[0]?.l2o.windowed).toBeCloseTo((5150 + (500 * 5300) / 10_800) / 10_800, 12);
    expect(cells[0]?.o2d.windowed).toBeCloseTo((5150 + (500 * 5300) / 10_800) / 10_800, 12);
  });

  it('draws nothing where there are fewer than three channels', () => {
    const { channels } = leadValues(countsOf(three.slice(0, 2)), undeveloped);
    expect(channels.map(({ l2o }) => l2o.windowed)).toEqual([0.5, 0.3]);
    expect(channels.map(({ l2o }) => l2o.strength)).toEqual([0, 0]);
  });

  it('is the product of the terms it shows', () => {
    const { total, channels, cells } = leadValues(countsOf(three, 1.25), {
      l2o: { windowDays: 30, horizonDays: 365, factor: 1.2 },
      o2d: { windowDays: 60, horizonDays: 700, factor: 1.1 },
    });
    for (const value of [total, ...channels, ...cells]) {
      const size = value.dealSize?.sizeMinor ?? Number.NaN;
      const perConverted = value.opportunitiesPerConverted ?? Number.NaN;
      expect(value.l2o.final).toBeCloseTo(value.l2o.windowed * 1.2, 14);
      expect(value.o2d.final).toBeCloseTo(value.o2d.windowed * 1.1, 14);
      expect(value.valueMinor).toBeCloseTo(value.l2o.final * perConverted * value.o2d.final * size, 9);
    }
    expect(total.opportunitiesPerConverted).toBe(1.25);
  });

  it('takes the bridge to opportunities from the channel, and from all channels where it has no converted lead', () => {
    const counts: ValueCounts = {
      ...countsOf(three),
      sourced: [
        { channel: 'fair', converted: 10, sourced: 5 },
        { channel: 'mail', converted: 0, sourced: 0 },
        { channel: 'web', converted: 30, sourced: 45 },
      ],
    };
    const { total, channels, cells } = leadValues(counts, undeveloped);
    expect(channels.map((value) => value.opportunitiesPerConverted)).toEqual([0.5, 1.25, 1.5]);
    expect(cells.map((value) => value.opportunitiesPerConverted)).toEqual([0.5, 1.25, 1.5]);
    expect(total.opportunitiesPerConverted).toBe(1.25);
  });

  it('leaves out opportunities that no lead led to', () => {
    const extra: Group = ['(unsourced)', 'SMB', 0, 0, 1000, 900, [1_000_000]];
    expect(leadValues(countsOf([...three, extra]), undeveloped)).toEqual(
      leadValues(countsOf(three), undeveloped),
    );
  });

  it('keeps apart the segments of a channel and the channels of a segment', () => {
    const groups: readonly Group[] = [
      ['web', 'ENT', 50, 10, 10, 5, []],
      ['mail', 'SMB', 10, 1, 1, 1, [700]],
      ['web', 'SMB', 70, 7, 7, 3, []],
    ];
    const { channels, cells } = leadValues(countsOf(groups), undeveloped);
    expect(cells.map(({ channel, segment, l2o }) => [channel, segment, l2o.k, l2o.n])).toEqual([
      ['mail', 'SMB', 1, 10],
      ['web', 'ENT', 10, 50],
      ['web', 'SMB', 7, 70],
    ]);
    expect(channels.map(({ channel, l2o, o2d }) => [channel, l2o.k, l2o.n, o2d.k, o2d.n])).toEqual([
      ['mail', 1, 10, 1, 1],
      ['web', 17, 120, 8, 17],
    ]);
    expect(cells.map(({ dealSize }) => dealSize?.deals)).toEqual([1, 0, 0]);
  });

  it('cannot be told without a converted lead or without an amount', () => {
    const noAmount = leadValues(countsOf([['web', 'SMB', 100, 20, 20, 5, []]]), undeveloped).total;
    expect(noAmount).toMatchObject({ dealSize: null, valueMinor: null, variation: null });
    expect(noAmount.dealsPerLead).toBeCloseTo(0.05, 14);
    const noLead = leadValues(countsOf([['web', 'SMB', 100, 0, 0, 0, [500]]]), undeveloped).total;
    expect(noLead).toMatchObject({ opportunitiesPerConverted: null, dealsPerLead: null, valueMinor: null });
    expect(leadValues(countsOf([]), undeveloped)).toMatchObject({
      total: { valueMinor: null },
      channels: [],
      cells: [],
    });
  });

  it('is 0 with an unknown spread where no opportunity was ever won', () => {
    const { total } = leadValues(countsOf([['web', 'SMB', 100, 20, 20, 0, [500, 700]]]), undeveloped);
    expect(total).toMatchObject({ valueMinor: 0, variation: null });
    expect(valueRange(total, 0.8)).toBeNull();
  });

  it('has a meaning in money', () => expect(leadValue).toMatchObject({ id: 'lead_value', measure: 'money' }));
});

describe('the range of a value', () => {
  it('adds the squared variations of both rates and of the deal size', () => {
    // l2o 50/100: 0.5/(0.5*101); o2d 20/50: 0.6/(0.4*51); deals 100 and 300: mean 200, s2 = 20,000 (its own one degree
    // and ten of all), over 12 and 200 squared.
    const { total } = leadValues(countsOf([['web', 'SMB', 100, 50, 50, 20, [100, 300]]]), undeveloped);
    const expected = Math.sqrt(1 / 101 + 1.5 / 51 + 20_000 / 12 / 200 ** 2);
    expect(total.variation).toBeCloseTo(expected, 14);
    const range = valueRange(total, 0.95);
    expect(range?.low).toBeCloseTo(40 * Math.exp(-1.959963984540054 * expected), 10);
    expect(range?.high).toBeCloseTo(40 * Math.exp(1.959963984540054 * expected), 10);
  });

  it('rests on how far channels and cells lie apart', () => {
    // Deals of a channel: 2 of 2 cells, so that channels and cells lie equally far apart in size.
    const { channels, cells } = leadValues(countsOf(three), undeveloped);
    const all = { deals: 4, sumMinor: 1200, squaresMinor: 500_000 };
    const own = { deals: 2, sumMinor: 400, squaresMinor: 100_000 };
    const other = { deals: 2, sumMinor: 800, squaresMinor: 400_000 };
    const size = dealSizeOf(own, all, varianceBetween([own, other]));
    expect(channels[0]?.dealSize).toEqual(size);
    expect(cells[0]?.dealSize).toEqual(size);
    // 103/603 and one standard error of it: sqrt(2/(2*100*99)) * 500/603 * (603 + 99*103)/603.
    const upper = 103 / 603 + (Math.sqrt(1 / 9900) * 500 * 10_800) / 603 ** 2;
    const rate = 5300 / 10_800;
    expect(channels[0]?.l2o.variation).toBeCloseTo((1 - rate) / (rate * (101 + (1 - upper) / upper)), 12);
  });

  it('is narrower at 80 % than at 95 %', () => {
    const value = { valueMinor: 1000, variation: 0.1 };
    expect(valueRange(value, 0.8)?.high).toBeCloseTo(1000 * Math.exp(0.1 * 1.2815515655446004), 9);
    expect(valueRange(value, 0.95)?.high).toBeGreaterThan(valueRange(value, 0.8)?.high ?? 0);
  });

  it('does not widen or narrow by development, which multiplies', () => {
    const counts = countsOf([['web', 'SMB', 100, 10, 50, 5, [100, 300]]]);
    const developed = { ...none, factor: 1.5 };
    expect(leadValues(counts, { l2o: developed, o2d: developed }).total.variation).toBe(
      leadValues(counts, undeveloped).total.variation,
    );
  });

  it('is not known where the value or its spread is not', () => {
    expect(valueRange({ valueMinor: null, variation: 0.1 }, 0.8)).toBeNull();
    expect(valueRange({ valueMinor: 1, variation: null }, 0.8)).toBeNull();
    expect(leadValues(countsOf([['web', 'SMB', 9, 3, 3, 1, [100]]]), undeveloped).total.variation).toBeNull();
  });
});

describe('a rate of a value', () => {
  it('never exceeds 1, however much is still to come', () => {
    expect(finalRate({ k: 8, n: 10 }, 0.5, noStrength, 1.5).final).toBe(1);
    expect(finalRate({ k: 8, n: 10 }, 0.5, noStrength, 1.2).final).toBeCloseTo(0.96, 14);
  });

  it('of a group without records is the one it is drawn towards, drawn or not', () => {
    expect(finalRate({ k: 0, n: 0 }, 0.3, noStrength, 1)).toMatchObject({
      raw: null,
      windowed: 0.3,
      strength: 0,
    });
    expect(finalRate({ k: 0, n: 0 }, 0.3, { estimated: 20, cautious: 5 }, 1)).toMatchObject({
      raw: null,
      windowed: 0.3,
    });
    // The range rests on the cautious five: 0.7/(0.3*6).
    expect(finalRate({ k: 0, n: 0 }, 0.3, { estimated: 20, cautious: 5 }, 1).variation).toBeCloseTo(
      0.7 / 1.8,
      14,
    );
  });
});

describe('the deal size of a group', () => {
  const all = { deals: 4, sumMinor: 1200, squaresMinor: 500_000 };

  it('is drawn towards that of all deals by ten deals', () => {
    // (400 + 10*300)/12; own scatter 100,000 - 400^2/2 = 20,000; all (500,000 - 360,000)/3.
    const size = dealSizeOf({ deals: 2, sumMinor: 400, squaresMinor: 100_000 }, all, 0);
    expect(size?.sizeMinor).toBeCloseTo(3400 / 12, 12);
    expect(size?.overallMinor).toBe(300);
    const variance = (20_000 + (10 * 140_000) / 3) / 11;
    expect(size?.variation).toBeCloseTo(variance / 12 / (3400 / 12) ** 2, 12);
  });

  it('is that of all deals for a group without one', () => {
    const size = dealSizeOf({ deals: 0, sumMinor: 0, squaresMinor: 0 }, all, 0);
    expect(size?.sizeMinor).toBe(300);
    expect(size?.variation).toBeCloseTo(140_000 / 3 / 10 / 300 ** 2, 14);
  });

  it('varies the more the further the sizes of groups lie apart', () => {
    // Deals of 100 and 300, and of 1000 and 1200: all have mean 650 and scatter 850,000, within groups 40,000.
    // Between: (810,000 - 40,000/2)/2 = 395,000, where a group has (4 - 8/4)/1 = 2 deals.
    const low = { deals: 2, sumMinor: 400, squaresMinor: 100_000 };
    const high = { deals: 2, sumMinor: 2200, squaresMinor: 2_440_000 };
    const nobody = { deals: 0, sumMinor: 0, squaresMinor: 0 };
    const both = { deals: 4, sumMinor: 2600, squaresMinor: 2_540_000 };
    const between = varianceBetween([low, nobody, high]);
    expect(between).toBeCloseTo(395_000, 6);
    const variance = (20_000 + (10 * 850_000) / 3) / 11;
    expect(dealSizeOf(low, both, between)?.variation).toBeCloseTo(
      (2 * variance + 100 * 395_000) / (12 * 575) ** 2,
      12,
    );
  });

  it('is not taken to differ where the spread within groups explains it, or cannot be told', () => {
    const same = { deals: 2, sumMinor: 400, squaresMinor: 100_000 };
    expect(varianceBetween([same, same])).toBe(0);
    expect(varianceBetween([same])).toBe(0);
    expect(varianceBetween([])).toBe(0);
    const [one, other] = [100, 900].map((amount) => ({
      deals: 1,
      sumMinor: amount,
      squaresMinor: amount ** 2,
    }));
    expect(varianceBetween([one, other].flatMap((entry) => entry ?? []))).toBe(0);
  });

  it('has no spread where fewer than two deals are known, and none where all are equal', () => {
    const one = { deals: 1, sumMinor: 100, squaresMinor: 10_000 };
    expect(dealSizeOf(one, one, 0)).toMatchObject({ sizeMinor: 100, variation: null });
    const equal = { deals: 3, sumMinor: 0.3, squaresMinor: 0.03 };
    expect(dealSizeOf(equal, equal, 0)?.variation).toBeGreaterThanOrEqual(0);
    expect(dealSizeOf(equal, equal, 0)?.variation).toBeCloseTo(0, 12);
    const worthless = { deals: 2, sumMinor: 0, squaresMinor: 0 };
    expect(dealSizeOf(worthless, worthless, 0)).toMatchObject({ sizeMinor: 0, variation: null });
  });
});

describe('the development of a windowed rate', () => {
  // 100 leads: 10 convert on day 10, 10 on day 50, the rest is last seen on day 60.
  const curve = aalenJohansen([
    { age: 10, converted: 10, left: 0, total: 10 },
    { age: 50, converted: 10, left: 0, total: 10 },
    { age: 60, converted: 0, left: 0, total: 80 },
  ]);

  it('is the final share over that within the window', () => {
    expect(developmentOf(curve, 30, 365)).toMatchObject({ windowDays: 30, horizonDays: 60 });
    expect(developmentOf(curve, 30, 365).factor).toBeCloseTo(2, 12);
    expect(developmentOf(curve, 50, 365).factor).toBeCloseTo(1, 12);
    expect(developmentOf(curve, 10, 55)).toMatchObject({ horizonDays: 50 });
  });

  it('is 1 where the curve is too thin to tell, or nobody converts within the window', () => {
    expect(developmentOf([], 30, 365)).toEqual({ windowDays: 30, horizonDays: null, factor: 1 });
    expect(developmentOf(curve, 9, 365)).toEqual({ windowDays: 9, horizonDays: null, factor: 1 });
    const thin = aalenJohansen([{ age: 10, converted: 5, left: 0, total: 29 }]);
    expect(developmentOf(thin, 30, 365).horizonDays).toBeNull();
  });
});
