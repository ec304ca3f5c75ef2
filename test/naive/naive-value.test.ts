/** Lead value, cost and plan: the examples of the specification, cases by hand, the reference cases. */
import { describe, expect, it } from 'vitest';
import { cohortCosts, costRatios } from '../support/naive/cost-metrics.ts';
import { detailedJourneys } from '../support/naive/detailed-journeys.ts';
import { detailedOpportunities } from '../support/naive/detailed-opportunities.ts';
import { differences } from '../support/naive/differences.ts';
import type { Histories } from '../support/naive/histories.ts';
import type { Cell } from '../support/naive/lead-value.ts';
import {
  cellRates,
  dealSize,
  leadValue,
  quantileDisc,
  rateCard,
  sampleVariance,
  winsorised,
} from '../support/naive/lead-value.ts';
import { lifeTable } from '../support/naive/life-table.ts';
import { oneLead } from '../support/naive/one-lead.ts';
import { oracleIsThere, readOracleJson } from '../support/naive/oracle-folder.ts';
import type { PlanInput } from '../support/naive/planner.ts';
import { chanceWithin, lag80, lagCounts, planLeads } from '../support/naive/planner.ts';
import { randomWorkedHistories } from '../support/naive/random-activities.ts';
import { withDefaults } from '../support/naive/settings.ts';
import { shrunkenRates } from '../support/naive/shrinkage.ts';

const exactly = (value: number) => ({ value, variance: 0 });

function built(histories: Histories, asOf = '2026-06-30') {
  const settings = withDefaults({ as_of_date: asOf });
  const journeys = detailedJourneys(histories, settings);
  return { settings, journeys, opportunities: detailedOpportunities(histories, journeys, settings) };
}

describe('the value of a lead', () => {
  it('is 2,000 where one trial in five becomes a deal of 10,000', () => {
    const { value, lower, upper } = leadValue(exactly(0.2), 1, 1, exactly(1), 1, exactly(10_000));
    expect([value, lower, upper]).toEqual([2000, 2000, 2000]);
  });

  it('develops chances to final but not beyond 1, and adds relative variances', () => {
    const one = leadValue({ value: 0.5, variance: 0.0225 }, 4, 2, { value: 0.25, variance: 0.01 }, 2, {
      value: 10,
      variance: 0,
    });
    expect(one.value).toBe(10);
    expect(one.cv).toBeCloseTo(0.5, 12);
    expect((one.lower ?? 0) * (one.upper ?? 0)).toBeCloseTo(100, 9);
    expect(leadValue(exactly(0), 1, 1, exactly(1), 1, exactly(1))).toMatchObject({ value: 0, lower: null });
  });

  it('draws cells towards their channel', () => {
    const cells: Cell[] = [
      { channel: 'a', segment: 's', x: 50, n: 100 },
      { channel: 'a', segment: 't', x: 1, n: 2 },
      { channel: 'b', segment: 's', x: 5, n: 100 },
      { channel: 'c', segment: 's', x: 20, n: 100 },
      { channel: 'c', segment: 't', x: 0, n: 0 },
    ];
    const rates = cellRates(cells);
    const [a, , c] = shrunkenRates([
      { x: 51, n: 102 },
      { x: 5, n: 100 },
      { x: 20, n: 100 },
    ]);
    const size = rates[0]?.prior_size ?? Number.NaN;
    expect(rates[1]?.rate).toBeCloseTo((1 + size * (a ?? 0)) / (2 + size), 12);
    expect(rates[4]?.rate).toBeCloseTo(c ?? Number.NaN, 12);
    expect(cellRates(cells.slice(0, 2)).map((one) => one.rate)).toEqual([0.5, 0.5]);
  });

  it('caps the highest deals, and draws a small cell to the mean of all by ten deals', () => {
    const amounts = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(winsorised(amounts).at(-1)).toBe(99);
    expect([quantileDisc([3, 1, 2, 4], 0.5), quantileDisc([], 0.5)]).toEqual([2, null]);
    expect(dealSize([200], [100, 200])).toBeCloseTo((200 + 1500) / 11, 12);
    expect(dealSize([], [])).toBeNull();
    expect([sampleVariance([1, 3]), sampleVariance([1])]).toEqual([2, 0]);
  });

  it('has a line for every channel and segment of random histories, the product of its parts', () => {
    const { settings, journeys, opportunities } = built(randomWorkedHistories(3, 200));
    const terms = { windows: { l2o: 30, o2d: 60 }, developed: { l2o: 1.2, o2d: 1.1 } };
    const card = rateCard(journeys, opportunities, terms, settings);
    expect(card.length).toBe(15);
    for (const { p_l2o, k, p_o2d, deal_size, value, lower, upper } of card) {
      const product = (p_l2o ?? 0) * 1.2 * (k ?? 0) * (p_o2d ?? 0) * 1.1 * (deal_size ?? 0);
      expect(value).toBeCloseTo(product, 6);
      expect(lower ?? 0).toBeLessThan(value ?? 0);
      expect(upper ?? 0).toBeGreaterThan(value ?? 0);
    }
  });
});

describe('cost', () => {
  it('of 120,000 for 400 leads, 40 opportunities and 8 deals of 480,000 is 300, 3,000 and 15,000', () => {
    expect(costRatios({ cost: 120_000, leads: 400, opps: 40, won: 8, revenue: 480_000 })).toEqual({
      cpl: 300,
      cost_per_opportunity: 3000,
      cac: 15_000,
      roi: 3,
    });
    expect(costRatios({ cost: 0, leads: 4, opps: 0, won: 0, revenue: 0 })).toEqual({
      cpl: 0,
      cost_per_opportunity: null,
      cac: null,
      roi: null,
    });
  });

  it('counts what came of the leads the money bought, for channels with cost rows', () => {
    const { journeys, opportunities } = built(oneLead([['mql', '2026-05-06']], [], '2026-05-20'));
    const costs = [
      { channel: 'website', month: '2026-05-01', cost: 5 },
      { channel: 'website', month: '2026-06-01', cost: 7 },
      { channel: 'fair', month: '2026-05-01', cost: 0 },
    ];
    expect(cohortCosts(costs, journeys, opportunities, '2026-05-01', '2026-05-31')).toEqual(
      new Map([
        ['website', { cost: 5, leads: 1, opps: 1, won: 0, revenue: 0 }],
        ['fair', { cost: 0, leads: 0, opps: 0, won: 0, revenue: 0 }],
      ]),
    );
  });
});

describe('deals by month after arrival', () => {
  const histories = oneLead([['mql', '2026-04-06']], [], '2026-05-20');
  const [opportunity] = histories.opportunities;
  if (opportunity !== undefined) {
    opportunity.outcome = 'won';
    opportunity.closed_at = '2026-06-02';
  }
  histories.leads.push({ lead_id: 'L2', created_at: '2026-05-04' });
  histories.stage_events.push({ lead_id: 'L2', stage: 'mql', at: '2026-05-31' });

  it('use leads old enough for the lag only', () => {
    const { settings, journeys, opportunities } = built(histories);
    expect(lagCounts(journeys, opportunities, 24, settings)).toEqual([
      { leads: 2, deals: 0 },
      { leads: 2, deals: 1 },
    ]);
  });

  it('know no month that is not over', () => {
    const { settings, journeys, opportunities } = built(histories, '2026-06-29');
    expect(lagCounts(journeys, opportunities, 24, settings)).toEqual([{ leads: 2, deals: 0 }]);
    expect(lagCounts(journeys, opportunities, 0, settings)).toEqual([]);
  });
});

describe('the plan', () => {
  const input: PlanInput = {
    first_month: 0,
    quarter_months: [3, 4, 5],
    budget: 3_000_000,
    expected_from_existing: 1_200_000,
    channels: [
      {
        channel: 'website',
        mix: 0.4,
        deal_size: 80_000,
        won_by_lag_month: [0.005, 0.02, 0.03, 0.02, 0.01, 0.005],
      },
      {
        channel: 'webinar',
        mix: 0.6,
        deal_size: 60_000,
        won_by_lag_month: [0, 0.005, 0.01, 0.015, 0.01, 0.005, 0.005],
      },
    ],
  };

  it('needs 148.3 leads a month, 59.3 of the website', () => {
    const plan = planLeads(input);
    expect(plan.revenue_per_monthly_lead).toBeCloseTo(12_140, 6);
    expect(plan.leads_per_month?.toFixed(1)).toBe('148.3');
    expect(plan.by_channel['website']?.toFixed(1)).toBe('59.3');
    expect(plan.lag80_months).toEqual({ website: 3, webinar: 4 });
  });

  it('needs nothing once the budget is covered, and is infeasible when every lead closes too late', () => {
    expect(planLeads({ ...input, expected_from_existing: 4_000_000 }).leads_per_month).toBe(0);
    expect(planLeads({ ...input, first_month: 6 }).leads_per_month).toBeNull();
    expect(lag80([0, 0])).toBeNull();
  });

  it('expects of an open opportunity what the curve holds between two days', () => {
    const table = lifeTable([
      { age: 2, event: 1 },
      { age: 4, event: 1 },
      { age: 6, event: 2 },
      { age: 9, event: 0 },
    ]);
    expect(chanceWithin(table, 2, 0, 2)).toBeCloseTo(1 / 3, 12);
    expect(chanceWithin(table, 2, 2, 9)).toBeCloseTo(0, 12);
  });

  it.skipIf(!oracleIsThere())('gives the reference cases', () => {
    const { cases, tolerance_abs } = readOracleJson('planner.json') as {
      tolerance_abs: number;
      cases: { input: PlanInput; expected: unknown }[];
    };
    expect(cases.length).toBeGreaterThan(0);
    for (const { input: given, expected } of cases) {
      expect(differences(planLeads(given), expected, tolerance_abs)).toEqual([]);
    }
  });
});
