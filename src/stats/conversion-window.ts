import { horizon, incidenceAt, type IncidencePoint } from './aalen-johansen.ts';

/** Windows a person would choose, in days. */
export const windowChoices: readonly number[] = [7, 14, 21, 30, 45, 60, 90, 120, 180, 270, 365];

/**
 * The shortest usual window in which at least 80 % of the final conversions have happened.
 * Null where the curve has no horizon (fewer than 30 at risk everywhere) or nobody converted by then.
 */
export const shortestFairWindow = (curve: readonly IncidencePoint[], capDays: number): number | null => {
  const end = horizon(curve, capDays);
  const final = end === null ? 0 : (incidenceAt(curve, end)?.converted ?? 0);
  if (final <= 0) return null;
  return windowChoices.find((days) => (incidenceAt(curve, days)?.converted ?? 0) >= 0.8 * final) ?? null;
};
