/** Standard normal quantile of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/** Bounds of a proportion, in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson score interval of k successes in n trials, without continuity correction (Wilson 1927, JASA 22).
 * Null for n = 0: nothing was seen, so nothing is bounded. Bounds are clipped to [0, 1].
 */
export const wilson = (k: number, n: number, z: number = z95): Interval | null => {
  if (n <= 0) return null;
  const p = k / n;
  const spread = z * z;
  const scale = 1 + spread / n;
  const centre = (p + spread / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + spread / (4 * n * n));
  return {
    low: k === 0 ? 0 : Math.max(0, centre - half),
    high: k === n ? 1 : Math.min(1, centre + half),
  };
};
