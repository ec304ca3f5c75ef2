import type { ConversionMetric } from './metric.ts';

/** L2D: the lead cohort's share that leads to at least one deal. */
export const leadToDeal: ConversionMetric = {
  id: 'l2d',
  label: 'Leads become deals',
  question: 'How many leads become deals, all the way?',
  denominator: 'leads anchored in the period, each buying attempt of a person once',
  numerator: 'those of them with at least one opportunity closed won',
  unit: ['lead', 'leads'],
  definition: 'A lead counts once and has become a deal when an opportunity created for it is closed won.',
  leftOut: 'The same as for leads that become opportunities.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of leads that become deals',
};
