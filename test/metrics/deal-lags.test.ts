import { describe, expect, it } from 'vitest';
import { monthIndex } from '../../src/domain/calendar-month.ts';
import {
  dealsByLag,
  dealsToComeByLag,
  mostLeadsInMonth,
  recentMix,
  type ArrivalCounts,
  type DealLagCounts,
} from '../../src/metrics/deal-lags.ts';
import { revenueFromArrived, revenueFromOpen } from '../../src/metrics/expected-revenue.ts';
import { referenceCurve } from '../../src/metrics/reference-curve.ts';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';

const [april, may, june] = ['2026-04-01', '2026-05-01', '2026-06-01'].map(monthIndex) as [
  number,
  number,
  number,
];

const arrived = (channel: string, month: number, leads: number, reference_leads = leads): ArrivalCounts => ({
  channel,
  month,
  leads,
  reference_leads,
});

const deals = (month: number, opportunity_lag: number, won_lag: number, count: number): DealLagCounts => ({
  channel: 'web',
  month,
  opportunity_lag,
  won_lag,
  deals: count,
});

const arrivals = [arrived('web', april, 100), arrived('web', may, 100), arrived('web', june, 200)];
const lags = [
  deals(april, 0, 0, 2),
  deals(april, 0, 1, 4),
  deals(april, 1, 2, 6),
  deals(may, 0, 0, 2),
  deals(may, 1, 1, 6),
  deals(june, 0, 0, 4),
];
const history = { arrivals, lags, asOf: '2026-06-30' };

const expectLags = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  for (const [lag, value] of expected.entries()) expect(found[lag], `lag ${lag}`).toBeCloseTo(value, 12);
};

describe('deals per lead by months after arrival', () => {
  it('count for each lag only the leads that are old enough for it', () => {
    // 8/400, 10/200, 6/100
    const found = dealsByLag(history, 'web', 0.5);
    expect(found.isOwn).toBe(true);
    expectLags(found.dealsByLag, [0.02, 0.05, 0.06]);
  });

  it('leave out a month that has not ended', () =>
    // June has not: (2 + 2)/200 and 4/100.
    expectLags(dealsByLag({ ...history, asOf: '2026-06-29' }, 'web', null).dealsByLag, [0.02, 0.04]));

  it('leave out leads and months before those that are judged by', () => {
    const older = [arrived('web', april - 30, 900, 0), ...arrivals];
    expect(dealsByLag({ ...history, arrivals: older }, 'web', null)).toEqual(
      dealsByLag(history, 'web', null),
    );
  });

  it('have the shape of all channels, scaled, for a channel with fewer than 100 leads', () => {
    const all = { ...history, arrivals: [...arrivals, arrived('fair', may, 99)] };
    const shape = [8 / 499, 10 / 299, 6 / 100];
    const total = shape.reduce((sum, value) => sum + value, 0);
    const found = dealsByLag(all, 'fair', 0.2);
    expect(found.isOwn).toBe(false);
    expectLags(
      found.dealsByLag,
      shape.map((value) => (value * 0.2) / total),
    );
    expectLags(dealsByLag(all, 'fair', null).dealsByLag, shape);
    const enough = { ...history, arrivals: [...arrivals, arrived('fair', may, 100)] };
    expect(dealsByLag(enough, 'fair', 0.2)).toEqual({ dealsByLag: [0, 0], isOwn: true });
  });

  it('are none without leads, and 0 where nothing was ever won', () => {
    expect(dealsByLag({ ...history, arrivals: [], lags: [] }, 'web', 0.1).dealsByLag).toEqual([]);
    const few = { arrivals: [arrived('web', june, 5)], lags: [], asOf: '2026-06-30' };
    expect(dealsByLag(few, 'web', 0.1).dealsByLag).toEqual([0]);
  });
});

describe('deals to come of leads that have arrived', () => {
  it('are those through opportunities that are not there yet', () => {
    // Of leads of this month only (1, 1) and (1, 2): 6/200 and 6/100.
    expectLags(dealsToComeByLag(history, 'web', null, 0), [0, 0.03, 0.06]);
    expectLags(dealsToComeByLag(history, 'web', null, 1), [0, 0, 0]);
  });

  it('count the opportunities of the present month for the part of it that is left', () =>
    // 15 of 30 days are left: half of 4/200 and of 4/100.
    expectLags(dealsToComeByLag({ ...history, asOf: '2026-06-15' }, 'web', null, 0), [0.01, 0.02]));

  it('are scaled like all deals of a small channel', () => {
    const all = { ...history, arrivals: [...arrivals, arrived('fair', may, 99)] };
    const total = 8 / 499 + 10 / 299 + 6 / 100;
    expectLags(dealsToComeByLag(all, 'fair', 0.2, 0), [
      0,
      ((6 / 299) * 0.2) / total,
      ((6 / 100) * 0.2) / total,
    ]);
  });
});

describe('the revenue expected from what is there', () => {
  const terms = () => ({ dealsPerLead: 0.1, dealSizeMinor: 1000 });
  const [july, august] = [june + 1, june + 2];

  it('takes from arrived leads what falls into the months asked for', () => {
    // June's 200: lag 1 is July, 0.03 * 200 * 1000; lag 2 is August, 0.06. May's 100 have none to come.
    expect(revenueFromArrived(history, [july], terms)).toBeCloseTo(6000, 9);
    expect(revenueFromArrived(history, [july, august], terms)).toBeCloseTo(18_000, 9);
    expect(revenueFromArrived(history, [april, may], terms)).toBe(0);
    const unknown = () => ({ dealsPerLead: 0.1, dealSizeMinor: null });
    expect(revenueFromArrived(history, [july], unknown)).toBe(0);
  });

  // Of 100 opportunities 20 are won on day 40 and 30 on day 80; the rest is last seen on day 100.
  const o2d = referenceCurve(
    aalenJohansen([
      { age: 40, converted: 20, left: 0, total: 20 },
      { age: 80, converted: 30, left: 0, total: 30 },
      { age: 100, converted: 0, left: 0, total: 50 },
    ]),
    730,
  );
  const open = [{ channel: 'web', age: 9, open: 3, open_with_amount: 2, open_minor: 5000 }];

  it('takes open opportunities by the days on which they may be won', () => {
    // 31 days from 30 June are 31 July, the 40th day: 0.2 * (5000 + 1000). The 80th day is 9 September.
    expect(revenueFromOpen(open, o2d, [july], '2026-06-30', terms)).toBeCloseTo(1200, 9);
    expect(revenueFromOpen(open, o2d, [august], '2026-06-30', terms)).toBe(0);
    expect(revenueFromOpen(open, o2d, [july, august, august + 1], '2026-06-30', terms)).toBeCloseTo(3000, 9);
    const younger = open.map((entry) => ({ ...entry, age: 8 }));
    expect(revenueFromOpen(younger, o2d, [july], '2026-06-30', terms)).toBe(0);
    expect(revenueFromOpen(younger, o2d, [august], '2026-06-30', terms)).toBeCloseTo(1200, 9);
  });

  it('takes of the present month only the days that are left', () => {
    const older = open.map((entry) => ({ ...entry, age: 39 }));
    expect(revenueFromOpen(older, o2d, [june], '2026-06-29', terms)).toBeCloseTo(1200, 9);
    expect(revenueFromOpen(older, o2d, [june], '2026-06-30', terms)).toBe(0);
    expect(revenueFromOpen(older, o2d, [may], '2026-06-15', terms)).toBe(0);
  });

  it('takes nothing for an opportunity without amount where no deal size is known', () =>
    expect(
      revenueFromOpen(open, o2d, [july], '2026-06-30', () => ({ dealsPerLead: null, dealSizeMinor: null })),
    ).toBeCloseTo(1000, 9));
});

describe('the leads of a channel', () => {
  it('have a month with the most of them', () => {
    expect(mostLeadsInMonth(arrivals, 'web')).toBe(200);
    expect(mostLeadsInMonth(arrivals, 'fair')).toBeNull();
  });

  it('are a share of all over the last complete months', () => {
    const all = [...arrivals, arrived('fair', may, 50), arrived('mail', april, 300)];
    expect([...recentMix(all, '2026-06-30', 2)]).toEqual([
      ['web', 300 / 350],
      ['fair', 50 / 350],
    ]);
    expect([...recentMix(all, '2026-06-29', 1)]).toEqual([
      ['web', 100 / 150],
      ['fair', 50 / 150],
    ]);
    expect(recentMix([], '2026-06-30', 3).size).toBe(0);
  });
});
