import { addDays } from './local-date.ts';

const dayMs = 86_400_000;

/**
 * The public holidays of a country (ISO 3166-1, such as `SE`) or one of its regions (such as `BY` of `DE`) in some
 * years: ascending local dates `YYYY-MM-DD`, each once. Bank, school and optional holidays and days of observance are
 * none, and neither are holidays that begin in the course of a day: on those people work. A holiday of several days
 * gives each of them. Throws a RangeError for a country or region that is not known. The tables are large, so they are
 * loaded with the first call.
 */
export const publicHolidays = async (
  country: string,
  region: string | null,
  years: readonly number[],
): Promise<readonly string[]> => {
  const { default: Holidays } = await import('date-holidays');
  const known = new Holidays();
  if (!Object.hasOwn(known.getCountries(), country)) throw new RangeError(`Not a country: ${country}`);
  const regions: Readonly<Record<string, string>> | undefined = known.getStates(country);
  if (region !== null && !Object.hasOwn(regions ?? {}, region))
    throw new RangeError(`Not a region of ${country}: ${region}`);
  const holidays = new Holidays(region === null ? { country } : { country, state: region });
  const dates = years.flatMap((year) =>
    holidays
      .getHolidays(year)
      .filter(({ type, date }) => type === 'public' && date.slice(11, 19) === '00:00:00')
      .flatMap(({ date, start, end }) => {
        const days = Math.round((end.getTime() - start.getTime()) / dayMs);
        return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
      }),
  );
  return [...new Set(dates)].toSorted();
};

/** A country whose public holidays are known: its code (ISO 3166-1 alpha-2) and its name in English. */
export interface HolidayCountry {
  readonly code: string;
  readonly name: string;
}

/** The countries whose public holidays are known, by name. Loads the tables with the first call. */
export const holidayCountries = async (): Promise<readonly HolidayCountry[]> => {
  const { default: Holidays } = await import('date-holidays');
  return Object.entries(new Holidays().getCountries('en'))
    .filter(([code]) => /^[A-Z]{2}$/.test(code))
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
};
