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

/** The date `months` calendar months later (earlier when negative); the last day of its month where that day does not exist. */
export const addMonths = (date: string, months: number): string => {
  const day = new Date(toEpochDay(date) * dayMs);
  const daysOfMonth = new Date(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 0),
  ).getUTCDate();
  return fromEpochDay(
    Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, Math.min(day.getUTCDate(), daysOfMonth)) /
      dayMs,
  );
};

/** Whether a text is an existing calendar date `YYYY-MM-DD`. */
export const isLocalDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  fromEpochDay(Math.floor(Date.parse(`${text}T00:00:00Z`) / dayMs) || 0) === text;
