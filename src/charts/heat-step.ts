/** The darkest step of a heat. */
export const HEAT_STEPS = 5;

/**
 * The step of a value between 0 and the largest: 0 where there is nothing to show, else 1 to 5 in equal parts, the
 * upper end of each part included.
 */
export function heatStep(value: number | null, most: number): number {
  if (value === null || value <= 0 || most <= 0) return 0;
  return Math.min(HEAT_STEPS, Math.ceil((value / most) * HEAT_STEPS - 1e-9));
}
