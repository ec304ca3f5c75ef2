import { monthIndex } from '../../src/domain/calendar-month.ts';
import { dealSizeOf } from '../../src/metrics/deal-size.ts';
import { finalRate } from '../../src/metrics/final-rate.ts';
import type { LeadValue } from '../../src/metrics/lead-value.ts';
import type { PlanBasis } from '../../src/metrics/plan/plan-basis.ts';
import { noStrength } from '../../src/stats/cautious-strength.ts';

const month = (name: string): number => monthIndex(`2026-${name}-01`);

export const [january, june, july, august, september] = ['01', '06', '07', '08', '09'].map(month) as [
  number,
  number,
  number,
  number,
  number,
];

/** 20 deals of 500.00 and 20 of 1,500.00: 1,000.00 on average, a mean square of 1.25 times the square of the mean. */
const amounts = { deals: 40, sumMinor: 4_000_000, squaresMinor: 500_000_000_000 };

/** A value per lead of 100.00: one in five leads has an opportunity, half of these are won for 1,000.00. */
export const valueOf = (channel: string | null, rest: Partial<LeadValue> = {}): LeadValue => ({
  channel,
  segment: null,
  l2o: finalRate({ k: 80, n: 400 }, 0.2, noStrength, 1),
  opportunitiesPerConverted: 1,
  o2d: finalRate({ k: 40, n: 80 }, 0.5, noStrength, 1),
  dealSize: dealSizeOf(amounts, amounts, 0),
  dealsPerLead: 0.1,
  valueMinor: 10_000,
  variation: 0.2,
  ...rest,
});

const months = Array.from({ length: 6 }, (_, index) => january + index);

const ofChannel = (channel: string, leads: number, dealsOfLag: readonly number[]) => ({
  arrivals: months.map((arrival) => ({ channel, month: arrival, leads, reference_leads: leads })),
  lags: months.flatMap((arrival) =>
    dealsOfLag.flatMap((deals, lag) =>
      arrival + lag > june
        ? []
        : [{ channel, month: arrival, opportunity_lag: lag < 2 ? 0 : 1, won_lag: lag, deals }],
    ),
  ),
});

const web = ofChannel('web', 100, [2, 4, 4]);
const fair = ofChannel('fair', 50, [0, 1, 1]);

/**
 * As of 30 June 2026: web has 100 leads a month of which 2, 4 and 4 are won in the month of arrival, the next and the one
 * after; fair has 50 and 0, 1 and 1. The opportunity of the last ones is created a month after arrival. One opportunity
 * of 400.00 is open; the chance that one of its age is won within 20 days is a quarter, and nothing comes later.
 */
export const planBasis = (rest: Partial<PlanBasis> = {}): PlanBasis => ({
  values: {
    total: valueOf(null),
    channels: [valueOf('fair', { dealsPerLead: 0.04, valueMinor: 4_000, variation: 0.5 }), valueOf('web')],
    cells: [],
  },
  o2d: {
    points: [
      { age: 30, atRisk: 100, converted: 0.2, left: 0, open: 0.8, standardError: 0 },
      { age: 50, atRisk: 80, converted: 0.4, left: 0, open: 0.6, standardError: 0 },
    ],
    horizonDays: 60,
  },
  history: {
    arrivals: [...web.arrivals, ...fair.arrivals],
    lags: [...web.lags, ...fair.lags],
    asOf: '2026-06-30',
  },
  open: [{ channel: 'web', age: 30, open: 1, open_with_amount: 1, open_minor: 40_000 }],
  created: [
    { channel: 'web', sourced: 10, created_minor: 1_500_000 },
    { channel: 'fair', sourced: 5, created_minor: 750_000 },
  ],
  ...rest,
});
