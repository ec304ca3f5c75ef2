/** A straight line through values at 0, 1, 2, ... by least squares, with what it does not explain. */
export interface LineFit {
  readonly slope: number;
  /** Standard error of the slope. */
  readonly slopeError: number;
  /** Degrees of freedom of both errors: the number of values less two. */
  readonly degrees: number;
  /** The value expected at a place, which may lie beyond the last one, and the standard error of a new value there. */
  readonly expectedAt: (place: number) => { readonly value: number; readonly error: number };
}

/**
 * Fits a line; values lie about it independently and equally far (Draper and Smith 1998, sections 1.4 and 3.2). Null below
 * three values, which leave nothing to judge the spread by.
 */
export const lineFit = (values: readonly number[]): LineFit | null => {
  const n = values.length;
  if (n < 3) return null;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const spread = values.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  const slope = values.reduce((sum, value, place) => sum + (place - middle) * (value - mean), 0) / spread;
  const at = (place: number): number => mean + slope * (place - middle);
  const degrees = n - 2;
  const variance = values.reduce((sum, value, place) => sum + (value - at(place)) ** 2, 0) / degrees;
  return {
    slope,
    slopeError: Math.sqrt(variance / spread),
    degrees,
    expectedAt: (place) => ({
      value: at(place),
      error: Math.sqrt(variance * (1 + 1 / n + (place - middle) ** 2 / spread)),
    }),
  };
};
