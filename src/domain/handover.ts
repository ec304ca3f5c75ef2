import type { BusinessCalendar } from './business-calendar.ts';
import type { SlaTerms } from './sla.ts';

/**
 * The event by which marketing hands a lead to sales: each MQL, or the first SAL of each MQL cycle. The first assignment
 * to a sales owner would be a third one; it needs a history of owners and who of them sells, which is not read from exports.
 */
export type HandoverEvent = 'mql' | 'sal';

/** When the owners of leads work. Owners that are not named keep the usual calendar. */
export interface OwnerCalendars {
  readonly usual: BusinessCalendar;
  readonly byOwner: ReadonlyMap<string, BusinessCalendar>;
}

/** Hours other than the usual ones, and how many owners work by them. */
export interface OwnHours {
  readonly calendar: BusinessCalendar;
  readonly owners: number;
}

/** The calendars that single owners work by, without their names, in the order of the map. */
export const ownHoursOf = ({ byOwner }: OwnerCalendars): readonly OwnHours[] => {
  const all = [...byOwner.values()];
  return [...new Set(all)].map((calendar) => ({
    calendar,
    owners: all.filter((other) => other === calendar).length,
  }));
};

/** What is owed to the leads of one segment, where that is other than what is owed to all. */
export interface SegmentTerms {
  readonly segment: string;
  readonly responseMinutes: number;
  readonly attempts: number;
}

/** What turns journeys and activities into handovers. */
export interface HandoverRules {
  readonly source: HandoverEvent;
  readonly terms: SlaTerms;
  /** Other terms of single segments; missing: none. */
  readonly bySegment?: readonly SegmentTerms[];
  readonly calendars: OwnerCalendars;
}
