import type { Metric } from './metric.ts';

/** Handovers that are late and can still be helped. */
export const breachedOpen: Metric = {
  id: 'sla_breached_open',
  label: 'Late and still open',
  question: 'Which leads should be called first?',
  definition:
    'Latest handovers of open leads that missed their deadline: the most valuable first, then those that are latest, in business minutes past the deadline up to the first attempt or, without one, the end of the as-of day.',
  leftOut:
    'Leads that have an opportunity, are disqualified or recycled; earlier handovers of a lead that was handed over again.',
  measure: 'count',
  better: 'lower',
  subject: 'the number of late leads that are still open',
};
