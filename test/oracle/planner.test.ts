import { describe, expect, it } from 'vitest';
import { leadPlan } from '../../src/metrics/planner.ts';
import { expectNear, expectOnlyFields, oracleFile } from '../support/oracle-cases.ts';
import { hasOracle, missing } from '../support/oracle.ts';

type ByChannel = Readonly<Record<string, number | null>>;

interface PlannerCase {
  readonly input: {
    readonly first_month: number;
    readonly quarter_months: readonly number[];
    readonly budget: number;
    readonly expected_from_existing: number;
    readonly channels: readonly {
      readonly channel: string;
      readonly mix: number;
      readonly deal_size: number;
      readonly won_by_lag_month: readonly number[];
    }[];
  };
  readonly expected: {
    readonly gap: number;
    readonly revenue_per_monthly_lead: number;
    readonly leads_per_month: number | null;
    /** Null as a whole where the plan is not feasible. */
    readonly by_channel: ByChannel | null;
    readonly deals_per_monthly_lead: ByChannel;
    readonly lag80_months: ByChannel;
  };
}

describe.skipIf(!hasOracle)(`leads for a budget${missing(hasOracle, 'ORACLE_DIR')}`, () => {
  const { tolerance_abs: tolerance, cases } = oracleFile<PlannerCase>('planner.json');

  it.each(cases.map((entry, index) => ({ ...entry, index })))('case $index', ({ input, expected }) => {
    expectOnlyFields(expected, [
      'gap',
      'revenue_per_monthly_lead',
      'leads_per_month',
      'by_channel',
      'deals_per_monthly_lead',
      'lag80_months',
    ]);
    const plan = leadPlan(
      {
        budgetMinor: input.budget,
        expectedMinor: input.expected_from_existing,
        firstMonth: input.first_month,
        quarterMonths: input.quarter_months,
      },
      input.channels.map(({ channel, mix, deal_size, won_by_lag_month }) => ({
        channel,
        mix,
        dealSizeMinor: deal_size,
        dealsByLag: won_by_lag_month,
        pipelinePerLeadMinor: 0,
        valueRange: null,
        mostPerMonth: null,
      })),
    );
    expectNear(tolerance, 'gap', plan.gapMinor, expected.gap);
    expectNear(tolerance, 'revenue', plan.revenuePerMonthlyLeadMinor, expected.revenue_per_monthly_lead);
    expectNear(tolerance, 'leads', plan.leadsPerMonth, expected.leads_per_month);
    const needs = new Map(plan.channels.map((need) => [need.channel, need]));
    for (const { channel } of input.channels) {
      const need = needs.get(channel);
      expectNear(tolerance, channel, need?.leadsPerMonth, expected.by_channel?.[channel] ?? null);
      expectNear(
        tolerance,
        `${channel} deals`,
        need?.dealsPerMonthlyLead,
        expected.deals_per_monthly_lead[channel] ?? Number.NaN,
      );
      expect(need?.lag80Months, `${channel} lag`).toBe(expected.lag80_months[channel] ?? null);
    }
  });
});
