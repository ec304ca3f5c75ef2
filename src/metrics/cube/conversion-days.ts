import { conversionQuantile } from '../../stats/conversion-quantile.ts';
import type { Joint } from '../metric.ts';
import type { Cube } from './cube.ts';
import { curveOf } from './reference-curve.ts';

/** Days by which half, and four fifths, of those who will convert have done so. Null where too few converted to tell. */
export interface ConversionDays {
  readonly half: number | null;
  readonly fourFifths: number | null;
}

/**
 * Days to conversion among those who will convert by the horizon, from the group's own records alone: a parent's days
 * would say nothing of it. Leads whose clock starts at a date taken from a later stage are left out.
 */
export const conversionDays = (cube: Cube, joint: Joint): ConversionDays => {
  const { points, horizonDays, conversions } = curveOf({ name: '', cube }, joint, 'without imputed');
  if (horizonDays === null) return { half: null, fourFifths: null };
  const daysTo = (share: number): number | null =>
    conversionQuantile(points, horizonDays, share, conversions);
  return { half: daysTo(0.5), fourFifths: daysTo(0.8) };
};
