import type { LeadAge } from './cohort-outcome.ts';
import type { OpenOpportunities } from './expected-revenue.ts';
import type { Metric } from './metric.ts';
import { chanceFromAge, type ReferenceCurve } from './reference-curve.ts';

/** What the leads and opportunities that are open now are expected to bring. */
export const weightedStockMetric: Metric = {
  id: 'weighted_stock',
  label: 'Expected of what is open',
  question: 'What are the leads and opportunities that are open now worth?',
  definition:
    'Open opportunities by the chance that one of their age is won, and open leads by the chance that one of their age becomes an opportunity and is won, each with its money.',
  leftOut: 'Leads and opportunities past the horizon, of which nothing more is expected.',
  measure: 'money',
  better: 'higher',
  subject: 'the money expected of what is open',
};

/** Terms by which one channel is weighted. Money is minor units. */
export interface StockTerms {
  readonly l2o: ReferenceCurve;
  readonly o2d: ReferenceCurve;
  /** Opportunities per converted lead, and the final share of them that are won. */
  readonly opportunitiesPerConverted: number;
  readonly winRate: number;
  readonly dealSizeMinor: number;
}

/** The stock at both stages: how many are open, the deals expected of them, and the money. */
export interface WeightedStock {
  readonly openLeads: number;
  readonly dealsFromLeads: number;
  readonly leadsMinor: number;
  readonly openOpportunities: number;
  readonly dealsFromOpportunities: number;
  readonly opportunitiesMinor: number;
}

const sum = <Entry>(entries: readonly Entry[], pick: (entry: Entry) => number): number =>
  entries.reduce((total, entry) => total + pick(entry), 0);

/** What a channel's open leads and opportunities are expected to bring by the horizon; opportunities without an amount bring the deal size. */
export const weightedStock = (
  leads: readonly LeadAge[],
  opportunities: readonly OpenOpportunities[],
  { l2o, o2d, opportunitiesPerConverted, winRate, dealSizeMinor }: StockTerms,
): WeightedStock => {
  const converting = sum(leads, ({ age, open }) => open * chanceFromAge(l2o, age));
  const dealsFromLeads = converting * opportunitiesPerConverted * winRate;
  return {
    openLeads: sum(leads, ({ open }) => open),
    dealsFromLeads,
    leadsMinor: dealsFromLeads * dealSizeMinor,
    openOpportunities: sum(opportunities, ({ open }) => open),
    dealsFromOpportunities: sum(opportunities, ({ age, open }) => open * chanceFromAge(o2d, age)),
    opportunitiesMinor: sum(
      opportunities,
      ({ age, open, open_with_amount, open_minor }) =>
        chanceFromAge(o2d, age) * (open_minor + (open - open_with_amount) * dealSizeMinor),
    ),
  };
};
