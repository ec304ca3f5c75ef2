import type { ConversionMetric } from './metric.ts';

/** L2O: the lead cohort's share that leads to at least one opportunity. */
export const leadToOpportunity: ConversionMetric = {
  id: 'l2o',
  label: 'Leads become opportunities',
  question: 'How many leads become opportunities?',
  denominator: 'leads anchored in the period, each buying attempt of a person once',
  numerator: 'those of them with at least one opportunity created for them',
  unit: ['lead', 'leads'],
  definition:
    'A lead counts once, however many records it has, and is converted when an opportunity was created for it.',
  leftOut:
    'Deleted, spam and test records; leads whose only opportunity is older than the lead; leads without the anchor stage.',
  measure: 'share',
  better: 'higher',
  subject: 'the share of leads that become opportunities',
};
