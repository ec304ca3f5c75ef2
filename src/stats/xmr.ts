import { controlSignals, type ControlSignals } from './control-signals.ts';

/** An individuals and moving range chart, in the unit of its values. */
export interface XmrChart {
  /** Mean of the baseline. */
  readonly mean: number;
  /** Absolute difference of every value from the one before it, one fewer than values. */
  readonly movingRanges: readonly number[];
  /** Mean moving range of the baseline. */
  readonly averageRange: number;
  /** Natural process limits. Not clipped: where values cannot be below 0, show 0 instead of a lower limit below. */
  readonly lower: number;
  readonly upper: number;
  /** Upper limit of the moving ranges. */
  readonly rangeUpper: number;
  /** Signals over all values, by their place from 0. */
  readonly signals: ControlSignals;
}

/** Wheeler's scaling factors for two successive values, rounded as he prints them. */
const limitFactor = 2.66;
const rangeFactor = 3.268;

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * XmR chart with limits `mean ± 2.66 · average range` from the first `baselineCount` values (Wheeler, "Understanding
 * Variation", 1993). Null where the baseline has fewer than two values, as there is no moving range; a baseline longer
 * than the series is the whole series. How many values make a fair baseline is for the caller to decide.
 */
export const xmrChart = (values: readonly number[], baselineCount: number): XmrChart | null => {
  const baseline = values.slice(0, Math.max(0, baselineCount));
  if (baseline.length < 2) return null;
  const movingRanges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const mean = meanOf(baseline);
  const averageRange = meanOf(movingRanges.slice(0, baseline.length - 1));
  const lower = mean - limitFactor * averageRange;
  const upper = mean + limitFactor * averageRange;
  return {
    mean,
    movingRanges,
    averageRange,
    lower,
    upper,
    rangeUpper: rangeFactor * averageRange,
    signals: controlSignals(
      values.map((value, index) => ({ index, value, lower, upper })),
      mean,
    ),
  };
};
