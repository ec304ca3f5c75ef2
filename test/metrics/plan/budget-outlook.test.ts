import { describe, expect, it } from 'vitest';
import {
  budgetOutlook,
  dealsInMonths,
  expectedOfArrived,
  expectedOfNew,
  expectedOfOpen,
  monthsOfQuarter,
  quarterOf,
  shareToCome,
} from '../../../src/metrics/plan/budget-outlook.ts';
import { plannableChannels } from '../../../src/metrics/plan/plan-basis.ts';
import { createPrng } from '../../support/naive/prng.ts';
import { august, july, june, planBasis, september, valueOf } from '../../support/plan-basis.ts';

const quarter = [july, august, september];

describe('a quarter', () => {
  it('has three months and begins with the first of them', () => {
    expect(monthsOfQuarter('2026-07-01')).toEqual(quarter);
    expect(['2026-01-01', '2026-03-31', '2026-10-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-01-01',
      '2026-01-01',
      '2026-10-01',
      '2026-10-01',
    ]);
  });

  it('has so much of a month still to come', () => {
    expect(shareToCome(june, '2026-06-30')).toBe(0);
    expect(shareToCome(june, '2026-06-15')).toBe(0.5);
    expect(shareToCome(july, '2026-06-15')).toBe(1);
    expect(shareToCome(june, '2026-07-01')).toBe(0);
  });
});

describe('what open opportunities are expected to bring', () => {
  it('is their amount by the chance of their age, and is luck of one throw', () => {
    // Of those open at 30 days, 0.2 / 0.8 are won by 50 days, which is in July.
    expect(expectedOfOpen(planBasis(), quarter)).toEqual({
      meanMinor: 10_000,
      luck: expect.closeTo(0.25 * 0.75 * 40_000 ** 2, 3),
      doubtMinor: expect.closeTo(10_000 * Math.sqrt(valueOf(null).o2d.variation ?? 0), 6),
    });
    expect(expectedOfOpen(planBasis(), [august, september]).meanMinor).toBe(0);
  });

  it('takes those without an amount at the deal size of their channel, whose spread is luck too', () => {
    const open = [{ channel: 'web', age: 30, open: 1, open_with_amount: 0, open_minor: 0 }];
    const { meanMinor, luck } = expectedOfOpen(planBasis({ open }), quarter);
    expect(meanMinor).toBe(25_000);
    // E[x^2] - E[x]^2 with 1.25 * 100,000^2 for the square of a size
    expect(luck).toBeCloseTo(0.25 * 1.25 * 1e10 - 25_000 ** 2, 2);
  });

  it('knows no range where no opportunity was ever won', () => {
    const total = valueOf(null, { o2d: { ...valueOf(null).o2d, variation: null } });
    const basis = planBasis();
    const values = { ...basis.values, total };
    expect(expectedOfOpen({ ...basis, values }, quarter).doubtMinor).toBeNull();
    expect(expectedOfOpen({ ...basis, values, open: [] }, quarter).doubtMinor).toBe(0);
  });

  it('spreads as much as when every deal is thrown for', () => {
    const random = createPrng(11);
    const throws = 40_000;
    const sizes = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? 50_000 : 150_000));
    const sums = Array.from({ length: throws }, () =>
      sizes.reduce((sum, size) => sum + (random.chance(0.25) ? size : 0), 0),
    );
    const mean = sums.reduce((sum, value) => sum + value, 0) / throws;
    const variance = sums.reduce((sum, value) => sum + (value - mean) ** 2, 0) / throws;
    const open = [{ channel: 'web', age: 30, open: 8, open_with_amount: 8, open_minor: 800_000 }];
    const expected = expectedOfOpen(planBasis({ open }), quarter);
    expect(expected.meanMinor).toBe(200_000);
    expect(Math.abs(mean / 200_000 - 1)).toBeLessThan(0.01);
    // The amounts are known by their sum alone: about 1.21 in place of 1.25 times the square of their mean.
    expect(expected.luck / variance).toBeGreaterThan(0.93);
    expect(expected.luck / variance).toBeLessThan(1.03);
  });
});

describe('what leads are expected to bring', () => {
  it('once they have arrived, is through the opportunities that are not there yet', () => {
    // The opportunity of 4 of web and 1 of fair of June comes in July, the deal in August.
    const expected = expectedOfArrived(planBasis(), quarter);
    expect(expected.meanMinor).toBeCloseTo(5 * 100_000, 3);
    expect(expected.luck).toBeCloseTo(5 * 1.25 * 1e10, 0);
    expect(expected.doubtMinor).toBeCloseTo(4 * 100_000 * 0.2 + 100_000 * 0.5, 3);
    expect(expectedOfArrived(planBasis(), [september]).meanMinor).toBe(0);
  });

  it('counts the deals of one lead that fall into the months', () => {
    const channel = { dealsByLag: [0.02, 0.04, 0.04] };
    expect(dealsInMonths(channel, july, quarter)).toBeCloseTo(0.1, 12);
    expect(dealsInMonths(channel, august, quarter)).toBeCloseTo(0.06, 12);
    expect(dealsInMonths(channel, june, quarter)).toBeCloseTo(0.08, 12);
    expect(dealsInMonths(channel, september + 1, quarter)).toBe(0);
  });

  it('adds up over the months in which they arrive', () => {
    const basis = planBasis();
    const channels = plannableChannels(basis);
    const leadsOf = (channel: string): number => (channel === 'web' ? 10 : 0);
    const expected = expectedOfNew(basis, channels, quarter, { from: july, to: september }, leadsOf);
    // 10 * (0.1 + 0.06 + 0.02) deals
    expect(expected.meanMinor).toBeCloseTo(180_000, 3);
    expect(expected.luck).toBeCloseTo(1.8 * 1.25 * 1e10, 0);
    expect(expected.doubtMinor).toBeCloseTo(36_000, 3);
  });

  it('at the usual pace is 100 of web and 50 of fair a month', () => {
    const basis = planBasis();
    const { toCreate } = budgetOutlook(basis, plannableChannels(basis), '2026-07-01');
    // 100 * 0.18 + 50 * (0.04 + 0.02) deals
    expect(toCreate.meanMinor).toBeCloseTo(21 * 100_000, 2);
  });

  it('is certain to be nothing without a deal size', () => {
    const basis = planBasis();
    const none = { dealSize: null, variation: null };
    const values = { total: valueOf(null, none), channels: [valueOf('web', none)], cells: [] };
    expect(expectedOfArrived({ ...basis, values }, quarter)).toEqual({
      meanMinor: 0,
      luck: 0,
      doubtMinor: 0,
    });
    expect(plannableChannels({ ...basis, values })).toEqual([]);
  });
});
