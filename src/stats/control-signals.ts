/** One point of a control chart with its own limits, in the unit of the values. */
export interface ControlPoint {
  /** Its place in the series the signals speak of. */
  readonly index: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Places, ascending, of the points at which each rule signals. */
export interface ControlSignals {
  /** The point lies strictly outside its limits. */
  readonly rule1: readonly number[];
  /** The point ends a run of eight successive points strictly on one side of the mean. */
  readonly rule2: readonly number[];
  /** The point ends a window of four with three or more beyond the middle between the mean and the same limit. */
  readonly rule3: readonly number[];
}

const runLength = 8;
const windowLength = 4;
const nearInWindow = 3;

/**
 * Signals of a control chart after Wheeler, "Understanding Variation" (1993). The points are successive, so a period
 * that is left out joins its neighbours; on an XmR chart all have the same limits. Limits are the computed ones, not
 * those clipped for display: a limit moved closer would signal what is usual.
 */
export const controlSignals = (points: readonly ControlPoint[], mean: number): ControlSignals => {
  const sides = points.map(({ value }) => Math.sign(value - mean));
  const nearer = points.map(({ value, lower, upper }) => {
    if (value > (mean + upper) / 2) return 1;
    return value < (mean + lower) / 2 ? -1 : 0;
  });
  const endsOf = (marks: readonly number[], length: number, atLeast: number): readonly number[] =>
    points.flatMap(({ index }, end) => {
      const window = marks.slice(Math.max(0, end + 1 - length), end + 1);
      const isSignal = [1, -1].some((side) => window.filter((mark) => mark === side).length >= atLeast);
      return window.length === length && isSignal ? [index] : [];
    });
  return {
    rule1: points.flatMap(({ index, value, lower, upper }) =>
      value < lower || value > upper ? [index] : [],
    ),
    rule2: endsOf(sides, runLength, runLength),
    rule3: endsOf(nearer, windowLength, nearInWindow),
  };
};
