/** The same journeys under four rules: strict, loose, furthest stage, and the matrix of transitions. */
import type { DetailedJourney } from './detailed-journeys.ts';
import type { WayStage } from './stage-dates.ts';
import { WAY, rawDates } from './stage-dates.ts';

/** Journeys by stage. */
export type ByStage = Record<WayStage, number>;

function byStage(countAt: (stage: WayStage) => number): ByStage {
  return {
    created: countAt('created'),
    mql: countAt('mql'),
    sal: countAt('sal'),
    sql: countAt('sql'),
    opportunity: countAt('opportunity'),
  };
}

/** True if every stage up to this one has a date and each is not before the one before it; the same day is in order. */
export function isStrictlyAt(journey: DetailedJourney, stage: WayStage): boolean {
  const raw = rawDates(journey);
  const days = WAY.slice(0, WAY.indexOf(stage) + 1).map((earlier) => raw[earlier]);
  return days.every((day, index) => {
    const before = index === 0 ? '' : (days[index - 1] ?? null);
    return day !== null && before !== null && before <= day;
  });
}

/** The furthest stage with a date; every journey has one, it begins with a creation or an MQL. */
export function furthestStage(journey: DetailedJourney): WayStage {
  const raw = rawDates(journey);
  return WAY.findLast((stage) => raw[stage] !== null) ?? 'created';
}

/** Strict: all earlier stages are there, in order of days, as recorded (opportunities not moved to the creation). */
export function strictFunnel(journeys: DetailedJourney[]): ByStage {
  return byStage((stage) => journeys.filter((journey) => isStrictlyAt(journey, stage)).length);
}

/** Loose: reached the stage or passed it by. */
export function looseFunnel(journeys: DetailedJourney[]): ByStage {
  const rank = (journey: DetailedJourney): number => WAY.indexOf(furthestStage(journey));
  return byStage((stage) => journeys.filter((journey) => rank(journey) >= WAY.indexOf(stage)).length);
}

/** Furthest stage: each journey once. */
export function furthestFunnel(journeys: DetailedJourney[]): ByStage {
  return byStage((stage) => journeys.filter((journey) => furthestStage(journey) === stage).length);
}

/**
 * The steps of one journey: its events in order of instant, the first sourced opportunity after the last event of its day or
 * before (after the first event at the earliest), repeats of the same stage next to each other once.
 */
export function stepsOf(journey: DetailedJourney): string[] {
  const steps: string[] = journey.events.map((event) => event.stage);
  const opportunity = rawDates(journey).opportunity;
  if (opportunity !== null) {
    const before = journey.events.filter((event) => event.day <= opportunity).length;
    steps.splice(Math.max(1, before), 0, 'opportunity');
  }
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** How often a step followed another: `from>to` → times; a journey ends in `>end`. */
export function transitions(journeys: DetailedJourney[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const journey of journeys) {
    const steps = [...stepsOf(journey), 'end'];
    for (const [index, to] of steps.entries()) {
      const from = steps[index - 1];
      if (from === undefined) continue;
      counts.set(`${from}>${to}`, (counts.get(`${from}>${to}`) ?? 0) + 1);
    }
  }
  return counts;
}
