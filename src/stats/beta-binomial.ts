import { betaQuantile } from './special-functions.ts';

/** k successes in n trials of one group. */
export interface Group {
  readonly k: number;
  readonly n: number;
}

/** What groups have in common: a Beta(mean * strength, (1 - mean) * strength) distribution of their rates. */
export interface BetaBinomialFit {
  /** Pooled rate. */
  readonly mean: number;
  /** How many trials at the pooled rate each group is given on top of its own. */
  readonly strength: number;
  /** The intraclass correlation as estimated, negative where groups differ less than by chance. Null where it is 0/0. */
  readonly correlation: number | null;
}

/** A rate drawn towards the common one, with its interval. The bounds are null where the distribution is a single point. */
export interface ShrunkenRate {
  readonly rate: number;
  readonly low: number | null;
  readonly high: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * The beta-binomial distribution behind the rates of several groups, by the analysis-of-variance estimator (Ridout,
 * Demétrio & Firth 1999, Biometrics 55). Groups without trials are left out; null for fewer than three groups: no
 * shrinkage. The strength lies between 0 and all trials N, and is N where groups differ no more than by chance or
 * where that cannot be told (each group has one trial; all rates are 0; all rates are 1).
 */
export const fitBetaBinomial = (groups: readonly Group[]): BetaBinomialFit | null => {
  const seen = groups.filter(({ n }) => n > 0);
  if (seen.length < 3) return null;
  const trials = sum(seen.map(({ n }) => n));
  const mean = sum(seen.map(({ k }) => k)) / trials;
  const between = sum(seen.map(({ k, n }) => n * (k / n - mean) ** 2)) / (seen.length - 1);
  const within = sum(seen.map(({ k, n }) => k * (1 - k / n))) / (trials - seen.length);
  const size = (trials - sum(seen.map(({ n }) => n * n)) / trials) / (seen.length - 1);
  const correlation = (between - within) / (between + (size - 1) * within);
  if (Number.isNaN(correlation)) return { mean, strength: trials, correlation: null };
  const strength = correlation <= 0 ? trials : Math.min((1 - correlation) / correlation, trials);
  return { mean, strength, correlation };
};

/**
 * The rate of a group drawn towards the common one (posterior mean), with the central interval of its Beta
 * distribution. A group without trials has the common rate.
 */
export const shrunkenRate = (
  k: number,
  n: number,
  { mean, strength }: BetaBinomialFit,
  confidence: number,
): ShrunkenRate => {
  const alpha = k + mean * strength;
  const beta = n - k + (1 - mean) * strength;
  const rate = n === 0 ? mean : alpha / (alpha + beta);
  if (alpha <= 0 || beta <= 0) return { rate, low: null, high: null };
  const tail = (1 - confidence) / 2;
  return { rate, low: betaQuantile(tail, alpha, beta), high: betaQuantile(1 - tail, alpha, beta) };
};
