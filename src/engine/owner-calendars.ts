import { defaultCalendar, type BusinessCalendar } from '../domain/business-calendar.ts';
import type { OwnerCalendars } from '../domain/handover.ts';
import { publicHolidays } from '../domain/public-holidays.ts';
import { holidayCountryOf } from '../domain/team-calendar.ts';
import type { Agreement } from '../metrics/agreement.ts';
import type { Analysis } from './analysis.ts';

const yearsBetween = (from: string, to: string): readonly number[] => {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) + 2 - first }, (_, index) => first + index);
};

/** A calendar that is closed on the public holidays of a country too, in some years. */
const closedOnHolidays = async (
  { name, timeZone, hours, holidays }: BusinessCalendar,
  country: string | null,
  years: readonly number[],
): Promise<BusinessCalendar> => {
  const publicOnes = country === null ? [] : await publicHolidays(country, null, years);
  return { name, timeZone, hours, holidays: [...new Set([...holidays, ...publicOnes])].toSorted() };
};

/**
 * When the owners of leads work. The usual hours are those of the agreement, else of the first calendar of the definitions,
 * else office hours in the reporting zone; owners that another calendar of the definitions names work by that one. Each is
 * closed on the public holidays of its country, from the first year of the data to the one after the as-of day. The
 * calendars of one version hold for the whole history, so that a change of hours or of a zone is told as a change of the
 * definitions and never as a change of people.
 */
export const ownerCalendars = async (
  { firstDay, definitions, definitionSet, reportTimeZone }: Analysis,
  agreement: Agreement | null,
): Promise<OwnerCalendars> => {
  const agreed = agreement?.definitions ?? definitionSet;
  const [first, ...others] = agreed.calendars;
  const years = yearsBetween(firstDay, definitions.asOf);
  const usual = agreement?.calendar ?? first ?? defaultCalendar(reportTimeZone);
  const byOwner = new Map<string, BusinessCalendar>();
  for (const calendar of others) {
    const { owners = [] } = calendar;
    if (owners.length === 0) continue;
    const closed = await closedOnHolidays(calendar, holidayCountryOf(agreed, calendar), years);
    for (const owner of owners) byOwner.set(owner, closed);
  }
  return { usual: await closedOnHolidays(usual, holidayCountryOf(agreed, first), years), byOwner };
};
