import { normalQuantile } from './normal.ts';
import { upperGamma } from './special-functions.ts';

/** An amount of which only the mean and the spread are known. */
export interface Spread {
  /** Not below 0. */
  readonly mean: number;
  /** Standard deviation, not below 0. */
  readonly deviation: number;
}

/** The chance that a standard normal variable exceeds z: erfc(z / sqrt 2) / 2, with erfc(x) = Q(1/2, x^2). */
export const normalTail = (z: number): number => {
  const beyond = upperGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? 1 - beyond : beyond;
};

/** Location and scale on the logarithm of the log-normal distribution of this mean and deviation. */
const onLog = ({ mean, deviation }: Spread): { readonly location: number; readonly scale: number } => {
  const squared = Math.log1p((deviation / mean) ** 2);
  return { location: Math.log(mean) - squared / 2, scale: Math.sqrt(squared) };
};

/**
 * The amount that a share p in (0, 1) lies below, by the log-normal distribution with the same mean and deviation, which
 * is never below 0 and leans to the right as sums of few deals do. The mean itself without a deviation; 0 for a mean of 0.
 */
export const logNormalQuantile = (spread: Spread, p: number): number => {
  if (spread.mean <= 0 || spread.deviation <= 0) return Math.max(0, spread.mean);
  const { location, scale } = onLog(spread);
  return Math.exp(location + scale * normalQuantile(p));
};

/** The chance of at least `bound`, by the same distribution: 1 for a bound of 0 or below. */
export const logNormalTail = (spread: Spread, bound: number): number => {
  if (bound <= 0) return 1;
  if (spread.mean <= 0 || spread.deviation <= 0) return spread.mean >= bound ? 1 : 0;
  const { location, scale } = onLog(spread);
  return normalTail((Math.log(bound) - location) / scale);
};
