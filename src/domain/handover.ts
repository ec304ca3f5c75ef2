import type { BusinessCalendar } from './business-calendar.ts';
import type { SlaTerms } from './sla.ts';

/**
 * The event by which marketing hands a lead to sales: each MQL, or the first SAL of each MQL cycle. The first assignment
 * to a sales owner would be a third one; it needs a history of owners and who of them sells, which no export brings yet.
 */
export type HandoverSource = 'mql' | 'sal';

/** When the owners of leads work. Owners that are not named keep the usual calendar. */
export interface OwnerCalendars {
  readonly usual: BusinessCalendar;
  readonly byOwner: ReadonlyMap<string, BusinessCalendar>;
}

/** What turns journeys and activities into handovers. */
export interface HandoverRules {
  readonly source: HandoverSource;
  readonly terms: SlaTerms;
  readonly calendars: OwnerCalendars;
}

/**
 * How a handover stands at the end of the as-of day. `met` and `breached` are due; before the deadline it is `pending`,
 * or `pending_met` where an attempt was made already.
 */
export type HandoverStatus = 'met' | 'breached' | 'pending' | 'pending_met';
