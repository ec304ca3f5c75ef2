import { incidenceAt, type IncidencePoint } from './aalen-johansen.ts';

/** Fewer conversions than this say too little about their times. */
const fewestConversions = 20;

/** What rounding may add to a sum of shares. */
const rounding = 1e-12;

/**
 * Days until a share of those who will convert by the horizon have done so: the first age at which the curve has risen
 * to `share` (0 < share <= 1) of its value at the horizon. `conversions` are the conversions the curve was estimated
 * from. Null where nobody converts by the horizon or there are fewer than 20 conversions. A value that misses by
 * rounding alone counts as reached.
 */
export const conversionQuantile = (
  curve: readonly IncidencePoint[],
  horizonDays: number,
  share: number,
  conversions: number,
): number | null => {
  const final = incidenceAt(curve, horizonDays)?.converted ?? 0;
  if (final <= 0 || conversions < fewestConversions) return null;
  return curve.find(({ converted }) => converted >= share * final * (1 - rounding))?.age ?? null;
};
