import { betaQuantile, regularisedBeta } from './special-functions.ts';

/** Parameters of a Beta distribution, both above 0. */
export interface Beta {
  readonly alpha: number;
  readonly beta: number;
}

/** Points of equal probability that the first factor is replaced by. */
const points = 256;

/** What is known of a rate after k successes in n trials, from Jeffreys' prior (1946): Beta(k + 1/2, n - k + 1/2). */
export const jeffreys = (k: number, n: number): Beta => ({ alpha: k + 0.5, beta: n - k + 0.5 });

/** The chance that the product of two independent Beta variables is above a bound. */
export type ProductTail = (bound: number) => number;

/**
 * The tail of the product of two independent Beta variables: the first one is cut in slices of equal probability, each
 * replaced by its median, the second one is exact. Within about 1e-4 of the truth for rates from a hundred trials on.
 * No randomness: the same parameters give the same tail.
 */
export const productTail = (first: Beta, second: Beta): ProductTail => {
  const medians = Array.from({ length: points }, (_, index) =>
    betaQuantile((index + 0.5) / points, first.alpha, first.beta),
  );
  return (bound) =>
    medians.reduce((sum, median) => sum + 1 - regularisedBeta(bound / median, second.alpha, second.beta), 0) /
    points;
};

/** The bound in (0, 1) that the product exceeds with the given chance, in (0, 1), to about 1e-12 of itself. */
export const productExceeded = (tail: ProductTail, chance: number): number => {
  let [low, high] = [Math.log(1e-300), 0];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (tail(Math.exp(middle)) >= chance) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
};
