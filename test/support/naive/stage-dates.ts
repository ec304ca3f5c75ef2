/** Section 2, rule 9, for every stage: raw and effective dates of one journey. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { laterDay } from './local-days.ts';

/** The stages on the way, in order. */
export const WAY = ['created', 'mql', 'sal', 'sql', 'opportunity'] as const;
export type WayStage = (typeof WAY)[number];

/** The first day of each stage as recorded, null where it is missing; opportunities not moved to the creation. */
export function rawDates(journey: DetailedJourney): Record<WayStage, string | null> {
  const first = (stage: string): string | null =>
    journey.events.find((event) => event.stage === stage)?.day ?? null;
  return {
    created: first('created'),
    mql: first('mql'),
    sal: first('sal'),
    sql: first('sql'),
    opportunity: journey.sourced.map((item) => item.created_date).toSorted()[0] ?? null,
  };
}

/** The first recorded day of a stage or any later one, not before the creation; null if none was reached. */
export function effectiveDate(journey: DetailedJourney, stage: WayStage): string | null {
  const { created_date } = journey.row;
  if (stage === 'created') return created_date;
  const raw = rawDates(journey);
  const days = WAY.slice(WAY.indexOf(stage))
    .map((later) => raw[later])
    .filter((day) => day !== null);
  const earliest = days.toSorted()[0];
  return earliest === undefined ? null : laterDay(created_date, earliest);
}

/** The days of disqualifications that no later entry, acceptance or qualification made void. */
export function standingDisqualifications(journey: DetailedJourney): string[] {
  let standing: string[] = [];
  for (const event of journey.events) {
    if (event.stage === 'disqualified') standing.push(event.day);
    else if (event.stage !== 'recycled') standing = [];
  }
  return standing;
}
