import { openingsBetween } from '../domain/business-calendar.ts';
import type { OwnerCalendars } from '../domain/handover.ts';
import { addDays } from '../domain/local-date.ts';
import { neverOpenWords, responseNotMeasurable } from '../metrics/sla-measurability.ts';
import type { Analysis } from './analysis.ts';
import type { QueryEngine } from './query-engine.ts';
import { slaKnowledge } from './sla-knowledge.ts';

/** Days that are looked at where the data has fewer: a team may be closed in them for a while. */
const fewestDays = 28;

/**
 * The calendars of owners, the usual one first, that are not open in any minute from the first day of the data to the as-of
 * day: holidays on every day, or no weekday with hours. Nothing is ever due by them.
 */
export const neverOpenCalendars = (
  { usual, byOwner }: OwnerCalendars,
  firstDay: string,
  asOf: string,
): readonly string[] => {
  const fewest = addDays(firstDay, fewestDays - 1);
  const lastDay = fewest > asOf ? fewest : asOf;
  return [...new Set([usual, ...byOwner.values()])]
    .filter((calendar) => openingsBetween(calendar, firstDay, lastDay).length === 0)
    .map(({ name }) => name);
};

/**
 * Why response cannot be measured, in the reader's words; null where it can. Handovers have to be built. Where one calendar
 * of several is never open, the others are still measured.
 */
export const responseGap = async (
  engine: QueryEngine,
  { firstDay, definitions }: Pick<Analysis, 'firstDay' | 'definitions'>,
  calendars: OwnerCalendars,
): Promise<string | null> => {
  const unknown = responseNotMeasurable(await slaKnowledge(engine));
  if (unknown !== null) return unknown;
  const shut = neverOpenCalendars(calendars, firstDay, definitions.asOf);
  const all = new Set([calendars.usual, ...calendars.byOwner.values()]).size;
  return shut.length < all ? null : neverOpenWords(shut);
};
