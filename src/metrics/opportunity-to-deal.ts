import type { ConversionMetric } from './metric.ts';

/** O2D: the opportunity cohort's share that is won. */
export const opportunityToDeal: ConversionMetric = {
  id: 'o2d',
  label: 'Opportunities become deals',
  question: 'How many opportunities become deals?',
  denominator: 'opportunities created in the period',
  numerator: 'those of them closed won',
  unit: ['opportunity', 'opportunities'],
  definition:
    'An opportunity counts once, under the one lead that sourced it, and is a deal when it is closed won.',
  leftOut: 'Deleted opportunities. Opportunities that no lead leads to form a group of their own.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of opportunities that become deals',
};
