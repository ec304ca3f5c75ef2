/** Section 6.7: where cohort journeys are lost. */
import type { DetailedJourney } from './detailed-journeys.ts';
import { addDays, daysBetween } from './local-days.ts';
import type { NaiveSettings } from './settings.ts';
import type { WayStage } from './stage-dates.ts';
import { WAY, effectiveDate } from './stage-dates.ts';

/** What became of the journeys that entered a stage; the five parts add up to `entered`. */
export interface LeakParts {
  entered: number;
  advanced: number;
  disqualified: number;
  recycled: number;
  stalled: number;
  in_progress: number;
}

/**
 * The parts at one stage, over cohort journeys with anchor + window not after the as-of day. A skipped stage counts as entered,
 * on its effective date; stalled is open for more than 21 days since then.
 */
export function leakParts(
  stage: Exclude<WayStage, 'opportunity'>,
  journeys: DetailedJourney[],
  windowDays: number,
  settings: NaiveSettings,
): LeakParts {
  const parts: LeakParts = {
    entered: 0,
    advanced: 0,
    disqualified: 0,
    recycled: 0,
    stalled: 0,
    in_progress: 0,
  };
  const next = WAY[WAY.indexOf(stage) + 1] ?? 'opportunity';
  for (const journey of journeys) {
    const { row } = journey;
    if (!row.in_cohort || row.anchor_date === null) continue;
    if (addDays(row.anchor_date, windowDays) > settings.as_of_date) continue;
    const entry = effectiveDate(journey, stage);
    if (entry === null) continue;
    parts.entered += 1;
    if (effectiveDate(journey, next) !== null) parts.advanced += 1;
    else if (row.outcome === 'disqualified') parts.disqualified += 1;
    else if (row.state === 'recycled') parts.recycled += 1;
    else if (daysBetween(entry, settings.as_of_date) > 21) parts.stalled += 1;
    else parts.in_progress += 1;
  }
  return parts;
}

/** Money lost at a stage: disqualified and stalled, each worth what a lead is worth there. */
export function valueLost(parts: LeakParts, valuePerLead: number): number {
  return (parts.disqualified + parts.stalled) * valuePerLead;
}

/** The share of those who entered that went no further; null if nobody entered. */
export function leakShare(parts: LeakParts): number | null {
  return parts.entered === 0 ? null : 1 - parts.advanced / parts.entered;
}
