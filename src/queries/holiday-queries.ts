import { queryOptions } from '@tanstack/react-query';
import { holidayCountries, publicHolidays } from '../domain/public-holidays.ts';

/** The countries whose public holidays are known. */
export const holidayCountriesQuery = () =>
  queryOptions({ queryKey: ['holiday countries'], queryFn: holidayCountries, staleTime: Infinity });

/** The public holidays of a country in a year; none without a country. */
export const publicHolidaysQuery = (country: string | null, year: number) =>
  queryOptions({
    queryKey: ['public holidays', country, year],
    queryFn: () => (country === null ? [] : publicHolidays(country, null, [year])),
    staleTime: Infinity,
  });
