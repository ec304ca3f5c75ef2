const dayMs = 86_400_000;

/** Days since 1970-01-01 of a local date `YYYY-MM-DD`. Throws on anything else: a malformed date is a programming error here. */
export const toEpochDay = (date: string): number => {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || Number.isNaN(day))
    throw new RangeError(`Not a local date: ${date}`);
  return day;
};

/** Local date `YYYY-MM-DD` of a count of days since 1970-01-01. */
export const fromEpochDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** The date `days` later (earlier when negative). */
export const addDays = (date: string, days: number): string => fromEpochDay(toEpochDay(date) + days);

/**
 * The same day of the month `months` later (earlier when negative), or the last day of that month where it is shorter,
 * as SQL adds an interval of months: one month after 2026-01-31 is 2026-02-28.
 */
export const addMonths = (date: string, months: number): string => {
  const from = new Date(toEpochDay(date) * dayMs);
  const first = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months, 1) / dayMs;
  const next = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 1) / dayMs;
  return fromEpochDay(Math.min(first + from.getUTCDate(), next) - 1);
};

/** Whether a text is an existing calendar date `YYYY-MM-DD`. */
export const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  fromEpochDay(Math.floor(Date.parse(`${text}T00:00:00Z`) / dayMs) || 0) === text;
