import { describe, expect, it } from 'vitest';
import { leadPlan, type PlannedChannel, type SalesBudget } from '../../src/metrics/planner.ts';

const budget: SalesBudget = {
  budgetMinor: 500_000,
  expectedMinor: 100_000,
  firstMonth: 10,
  quarterMonths: [12, 13, 14],
};

const website: PlannedChannel = {
  channel: 'website',
  mix: 0.25,
  dealSizeMinor: 8000,
  dealsByLag: [0, 0.1, 0.2, 0.1],
  pipelinePerLeadMinor: 4000,
  valueRange: { low: 0.5, high: 2 },
  mostPerMonth: 20,
};

const webinar: PlannedChannel = {
  channel: 'webinar',
  mix: 0.75,
  dealSizeMinor: 4000,
  dealsByLag: [0.2],
  pipelinePerLeadMinor: 1000,
  valueRange: { low: 0.5, high: 2 },
  mostPerMonth: null,
};

describe('leads needed for a budget', () => {
  it('bring the gap into the quarter, every month from the first one on counting as far as its deals fall into it', () => {
    const plan = leadPlan(budget, [website, webinar]);
    expect(plan.gapMinor).toBe(400_000);
    // Website: lags up to 2, 3 and 4 months fall into the three months: 0.3 + 0.4 + 0.4. Webinar: 0.2 in each.
    expect(plan.channels.map(({ dealsPerMonthlyLead }) => dealsPerMonthlyLead)).toEqual([
      expect.closeTo(1.1, 12),
      expect.closeTo(0.6, 12),
    ]);
    const revenue = 0.25 * 8000 * 1.1 + 0.75 * 4000 * 0.6;
    expect(plan.revenuePerMonthlyLeadMinor).toBeCloseTo(revenue, 9);
    expect(plan.leadsPerMonth).toBeCloseTo(400_000 / revenue, 9);
    expect(plan.channels[0]?.leadsPerMonth).toBeCloseTo(100_000 / revenue, 9);
    expect(plan.channels[1]?.leadsPerMonth).toBeCloseTo(300_000 / revenue, 9);
    expect(plan.pipelinePerMonthMinor).toBeCloseTo((400_000 / revenue) * (1000 + 750), 6);
    expect(plan.infeasible).toBeNull();
  });

  it('count only months of the quarter that are not before the lead', () => {
    const plan = leadPlan({ ...budget, firstMonth: 14 }, [website, webinar]);
    expect(plan.channels.map(({ dealsPerMonthlyLead }) => dealsPerMonthlyLead)).toEqual([0, 0.2]);
  });

  it('range from what the high to what the low end of the lead value takes', () => {
    const { leadsPerMonth, range } = leadPlan(budget, [website, webinar]);
    expect(range?.low).toBeCloseTo((leadsPerMonth ?? 0) / 2, 9);
    expect(range?.high).toBeCloseTo((leadsPerMonth ?? 0) * 2, 9);
  });

  it('have no range where a lead value has none, or its low end is nothing', () => {
    expect(leadPlan(budget, [website, { ...webinar, valueRange: null }]).range).toBeNull();
    expect(leadPlan(budget, [{ ...website, valueRange: { low: 0, high: 2 } }]).range).toBeNull();
  });

  it('should arrive before the month from which most deals come too late', () => {
    const [first, second] = leadPlan(budget, [
      { ...website, dealsByLag: [0, 0.1, 0.3, 0.1] },
      { ...website, dealsByLag: [0, 0.1, 0.29, 0.11] },
    ]).channels;
    expect(first).toMatchObject({ lag80Months: 2, latestMonth: 12 });
    expect(second).toMatchObject({ lag80Months: 3, latestMonth: 11 });
  });

  it('take 80 % for 80 %, though decimal fractions are rounded', () => {
    const [channel] = leadPlan(budget, [
      { ...website, dealsByLag: Array.from({ length: 10 }, () => 0.01) },
    ]).channels;
    expect(channel?.lag80Months).toBe(7);
  });

  it('are beyond experience above one and a half times the best month', () => {
    const need = leadPlan(budget, [website]).channels[0]?.leadsPerMonth ?? Number.NaN;
    const isBeyond = (mostPerMonth: number | null) =>
      leadPlan(budget, [{ ...website, mostPerMonth }]).channels[0]?.isBeyondExperience;
    expect(isBeyond(need / 1.5 + 0.01)).toBe(false);
    expect(isBeyond(need / 1.5 - 0.01)).toBe(true);
    expect(isBeyond(need)).toBe(false);
    expect(isBeyond(null)).toBeNull();
  });

  it('are none where the budget is covered', () => {
    const covered = leadPlan({ ...budget, expectedMinor: 600_000 }, [website]);
    expect(covered).toMatchObject({
      gapMinor: 0,
      leadsPerMonth: 0,
      pipelinePerMonthMinor: 0,
      infeasible: null,
    });
    expect(covered.range).toEqual({ low: 0, high: 0 });
    expect(leadPlan({ ...budget, expectedMinor: 500_000 }, [])).toMatchObject({ leadsPerMonth: 0 });
  });

  it('cannot be told where leads close after the quarter, and the plan says so', () => {
    const late = leadPlan({ ...budget, firstMonth: 14 }, [website]);
    expect(late).toMatchObject({
      gapMinor: 400_000,
      revenuePerMonthlyLeadMinor: 0,
      leadsPerMonth: null,
      pipelinePerMonthMinor: null,
      range: null,
      infeasible: 'Leads arriving from now on close after the quarter.',
    });
    expect(late.channels[0]).toMatchObject({ leadsPerMonth: null, isBeyondExperience: null, lag80Months: 3 });
    expect(leadPlan({ ...budget, firstMonth: 15 }, [webinar]).leadsPerMonth).toBeNull();
  });

  it('have no lag for a channel without deals', () => {
    const [channel] = leadPlan(budget, [{ ...website, dealsByLag: [0, 0] }]).channels;
    expect(channel).toMatchObject({ lag80Months: null, latestMonth: null });
  });
});
