/** Section 6.5: how long journeys stay in a stage. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { daysBetween } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';
import type { WayStage } from './stage-dates.ts';
import { WAY, effectiveDate, rawDates, standingDisqualifications } from './stage-dates.ts';

/** One stay in one stage. */
export interface Dwell {
  stage: Exclude<WayStage, 'opportunity'>;
  days: number;
  end: 'advanced' | 'disqualified' | 'recycled' | 'still there';
}

/**
 * The stays of one journey, one a stage it has a date of its own for. Readings: a stage is imputed where no event of it exists,
 * and left out; the next stage is entered on the effective date of the stage after it; a void disqualification ends nothing; any
 * recycling does; events from the day of entry on count; on one day advancing comes before disqualified before
 * recycled. Opportunities that only exist beside the journey (`associated_existing`) are for the caller to leave out.
 */
export function dwellOf(journey: DetailedJourney, settings: NaiveSettings): Dwell[] {
  const raw = rawDates(journey);
  const recycled = journey.events.filter((event) => event.stage === 'recycled').map((event) => event.day);
  const disqualified = standingDisqualifications(journey);
  const stays: Dwell[] = [];
  for (const stage of ['created', 'mql', 'sal', 'sql'] as const) {
    const entry = effectiveDate(journey, stage);
    if (raw[stage] === null || entry === null) continue;
    const next = WAY[WAY.indexOf(stage) + 1] ?? 'opportunity';
    const ends: { day: string; end: Dwell['end'] }[] = [];
    const advanced = effectiveDate(journey, next);
    if (advanced !== null) ends.push({ day: advanced, end: 'advanced' });
    for (const day of disqualified) if (day >= entry) ends.push({ day, end: 'disqualified' });
    for (const day of recycled) if (day >= entry) ends.push({ day, end: 'recycled' });
    // The sort keeps the order of equal days.
    const first = ends.toSorted((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))[0];
    stays.push({
      stage,
      days: daysBetween(entry, first?.day ?? settings.as_of_date),
      end: first?.end ?? 'still there',
    });
  }
  return stays;
}
