import { describe, expect, it } from 'vitest';
import { monthIndex } from '../../src/domain/calendar-month.ts';
import { finalRate } from '../../src/metrics/final-rate.ts';
import { dealSizeOf } from '../../src/metrics/deal-size.ts';
import type { LeadValue, LeadValues } from '../../src/metrics/lead-value.ts';
import { plannedChannels } from '../../src/metrics/planned-channels.ts';
import { leadPlan } from '../../src/metrics/planner.ts';
import { noStrength } from '../../src/stats/cautious-strength.ts';

const amounts = { deals: 4, sumMinor: 4000, squaresMinor: 5_000_000 };
const l2o = finalRate({ k: 20, n: 100 }, 0.2, noStrength, 1);
const o2d = finalRate({ k: 5, n: 10 }, 0.5, noStrength, 1);

const valueOf = (channel: string | null, rest: Partial<LeadValue> = {}): LeadValue => ({
  channel,
  segment: null,
  l2o,
  opportunitiesPerConverted: 1.5,
  o2d,
  dealSize: dealSizeOf(amounts, amounts, 0),
  dealsPerLead: 0.15,
  valueMinor: 150,
  variation: 0.5,
  ...rest,
});

const values = (channels: readonly LeadValue[]): LeadValues => ({
  total: valueOf(null),
  channels,
  cells: [],
});

const may = monthIndex('2026-05-01');
const history = {
  arrivals: [
    { channel: 'web', month: may, leads: 200, reference_leads: 200 },
    { channel: 'fair', month: may, leads: 10, reference_leads: 10 },
  ],
  lags: [
    { channel: 'web', month: may, opportunity_lag: 0, won_lag: 0, deals: 2 },
    { channel: 'web', month: may, opportunity_lag: 0, won_lag: 1, deals: 10 },
  ],
  asOf: '2026-06-30',
};
const created = [
  { channel: 'web', sourced: 4, created_minor: 8000 },
  { channel: 'mail', sourced: 1, created_minor: 500 },
  { channel: 'fair', sourced: 0, created_minor: 0 },
];
const mix = new Map([
  ['web', 0.75],
  ['fair', 0.25],
]);

describe('the channels of a plan', () => {
  const planned = () => plannedChannels(mix, values([valueOf('web'), valueOf('fair')]), history, created);

  it('bring the deals of their own history, or of all in their own measure', () => {
    const [web, fair] = planned();
    expect(web?.dealsByLag).toEqual([0.01, 0.05]);
    // 2/210 and 10/210 scaled to 0.15 deals a lead: a sixth and five sixths of it.
    expect(fair?.dealsByLag[0]).toBeCloseTo(0.025, 12);
    expect(fair?.dealsByLag[1]).toBeCloseTo(0.125, 12);
  });

  it('carry their share, deal size, most leads in a month and the range of their value at 80 %', () => {
    const [web, fair] = planned();
    expect(web).toMatchObject({ channel: 'web', mix: 0.75, dealSizeMinor: 1000, mostPerMonth: 200 });
    expect(fair).toMatchObject({ channel: 'fair', mix: 0.25, mostPerMonth: 10 });
    expect(web?.valueRange?.low).toBeCloseTo(Math.exp(-0.5 * 1.2815515655446004), 12);
    expect(web?.valueRange?.high).toBeCloseTo(Math.exp(0.5 * 1.2815515655446004), 12);
  });

  it('open a pipeline by their own opportunities, or by all where they have none', () => {
    const [web, fair] = planned();
    // 0.2 * 1.5 * 2000, and 0.2 * 1.5 * 8500/5.
    expect(web?.pipelinePerLeadMinor).toBeCloseTo(600, 12);
    expect(fair?.pipelinePerLeadMinor).toBeCloseTo(510, 12);
    const [empty] = plannedChannels(mix, values([valueOf('web')]), history, []);
    expect(empty?.pipelinePerLeadMinor).toBe(0);
  });

  it('are those of the mix that something is known of', () => {
    const channels = [
      valueOf('web', { dealSize: null }),
      valueOf('fair', { opportunitiesPerConverted: null }),
      valueOf('mail'),
      valueOf(null),
    ];
    expect(plannedChannels(mix, values(channels), history, created)).toEqual([]);
  });

  it('have no range where the spread of their value is not known', () =>
    expect(
      plannedChannels(mix, values([valueOf('web', { variation: null })]), history, created)[0]?.valueRange,
    ).toBeNull());

  it('give the leads for a budget', () => {
    // July to September from July on: lags 0 and 1 are won in 3 and 2 of the months.
    // Web 0.75 * 1000 * (3*0.01 + 2*0.05) = 97.5; fair 0.25 * 1000 * (3*0.025 + 2*0.125) = 81.25.
    const plan = leadPlan(
      {
        budgetMinor: 20_000,
        expectedMinor: 2125,
        firstMonth: may + 2,
        quarterMonths: [may + 2, may + 3, may + 4],
      },
      planned(),
    );
    expect(plan.revenuePerMonthlyLeadMinor).toBeCloseTo(178.75, 9);
    expect(plan.leadsPerMonth).toBeCloseTo(100, 9);
    expect(plan.channels.map(({ isBeyondExperience }) => isBeyondExperience)).toEqual([false, true]);
  });
});
