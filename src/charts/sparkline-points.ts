/** A point of a sparkline in pixels. */
export interface SparkPoint {
  readonly index: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export const SPARK_WIDTH = 96;
export const SPARK_HEIGHT = 26;
const EDGE = 5;

/** The places of the values that are there; equal values lie in the middle. */
export function sparkPoints(values: readonly (number | null)[]): readonly SparkPoint[] {
  const there = values.filter((value) => value !== null);
  const least = Math.min(...there);
  const span = Math.max(...there) - least;
  const slot = (SPARK_WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  return values.flatMap((value, index) => {
    if (value === null) return [];
    const share = span > 0 ? (value - least) / span : 0.5;
    const x = values.length === 1 ? SPARK_WIDTH - EDGE : EDGE + index * slot;
    return [{ index, value, x, y: SPARK_HEIGHT - EDGE - share * (SPARK_HEIGHT - 2 * EDGE) }];
  });
}
