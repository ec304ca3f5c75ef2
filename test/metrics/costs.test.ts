import { describe, expect, it } from 'vitest';
import { channelCost, type CostRow } from '../../src/metrics/channel-cost.ts';
import {
  expectedOutcome,
  isOutcomeMature,
  outcomeSoFar,
  type Expectation,
} from '../../src/metrics/cohort-outcome.ts';
import {
  costPerDeal,
  costPerLead,
  costPerOpportunity,
  returnOnCost,
} from '../../src/metrics/cost-metrics.ts';
import { costOfOutcome } from '../../src/metrics/cost-of-outcome.ts';
import { referenceCurve } from '../../src/metrics/reference-curve.ts';
import { aalenJohansen } from '../../src/stats/aalen-johansen.ts';

const outcome = { leads: 400, opportunities: 40, deals: 8, revenueMinor: 480_000, dealsWithoutAmount: 0 };

describe('what an outcome cost', () => {
  it('is 300 a lead, 3,000 an opportunity, 15,000 a deal and a return of 300 % in the example', () =>
    expect(costOfOutcome({ costMinor: 120_000, currency: 'EUR' }, outcome, ['EUR'])).toEqual({
      perLeadMinor: 300,
      perOpportunityMinor: 3000,
      perDealMinor: 15_000,
      returnOnCost: 3,
    }));

  it('is not known without a cost', () =>
    expect(costOfOutcome({ costMinor: null, currency: null }, outcome, ['EUR'])).toEqual({
      perLeadMinor: null,
      perOpportunityMinor: null,
      perDealMinor: null,
      returnOnCost: null,
    }));

  it('is 0 a lead for a cost of 0, which has no return', () =>
    expect(costOfOutcome({ costMinor: 0, currency: 'EUR' }, outcome, ['EUR'])).toEqual({
      perLeadMinor: 0,
      perOpportunityMinor: 0,
      perDealMinor: 0,
      returnOnCost: null,
    }));

  it('has no piece to be divided by where nothing came of it, and the whole cost is lost', () => {
    const nothing = { leads: 0, opportunities: 0, deals: 0, revenueMinor: 0, dealsWithoutAmount: 0 };
    expect(costOfOutcome({ costMinor: 500, currency: 'EUR' }, nothing, ['EUR'])).toEqual({
      perLeadMinor: null,
      perOpportunityMinor: null,
      perDealMinor: null,
      returnOnCost: -1,
    });
  });

  it.each([
    ['the same currency', 'EUR', ['EUR'], 3],
    ['a cost that names no currency', null, ['EUR'], 3],
    ['deals that name no currency', 'EUR', [], 3],
    ['another currency', 'SEK', ['EUR'], null],
    ['deals in several currencies', null, ['EUR', 'SEK'], null],
  ] as const)('compares cost and revenue only in one currency: %s', (_, currency, dealCurrencies, expected) =>
    expect(costOfOutcome({ costMinor: 120_000, currency }, outcome, dealCurrencies).returnOnCost).toBe(
      expected,
    ),
  );

  it('has no return where no deal has an amount', () =>
    expect(
      costOfOutcome({ costMinor: 100, currency: null }, { ...outcome, revenueMinor: null }, []).returnOnCost,
    ).toBeNull());

  it('is told per piece in money and as a share of the cost', () => {
    expect(
      [costPerLead, costPerOpportunity, costPerDeal].map(({ measure, better }) => [measure, better]),
    ).toEqual([
      ['money', 'lower'],
      ['money', 'lower'],
      ['money', 'lower'],
    ]);
    expect(returnOnCost).toMatchObject({ measure: 'share', better: 'higher' });
    expect(returnOnCost.leftOut).toContain(costPerLead.leftOut);
  });
});

describe('the cost of a channel', () => {
  const row = (
    channel: string,
    segment: string | null,
    cost_minor: number,
    currency: string | null = 'EUR',
    amounts = 1,
  ): CostRow => ({ channel, segment, currency, amounts, cost_minor });
  const rows = [
    row('web', 'SMB', 100),
    row('web', 'ENT', 200, null),
    row('web', null, 400),
    row('fair', null, 50),
    row('mail', null, 0, null, 0),
    row('free', 'SMB', 0),
    row('mixed', 'SMB', 10),
    row('mixed', null, 20, 'SEK'),
  ];

  it('is the sum of its rows, in the one currency they name', () =>
    expect(channelCost(rows, 'web', [])).toEqual({
      channel: 'web',
      costMinor: 700,
      currency: 'EUR',
      unallocatedMinor: 0,
      reason: null,
    }));

  it('takes only the segments looked at, and spreads what names none over none of them', () =>
    expect(channelCost(rows, 'web', ['SMB', 'MID'])).toMatchObject({
      costMinor: 100,
      unallocatedMinor: 400,
      reason: null,
    }));

  it('is not known where only costs without a segment are there for some segments', () =>
    expect(channelCost(rows, 'fair', ['SMB'])).toEqual({
      channel: 'fair',
      costMinor: null,
      currency: null,
      unallocatedMinor: 50,
      reason: 'onlyWithoutSegment',
    }));

  it('is not known, rather than 0, without a row or without an amount', () => {
    expect(channelCost(rows, 'partner', [])).toMatchObject({ costMinor: null, reason: 'noRow' });
    expect(channelCost(rows, 'mail', [])).toMatchObject({ costMinor: null, reason: 'noRow' });
    expect(channelCost(rows, 'web', ['MID']).reason).toBe('onlyWithoutSegment');
    expect(channelCost(rows, 'free', ['MID'])).toMatchObject({ reason: 'noRow', unallocatedMinor: 0 });
  });

  it('is 0 where 0 is what is written', () =>
    expect(channelCost(rows, 'free', [])).toMatchObject({ costMinor: 0, reason: null }));

  it('is not added up over currencies', () =>
    expect(channelCost(rows, 'mixed', ['SMB'])).toEqual({
      channel: 'mixed',
      costMinor: null,
      currency: null,
      unallocatedMinor: 0,
      reason: 'severalCurrencies',
    }));
});

describe('the outcome of a cohort', () => {
  const counts = { leads: 100, opportunities: 10, won: 2, won_with_amount: 1, won_minor: 500 };
  // 100 leads: 20 convert on day 10, 20 on day 30, and the rest is last seen on day 40.
  const l2o = referenceCurve(
    aalenJohansen([
      { age: 10, converted: 20, left: 0, total: 20 },
      { age: 30, converted: 20, left: 0, total: 20 },
      { age: 40, converted: 0, left: 0, total: 60 },
    ]),
    365,
  );
  // 100 opportunities: 50 are won on day 60 and 50 last seen on day 90.
  const o2d = referenceCurve(
    aalenJohansen([
      { age: 60, converted: 50, left: 0, total: 50 },
      { age: 90, converted: 0, left: 0, total: 50 },
    ]),
    730,
  );
  const expectation: Expectation = {
    l2o,
    o2d,
    opportunitiesPerConverted: 1.5,
    winRate: 0.5,
    dealSizeMinor: 1000,
  };
  const young = [{ age: 10, leads: 10, open: 8 }];
  const opened = [
    { age: 5, opportunities: 4, open: 4, open_with_amount: 3, open_minor: 6000 },
    { age: 60, opportunities: 6, open: 3, open_with_amount: 3, open_minor: 9000 },
  ];

  it('so far is what is counted', () => {
    expect(outcomeSoFar(counts)).toEqual({
      leads: 100,
      opportunities: 10,
      deals: 2,
      revenueMinor: 500,
      dealsWithoutAmount: 1,
    });
    expect(outcomeSoFar({ ...counts, won_with_amount: 0, won_minor: 0 }).revenueMinor).toBeNull();
    expect(outcomeSoFar({ ...counts, won: 0, won_with_amount: 0, won_minor: 0 }).revenueMinor).toBe(0);
  });

  it('as expected adds what open leads and opportunities still bring', () => {
    // Open at 10 days: 0.2/0.8 = 0.25 of 8 leads = 2, times 1.5 = 3 opportunities.
    // Open at 5 days: 0.5 of 4 = 2 deals; at 60 days nothing more. Of the 3 to come 1.5 deals.
    // Money: 0.5 * (6000 + 1 * 1000) + 1.5 * 1000 = 3500 + 1500.
    const expected = expectedOutcome(counts, young, opened, expectation);
    expect(expected.leads).toBe(100);
    expect(expected.opportunities).toBeCloseTo(13, 12);
    expect(expected.deals).toBeCloseTo(5.5, 12);
    expect(expected.revenueMinor).toBeCloseTo(5500, 9);
  });

  it('keeps the money it has where no deal size is known', () => {
    const { deals, revenueMinor } = expectedOutcome(counts, young, opened, {
      ...expectation,
      dealSizeMinor: null,
    });
    expect(deals).toBeCloseTo(5.5, 12);
    expect(revenueMinor).toBe(500);
    const unknown = { ...counts, won_with_amount: 0 };
    expect(expectedOutcome(unknown, young, opened, expectation).revenueMinor).toBeNull();
  });

  it('expects nothing by a curve too thin to have a horizon', () => {
    const thin = { points: l2o.points, horizonDays: null };
    expect(expectedOutcome(counts, young, opened, { ...expectation, l2o: thin, o2d: thin })).toEqual(
      outcomeSoFar(counts),
    );
  });

  it('is mature when 95 % of the conversions of leads and of opportunities are in', () => {
    const old = [{ age: 40, leads: 95, open: 0 }];
    const aged = [{ age: 60, opportunities: 95, open: 0, open_with_amount: 0, open_minor: 0 }];
    expect(isOutcomeMature(old, aged, expectation)).toBe(true);
    expect(isOutcomeMature(old, [], expectation)).toBe(true);
    // 95 old ones and 10 at half of it are 100 of 105; one more young one without anything takes it below 95 %.
    expect(isOutcomeMature([...old, { age: 10, leads: 10, open: 8 }], aged, expectation)).toBe(true);
    expect(isOutcomeMature([...old, { age: 10, leads: 11, open: 8 }], aged, expectation)).toBe(false);
    expect(
      isOutcomeMature(
        old,
        [...aged, { age: 5, opportunities: 6, open: 6, open_with_amount: 0, open_minor: 0 }],
        expectation,
      ),
    ).toBe(false);
    expect(isOutcomeMature(old, aged, { l2o: { points: l2o.points, horizonDays: null }, o2d })).toBe(false);
  });
});
