import { incidenceAt, type IncidencePoint } from './aalen-johansen.ts';
import type { AgeTally } from './projection.ts';

/**
 * The share of its final conversions that a cohort is expected to have by now, in [0, 1]: `ages` are the days since the
 * start of all its members, whatever became of them, in any order; beyond the horizon nothing is expected any more.
 * Null for an empty cohort or where nobody on the curve converts by the horizon.
 */
export const maturity = (
  curve: readonly IncidencePoint[],
  horizonDays: number,
  ages: readonly AgeTally[],
): number | null => {
  const shareBy = (age: number): number => incidenceAt(curve, Math.min(age, horizonDays))?.converted ?? 0;
  const final = shareBy(horizonDays);
  const n = ages.reduce((sum, { count }) => sum + count, 0);
  if (n <= 0 || final <= 0) return null;
  return ages.reduce((sum, { age, count }) => sum + count * shareBy(age), 0) / (n * final);
};
