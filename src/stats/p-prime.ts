import { controlSignals, type ControlPoint, type ControlSignals } from './control-signals.ts';
import type { Interval } from './wilson.ts';

/** k of n in one period. */
export interface PeriodCount {
  readonly k: number;
  readonly n: number;
}

/** One period of the chart; proportions from 0 to 1. */
export interface PPrimePoint {
  /** Place of the period in the series given, from 0. */
  readonly index: number;
  readonly proportion: number;
  /** Limits of the plain p-chart, which knows of chance alone, clipped to [0, 1]. */
  readonly pLimits: Interval;
  /** Limits of Laney's p′ chart, clipped to [0, 1]; null where the variation between periods cannot be told. */
  readonly limits: Interval | null;
}

/** A p′ chart of proportions from periods of unequal size. */
export interface PPrimeChart {
  /** Pooled proportion of the baseline. */
  readonly mean: number;
  /** Variation between periods in units of chance; near 1 the chart is the plain p-chart. Null where it cannot be told. */
  readonly sigmaZ: number | null;
  /** Periods with n > 0. */
  readonly points: readonly PPrimePoint[];
  /** Signals against the p′ limits, by the place of the period in the series given. */
  readonly signals: ControlSignals;
}

/** Expected range of two independent standard normal values, rounded as it is printed. */
const rangeOfTwo = 1.128;

const clipped = (centre: number, half: number): Interval => ({
  low: Math.max(0, centre - half),
  high: Math.min(1, centre + half),
});

/** Null where a mean of 0 or 1 leaves no room for chance, or where there are not two periods to compare. */
const sigmaZOf = (
  periods: readonly PeriodCount[],
  mean: number,
  chance: (n: number) => number,
): number | null => {
  if (periods.length < 2 || mean === 0 || mean === 1) return null;
  const z = periods.map(({ k, n }) => (k / n - mean) / chance(n));
  const ranges = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? value)));
  return ranges.reduce((sum, range) => sum + range, 0) / ranges.length / rangeOfTwo;
};

/** The p′ limits of a period of `n` as signals are judged by them, which may lie outside [0, 1]; null where the variation cannot be told, or of nothing. */
export const rawPPrimeLimits = (
  { mean, sigmaZ }: Pick<PPrimeChart, 'mean' | 'sigmaZ'>,
  n: number,
): Interval | null => {
  if (sigmaZ === null || n <= 0) return null;
  const half = 3 * Math.sqrt((mean * (1 - mean)) / n) * sigmaZ;
  return { low: mean - half, high: mean + half };
};

/** The same limits, clipped to [0, 1] for display. */
export const pPrimeLimits = (chart: Pick<PPrimeChart, 'mean' | 'sigmaZ'>, n: number): Interval | null => {
  const raw = rawPPrimeLimits(chart, n);
  return raw && { low: Math.max(0, raw.low), high: Math.min(1, raw.high) };
};

/**
 * Laney's p′ chart (Laney 2002, Quality Engineering 14) and, beside it, the p-chart (NIST/SEMATECH e-Handbook 6.3.3.2).
 * Mean and variation come from the first `baselineCount` periods. A period with n = 0 is left out: it has no point, its
 * neighbours become successive, and the others keep their places. Null where the baseline counts nothing. Without p′
 * limits there are no signals. Signals use the limits before clipping.
 */
export const pPrimeChart = (periods: readonly PeriodCount[], baselineCount: number): PPrimeChart | null => {
  const counted = periods.flatMap(({ k, n }, index) => (n > 0 ? [{ k, n, index }] : []));
  const baseline = counted.filter(({ index }) => index < baselineCount);
  if (baseline.length === 0) return null;
  const mean = baseline.reduce((sum, { k }) => sum + k, 0) / baseline.reduce((sum, { n }) => sum + n, 0);
  const chance = (n: number): number => Math.sqrt((mean * (1 - mean)) / n);
  const sigmaZ = sigmaZOf(baseline, mean, chance);
  const judged = counted.flatMap(({ k, n, index }): readonly ControlPoint[] => {
    if (sigmaZ === null) return [];
    const half = 3 * chance(n) * sigmaZ;
    return [{ index, value: k / n, lower: mean - half, upper: mean + half }];
  });
  return {
    mean,
    sigmaZ,
    points: counted.map(({ k, n, index }) => ({
      index,
      proportion: k / n,
      pLimits: clipped(mean, 3 * chance(n)),
      limits: pPrimeLimits({ mean, sigmaZ }, n),
    })),
    signals: controlSignals(judged, mean),
  };
};
