import { incidenceAt, type IncidencePoint } from './aalen-johansen.ts';

/** What of the days ahead counts: after `after` days from now (0: from tomorrow on), up to and with `upTo` days. */
export interface DaysAhead {
  readonly after: number;
  readonly upTo: number;
}

/** Everything up to the horizon. */
export const allAhead: DaysAhead = { after: 0, upTo: Infinity };

/**
 * The chance that one still open at an age converts within the days ahead, up to the horizon:
 * (F(age + upTo) - F(age + after)) / S(age), with no age beyond the horizon. 0 at or beyond the horizon, where the days
 * ahead are none, or where nobody on the curve was still open at that age.
 */
export const remainingChance = (
  curve: readonly IncidencePoint[],
  horizonDays: number,
  age: number,
  { after, upTo }: DaysAhead,
): number => {
  const open = incidenceAt(curve, age)?.open ?? 1;
  if (open <= 0) return 0;
  const by = (days: number): number => incidenceAt(curve, Math.min(age + days, horizonDays))?.converted ?? 0;
  return Math.max(0, by(upTo) - by(after)) / open;
};
