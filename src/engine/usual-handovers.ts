import { defaultCalendar } from '../domain/business-calendar.ts';
import type { HandoverRules } from '../domain/handover.ts';
import { defaultSlaTerms } from '../domain/sla.ts';

/** How handovers are judged where nothing else was agreed: from the MQL on, by the usual promise, in the usual hours of the reporting zone. */
export const usualHandovers = (reportTimeZone: string): HandoverRules => ({
  source: 'mql',
  terms: defaultSlaTerms,
  calendars: { usual: defaultCalendar(reportTimeZone), byOwner: new Map() },
});
