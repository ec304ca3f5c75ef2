import type { BusinessCalendar } from './business-calendar.ts';

/** The hours of a team as they are agreed on: when it works, which public holidays it keeps, and who works by it. */
export interface TeamCalendar extends BusinessCalendar {
  /** Country of its public holidays, ISO 3166-1 alpha-2; null: none; missing: that of the definitions. */
  readonly holidayCountry?: string | null;
  /** Owners of leads who work by it, as the data names them. Whoever is named nowhere works by the first calendar. */
  readonly owners?: readonly string[];
}

/** What is agreed on of hours. */
export interface AgreedHours {
  /** The first one is that of everybody who is not named. */
  readonly calendars: readonly TeamCalendar[];
  /** Country of the public holidays of every calendar that names none itself. */
  readonly holidayCountry: string | null;
}

/** The country whose public holidays a calendar keeps; without a calendar that of everybody. Null: none. */
export const holidayCountryOf = (
  { holidayCountry }: AgreedHours,
  calendar: TeamCalendar | undefined,
): string | null => (calendar?.holidayCountry === undefined ? holidayCountry : calendar.holidayCountry);

/** Calendars in which the one at a place has these owners and no other has any of them: nobody works by two. */
export const withOwners = (
  calendars: readonly TeamCalendar[],
  place: number,
  owners: readonly string[],
): readonly TeamCalendar[] =>
  calendars.map(({ owners: known = [], ...calendar }, other) => {
    const own = other === place ? owners : known.filter((owner) => !owners.includes(owner));
    return own.length === 0 ? calendar : { ...calendar, owners: own };
  });
