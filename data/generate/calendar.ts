import { SEASON, WORLD } from './plan.ts';
import { DAY, localDay, localMidnight } from './stockholm-time.ts';

/** A calendar month of the world; `index` counts from 0. */
export interface Month {
  readonly index: number;
  readonly year: number;
  readonly month: number;
  readonly startsAt: number;
  readonly endsAt: number;
}

const monthAt = (index: number): Month => {
  const position = WORLD.firstMonth - 1 + index;
  const [year, month] = [WORLD.firstYear + Math.floor(position / 12), (position % 12) + 1];
  const next = month === 12 ? localMidnight(year + 1, 1, 1) : localMidnight(year, month + 1, 1);
  return { index, year, month, startsAt: localMidnight(year, month, 1), endsAt: next };
};

/** The months of the world in order. */
export const MONTHS: readonly Month[] = Array.from({ length: WORLD.months }, (_, index) => monthAt(index));

/** The first instant of the world. */
export const WORLD_START = monthAt(0).startsAt;

/** The instant of the export: nothing at or after it is in the files. */
export const EXPORT_AT = monthAt(WORLD.months).startsAt;

/** How much longer than usual qualification takes for a lead that becomes MQL at this instant. */
export const seasonalDelay = (instant: number): number =>
  SEASON[new Date(localDay(instant) * DAY * 1000).getUTCMonth() + 1]?.delay ?? 1;

/** `YYYY-MM-01` of a month. */
export const monthText = ({ year, month }: Month): string => `${year}-${String(month).padStart(2, '0')}-01`;
