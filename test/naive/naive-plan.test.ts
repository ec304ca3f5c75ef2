import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastCompleteMonth } from '../../src/domain/calendar-month.ts';
import { plannableChannels, termsOf, type PlanBasis } from '../../src/metrics/plan/plan-basis.ts';
import { planGround, salesPlan } from '../../src/metrics/plan/sales-plan.ts';
import { naiveLeadsNeeded } from '../support/naive/leads-needed.ts';
import { january, july, june, planBasis, valueOf } from '../support/plan-basis.ts';

const names = ['web', 'fair', 'mail'] as const;

const anyHistory = fc.record({
  leads: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 18, maxLength: 18 }),
  deals: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 63, maxLength: 63 }),
  day: fc.integer({ min: 1, max: 30 }),
  web: fc.integer({ min: 1, max: 98 }),
  start: fc.integer({ min: 0, max: 1 }),
});

const basisOf = (leads: readonly number[], deals: readonly number[], day: number): PlanBasis => {
  const basis = planBasis();
  let next = 0;
  return {
    ...basis,
    values: {
      total: valueOf(null),
      channels: names.map((name, index) => valueOf(name, { dealsPerLead: 0.02 * (index + 1) })),
      cells: [],
    },
    history: {
      asOf: `2026-06-${String(day).padStart(2, '0')}`,
      arrivals: names.flatMap((channel, place) =>
        Array.from({ length: 6 }, (_, index) => {
          const count = leads[place * 6 + index] ?? 0;
          return { channel, month: january + index, leads: count, reference_leads: count };
        }),
      ),
      lags: names.flatMap((channel) =>
        Array.from({ length: 6 }, (_, index) => index).flatMap((index) =>
          Array.from({ length: june - january - index + 1 }, (_, lag) => {
            const count = deals[next] ?? 0;
            next += 1;
            return { channel, month: january + index, opportunity_lag: 0, won_lag: lag, deals: count };
          }),
        ),
      ),
    },
  };
};

describe('leads that a budget takes', () => {
  it('are those of a count month by month, on any history', () => {
    fc.assert(
      fc.property(anyHistory, ({ leads, deals, day, web, start }) => {
        const basis = basisOf(leads, deals, day);
        const channels = plannableChannels(basis);
        const mix = new Map([
          ['web', web],
          ['fair', 99 - web],
          ['mail', 1],
        ]);
        const choices = { quarter: '2026-07-01', startMonth: july + start };
        const ground = planGround(basis, channels, choices, 0);
        const { need } = salesPlan(basis, channels, ground, { budgetMinor: 1e9, mix });
        const expected = naiveLeadsNeeded(
          { ...basis.history, lastMonth: lastCompleteMonth(basis.history.asOf) },
          names.map((channel) => ({
            channel,
            share: (mix.get(channel) ?? 0) / 100,
            dealSizeMinor: termsOf(basis)(channel).dealSizeMinor ?? 0,
            dealsPerLead: termsOf(basis)(channel).dealsPerLead ?? 0,
          })),
          need.gapMinor,
          july + start,
          ground.quarterMonths,
        );
        if (need.leadsPerMonth === null) return;
        for (const { channel, leadsPerMonth } of need.channels)
          expect((leadsPerMonth ?? 0) / (expected.get(channel) ?? 0)).toBeCloseTo(1, 9);
      }),
      { seed: 83, numRuns: 60 },
    );
  });
});
