import { describe, expect, it } from 'vitest';
import {
  poolSmallChannels,
  revenueChange,
  revenueChangeByLmdi,
  revenueFactors,
  type ChannelFunnel,
  type FactorParts,
  type FunnelCounts,
} from '../../src/metrics/revenue-change.ts';
import { createPrng } from '../support/naive/prng.ts';
import { randomFunnels } from '../support/random-tables.ts';

const counts = (
  leads: number,
  converted: number,
  opportunities: number,
  won: number,
  revenueMinor: number,
): FunnelCounts => ({ leads, converted, opportunities, won, revenueMinor });

const none = counts(0, 0, 0, 0, 0);

const funnel = (channel: string, before: FunnelCounts, after: FunnelCounts): ChannelFunnel => ({
  channel,
  before,
  after,
});

const sumOf = (parts: FactorParts): number => revenueFactors.reduce((sum, factor) => sum + parts[factor], 0);

describe('why won revenue moved', () => {
  it('is volume alone where there are twice as many leads of the same kind', () => {
    const { totals, change } = revenueChange([
      funnel('website', counts(100, 20, 22, 5, 50_000), counts(200, 40, 44, 10, 100_000)),
      funnel('webinar', counts(50, 10, 10, 1, 8000), counts(100, 20, 20, 2, 16_000)),
    ]);
    expect(change).toBe(58_000);
    expect(totals.volume).toBeCloseTo(58_000, 6);
    expect(sumOf(totals) - totals.volume).toBeCloseTo(0, 6);
  });

  it.each([
    ['l2o', counts(100, 40, 40, 10, 100_000)],
    ['opportunitiesPerConverted', counts(100, 20, 40, 10, 100_000)],
    ['o2d', counts(100, 20, 20, 10, 100_000)],
    ['dealSize', counts(100, 20, 20, 5, 100_000)],
  ] as const)('is %s alone where nothing else moved', (factor, after) => {
    const { totals } = revenueChange([funnel('all', counts(100, 20, 20, 5, 50_000), after)]);
    expect(totals[factor]).toBeCloseTo(50_000, 6);
    expect(sumOf(totals) - totals[factor]).toBeCloseTo(0, 6);
  });

  it('is mix alone where leads moved to the channel that earns more, which counts in favour of both', () => {
    const { channels, totals } = revenueChange([
      funnel('rich', counts(100, 20, 20, 10, 100_000), counts(150, 30, 30, 15, 150_000)),
      funnel('poor', counts(100, 20, 20, 2, 20_000), counts(50, 10, 10, 1, 10_000)),
    ]);
    expect(totals.mix).toBeCloseTo(40_000, 6);
    expect(totals.volume).toBeCloseTo(0, 6);
    for (const { parts } of channels) expect(parts.mix).toBeGreaterThan(0);
  });

  it('is volume and mix alone for a channel that is new or has ended', () => {
    const { channels } = revenueChange([
      funnel('old', counts(80, 10, 10, 5, 50_000), none),
      funnel('new', none, counts(60, 12, 12, 4, 30_000)),
    ]);
    for (const { parts, unexplained } of channels) {
      expect(sumOf(parts)).toBeCloseTo(parts.volume + parts.mix, 6);
      expect(unexplained).toBe(0);
    }
  });

  it('takes a channel that stopped converting for what it is: a true zero', () => {
    const { totals, change } = revenueChange([
      funnel('a', counts(100, 20, 20, 5, 50_000), counts(100, 0, 0, 0, 0)),
    ]);
    expect(change).toBe(-50_000);
    expect(totals.l2o).toBeCloseTo(-50_000, 6);
  });

  it('says what no factor carries where deals are dated in a period without leads', () => {
    const { channels, totals, unexplained, change } = revenueChange([
      funnel('fair', counts(0, 3, 3, 2, 20_000), counts(50, 5, 5, 1, 9000)),
      funnel('website', counts(100, 20, 20, 5, 50_000), counts(100, 20, 20, 5, 50_000)),
    ]);
    expect(channels[0]?.unexplained).toBeCloseTo(-20_000, 6);
    expect(channels[1]?.unexplained).toBe(0);
    expect(unexplained).toBeCloseTo(-20_000, 6);
    expect(sumOf(totals) + unexplained).toBeCloseTo(change, 6);
  });

  it.each([
    ['won deals without an opportunity', counts(50, 5, 0, 2, 9000)],
    ['opportunities without a converted lead', counts(50, 0, 4, 2, 9000)],
    ['revenue without a deal', counts(50, 5, 4, 0, 9000)],
  ])('says what no factor carries with %s', (_, after) => {
    const { unexplained, change, totals } = revenueChange([funnel('a', counts(50, 5, 5, 2, 8000), after)]);
    expect(sumOf(totals) + unexplained).toBeCloseTo(change, 6);
    expect(unexplained).toBeCloseTo(9000, 6);
  });

  it('hides nothing: parts of channels and factors add up in ten thousand tables with zeros and missing cells', () => {
    const prng = createPrng(55);
    for (let table = 0; table < 10_000; table += 1) {
      const funnels = randomFunnels(prng);
      const { before, after, change, totals, channels, unexplained } = revenueChange(funnels);
      const size = Math.max(1, before, after);
      const byChannel = channels.reduce((sum, { parts }) => sum + sumOf(parts), 0);
      if (
        unexplained !== 0 ||
        Math.abs(sumOf(totals) - change) > 1e-9 * size ||
        Math.abs(byChannel - change) > 1e-9 * size
      )
        expect.fail(`table ${table}: ${sumOf(totals)} by factor, ${byChannel} by channel, not ${change}`);
    }
  });

  it('of no channels is nothing', () => {
    expect(revenueChange([])).toMatchObject({ before: 0, after: 0, change: 0, unexplained: 0, channels: [] });
  });

  it('knows whether every converted lead has one opportunity', () => {
    const one = counts(10, 5, 5, 1, 100);
    const two = counts(10, 5, 6, 1, 100);
    expect(revenueChange([funnel('a', one, one)]).isOneToOne).toBe(true);
    expect(revenueChange([funnel('a', one, one), funnel('b', one, two)]).isOneToOne).toBe(false);
    expect(revenueChange([funnel('a', two, one)]).isOneToOne).toBe(false);
  });
});

describe('the check by another method', () => {
  it('adds up to the same change and agrees on what moved alone', () => {
    const totals = revenueChangeByLmdi([
      funnel('a', counts(100, 20, 20, 5, 50_000), counts(100, 40, 40, 10, 100_000)),
    ]);
    expect(totals?.l2o).toBeCloseTo(50_000, 6);
    expect(totals?.dealSize).toBeCloseTo(0, 6);
  });

  it('is not offered where a count is 0', () => {
    expect(
      revenueChangeByLmdi([funnel('a', counts(100, 20, 20, 5, 50_000), counts(100, 0, 0, 0, 0))]),
    ).toBeNull();
    expect(revenueChangeByLmdi([])).toBeNull();
  });
});

describe('small channels', () => {
  it('are added up as one, the last, where they have fewer than 30 leads in a period', () => {
    const large = funnel('large', counts(30, 3, 3, 1, 10), counts(30, 3, 3, 1, 10));
    const shrunk = funnel('shrunk', counts(40, 4, 5, 2, 70), counts(29, 3, 3, 1, 10));
    const grown = funnel('grown', counts(29, 1, 2, 1, 5), counts(400, 30, 31, 9, 90));
    expect(poolSmallChannels([shrunk, large, grown])).toEqual([
      large,
      { channel: 'other (small)', before: counts(69, 5, 7, 3, 75), after: counts(429, 33, 34, 10, 100) },
    ]);
    expect(poolSmallChannels([large])).toEqual([large]);
  });
});
