import type { Metric } from './metric.ts';

const leftOut =
  'Costs other than those in the cost table, sales time among them. A channel without a cost row has no value, which is not a cost of 0; a cost without a segment is spread over none.';

/** Marketing cost per lead. */
export const costPerLead: Metric = {
  id: 'cost_per_lead',
  label: 'Cost per lead',
  question: 'What does a lead cost?',
  definition: 'Marketing cost of the months divided by the leads anchored in them.',
  leftOut,
  measure: 'money',
  better: 'lower',
  subject: 'the cost per lead',
};

/** Marketing cost per opportunity. */
export const costPerOpportunity: Metric = {
  id: 'cost_per_opportunity',
  label: 'Cost per opportunity',
  question: 'What does an opportunity cost?',
  definition:
    'Marketing cost of the months divided by the opportunities that their leads brought, or, by booking, that were created in them.',
  leftOut,
  measure: 'money',
  better: 'lower',
  subject: 'the cost per opportunity',
};

/** Marketing cost per deal. */
export const costPerDeal: Metric = {
  id: 'cost_per_deal',
  label: 'Marketing cost per deal',
  question: 'What does it cost in marketing to win a customer?',
  definition:
    'Marketing cost of the months divided by the deals that their leads brought, or, by booking, that were won in them. Marketing cost only: no salaries, no sales cost.',
  leftOut,
  measure: 'money',
  better: 'lower',
  subject: 'the marketing cost per deal',
};

/** Return on marketing cost. */
export const returnOnCost: Metric = {
  id: 'return_on_cost',
  label: 'Return on marketing cost',
  question: 'What does a channel bring in for what is spent on it?',
  definition:
    'Won revenue less marketing cost, divided by marketing cost; 0 % where revenue just covers the cost.',
  leftOut: `${leftOut} A cost of 0 has no return. Deals without an amount bring no revenue.`,
  measure: 'share',
  better: 'higher',
  subject: 'the return on marketing cost',
};
