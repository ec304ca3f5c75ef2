import { horizon, type IncidencePoint } from '../stats/aalen-johansen.ts';
import { allAhead, remainingChance, type DaysAhead } from '../stats/remaining-chance.ts';

/** An incidence curve with the horizon that "final" means; a null horizon is a curve too thin to expect anything by. */
export interface ReferenceCurve {
  readonly points: readonly IncidencePoint[];
  readonly horizonDays: number | null;
}

/** A curve with the longest horizon that at least 30 were still at risk at, up to a cap in days. */
export const referenceCurve = (points: readonly IncidencePoint[], capDays: number): ReferenceCurve => ({
  points,
  horizonDays: horizon(points, capDays),
});

/** The chance that one still open at an age, in days, converts within the days ahead (default: by the horizon); 0 by a curve too thin. */
export const chanceFromAge = (
  { points, horizonDays }: ReferenceCurve,
  age: number,
  ahead: DaysAhead = allAhead,
): number => (horizonDays === null ? 0 : remainingChance(points, horizonDays, age, ahead));
