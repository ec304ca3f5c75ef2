/** What became of journeys after their first recycling, read event by event. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { daysBetween } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';

/** One recycled journey: days from the first recycling to its return, else to its disqualification, else to the as-of day. */
export interface NaiveSecondLife {
  waited: number;
  end: 'returned' | 'disqualified' | 'waiting';
  converted: boolean;
  won: boolean;
}

/**
 * The second life of a journey; null for one never recycled, or an opportunity by the day of the recycling, or disqualified
 * on an earlier day without a later stage. A return is the first later MQL, SAL, SQL event or the opportunity.
 */
export function secondLifeOf(journey: DetailedJourney, settings: NaiveSettings): NaiveSecondLife | null {
  const { row, events, sourced } = journey;
  const first = events.findIndex((event) => event.stage === 'recycled');
  const recycled = events[first]?.day;
  if (recycled === undefined) return null;
  const opportunity = row.outcome === 'opportunity' ? row.event_date : null;
  const disqualified = row.outcome === 'disqualified' ? row.event_date : null;
  if (opportunity !== null && opportunity <= recycled) return null;
  if (disqualified !== null && disqualified < recycled) return null;
  const stages = events.slice(first + 1).filter((event) => ['mql', 'sal', 'sql'].includes(event.stage));
  const returns = [...stages.map((event) => event.day), ...(opportunity === null ? [] : [opportunity])];
  const back = returns.toSorted()[0] ?? null;
  return {
    waited: daysBetween(recycled, back ?? disqualified ?? settings.as_of_date),
    end: back !== null ? 'returned' : disqualified !== null ? 'disqualified' : 'waiting',
    converted: opportunity !== null,
    won: sourced.some((item) => item.outcome === 'won'),
  };
}
