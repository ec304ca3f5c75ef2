import type { BusinessCalendar } from '../domain/business-calendar.ts';
import { alwaysOpen } from '../domain/business-calendar.ts';
import type { SlaTerms } from '../domain/sla.ts';
import type { CellValue } from './cell-value.ts';
import type { Metric } from './metric.ts';
import { rateFor, type RateCard } from './rate-card.ts';

/** The list nobody wants to be on. */
export const overdueLead: Metric = {
  id: 'overdue_leads',
  label: 'Overdue leads',
  question: 'Which open leads were promised a call that they have not had?',
  definition:
    'Open leads, by their latest handover: not called by a person by the deadline, or fewer attempts than agreed once the attempt period is over. The most valuable first, by the rate card; then those handed over longest ago.',
  leftOut:
    'Leads that were called late but often enough, that answered, that have an opportunity, or that are disqualified or recycled.',
  measure: 'count',
  better: 'lower',
  subject: 'the number of overdue leads',
};

/** Terms under which the list is made, and whose hours count. */
export interface OverdueTerms {
  readonly responseMinutes: number;
  readonly attempts: number;
  readonly attemptDays: number;
}

/** The list that is ready to use: not called within 24 hours on the wall, or fewer than five calls in two weeks (Roberge 2015, The Sales Acceleration Formula). */
export const overdueTemplate: OverdueTerms = { responseMinutes: 1440, attempts: 5, attemptDays: 14 };

/** The hours of the ready list: nights and weekends count, as they do for the lead. */
export const overdueTemplateCalendar = (timeZone: string): BusinessCalendar => alwaysOpen(timeZone);

/** Usual terms with those of a list in their place. */
export const withOverdueTerms = (terms: SlaTerms, list: OverdueTerms): SlaTerms => ({ ...terms, ...list });

/** A value for each channel and segment, from a card: its own, else that of the channel, else that of all leads. */
export const cellValuesOf = (
  card: RateCard,
  cells: readonly { readonly channel: string; readonly segment: string }[],
): readonly CellValue[] =>
  cells.flatMap(({ channel, segment }) => {
    const rate = rateFor(card, channel, segment);
    return rate === null ? [] : [{ channel, segment, valueMinor: rate.valueMinor }];
  });
