import { dayAt, zoneClock } from '../domain/time-zone.ts';
import { oldestFirst, type ImportAbout } from './data-import.ts';

/** The days on which imports were known, in the zone of their data set. */
export const knownDays = (imports: readonly ImportAbout[]): readonly string[] => {
  const clock = zoneClock(imports[0]?.facts.reportTimeZone ?? 'UTC');
  return imports.map(({ knownAt }) => dayAt(knownAt, clock));
};

/** The imports that count on a day, oldest first; null: all of them. */
export const importsKnownOn = <Import extends ImportAbout>(
  imports: readonly Import[],
  day: string | null,
): readonly Import[] => {
  const days = knownDays(imports);
  return oldestFirst(imports.filter((_, index) => day === null || (days[index] ?? '') <= day));
};
