import { openingsBetween, type BusinessCalendar } from './business-calendar.ts';
import { addDays } from './local-date.ts';

/** Local days from `fromDate` to `toDate`, both included (`YYYY-MM-DD`), on which a calendar opens; 0 where the span is turned round. */
export const businessDays = (calendar: BusinessCalendar, fromDate: string, toDate: string): number => {
  let days = 0;
  for (let date = fromDate; date <= toDate; date = addDays(date, 1))
    if (openingsBetween(calendar, date, date).length > 0) days += 1;
  return days;
};
