import type { Rate } from '../domain/rate.ts';
import type { Metric } from './metric.ts';
import { rateOf } from './rate-of.ts';

const youngLeftOut = 'Handovers too young for their last attempt to have borne.';

/** What one more attempt brings: an answer. */
export const contactByAttempt: Metric = {
  id: 'contact_by_attempt',
  label: 'Contact by attempt',
  question: 'How much does one more attempt add?',
  definition:
    'Of the handovers with an n-th attempt and no answer before it, those whose lead first answered or met after it and before the next.',
  leftOut: `${youngLeftOut} Answers that are not recorded as inbound activities or meetings; whether a call was picked up is not in the data.`,
  measure: 'share',
  better: 'higher',
  subject: 'the share that one more attempt reaches',
};

/** What one more attempt brings: an opportunity. */
export const opportunityByAttempt: Metric = {
  id: 'opportunity_by_attempt',
  label: 'Opportunity by attempt',
  question: 'After how many attempts do opportunities still come?',
  definition:
    'Of the handovers with an n-th attempt and no opportunity before it, those whose first opportunity came after it and before the next.',
  leftOut: youngLeftOut,
  measure: 'share',
  better: 'higher',
  subject: 'the share that becomes an opportunity after one more attempt',
};

/** What the n-th attempt added, as counts. */
export interface AttemptCounts {
  readonly attempt: number;
  readonly tried: number;
  readonly contacts: number;
  readonly tried_open: number;
  readonly opportunities: number;
}

/** One point of the curve. */
export interface PersistencePoint {
  readonly attempt: number;
  readonly contact: Rate;
  readonly opportunity: Rate;
}

/** What each further attempt added, by its number, ascending. */
export const persistenceCurve = (counts: readonly AttemptCounts[]): readonly PersistencePoint[] =>
  counts
    .toSorted((a, b) => a.attempt - b.attempt)
    .map(({ attempt, tried, contacts, tried_open: triedOpen, opportunities }) => ({
      attempt,
      contact: rateOf(contacts, tried),
      opportunity: rateOf(opportunities, triedOpen),
    }));
