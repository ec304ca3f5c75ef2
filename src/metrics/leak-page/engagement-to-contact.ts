import type { Metric } from '../metric.ts';

/** How long a lead that shows itself waits for an attempt. */
export const engagementToContact: Metric = {
  id: 'engagement_to_contact',
  label: 'Latest act of the lead to contact',
  question: 'When a lead shows itself, how long until somebody tries to reach it?',
  definition:
    'Minutes, nights and holidays included, from the latest inbound act of a lead to the first attempt by a person after its handover, within which half of the handovers were tried; those still waiting are taken into account (Kaplan-Meier).',
  leftOut:
    'Handovers of leads without an inbound act since their journey began and up to the first attempt; handovers tried already on the day before.',
  measure: 'minutes',
  better: 'lower',
  subject: 'the time from the latest act of a lead to an attempt',
};
