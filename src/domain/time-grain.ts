/** How long a period is: ISO weeks (Monday first) or calendar months. */
export type TimeGrain = 'week' | 'month';

const dayMs = 86_400_000;

/** The first day of the period that a day lies in. Days count from 1970-01-01, a Thursday. */
export const periodStart = (day: number, grain: TimeGrain): number => {
  if (grain === 'week') return day - ((((day + 3) % 7) + 7) % 7);
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / dayMs;
};

/** The first day of the next period. */
export const nextPeriodStart = (day: number, grain: TimeGrain): number => {
  if (grain === 'week') return periodStart(day, grain) + 7;
  const date = new Date(day * dayMs);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / dayMs;
};
