import { defaultCalendar, type BusinessCalendar } from '../domain/business-calendar.ts';
import type { DefinitionSet } from '../domain/definition-set.ts';
import { publicHolidays } from '../domain/public-holidays.ts';
import type { Agreement } from '../metrics/agreement.ts';
import type { Analysis } from './analysis.ts';

const yearsBetween = (from: string, to: string): readonly number[] => {
  const first = Number(from.slice(0, 4));
  return Array.from({ length: Number(to.slice(0, 4)) + 2 - first }, (_, index) => first + index);
};

/**
 * The hours of everybody who has no others: those of the agreement, else the first calendar of the definitions, else
 * office hours in the reporting zone; closed on the public holidays of the agreed country, from the first year of the
 * data to the one after the as-of day.
 */
export const usualCalendar = async (
  { firstDay, definitions, definitionSet, reportTimeZone }: Analysis,
  agreement: Agreement | null,
): Promise<BusinessCalendar> => {
  const set: DefinitionSet = agreement?.definitions ?? definitionSet;
  const calendar = agreement?.calendar ?? set.calendars[0] ?? defaultCalendar(reportTimeZone);
  if (set.holidayCountry === null) return calendar;
  const holidays = await publicHolidays(set.holidayCountry, null, yearsBetween(firstDay, definitions.asOf));
  return { ...calendar, holidays: [...new Set([...calendar.holidays, ...holidays])].toSorted() };
};
