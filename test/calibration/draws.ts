import type { Prng } from '../support/naive/prng.ts';

/** Successes in n trials of probability p. */
export const drawBinomial = (prng: Prng, n: number, p: number): number => {
  let successes = 0;
  for (let trial = 0; trial < n; trial += 1) successes += prng.chance(p) ? 1 : 0;
  return successes;
};

/** A standard normal value (Box & Muller 1958). */
export const drawNormal = (prng: Prng): number =>
  Math.sqrt(-2 * Math.log(1 - prng.next())) * Math.cos(2 * Math.PI * prng.next());

/** An exponential waiting time of the given mean. */
export const drawExponential = (prng: Prng, mean: number): number => -mean * Math.log(1 - prng.next());

/** A gamma value of the given shape and scale 1 (Marsaglia & Tsang 2000). */
export const drawGamma = (prng: Prng, shape: number): number => {
  if (shape < 1) return drawGamma(prng, shape + 1) * (1 - prng.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(prng);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - prng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

/** A probability around `mean`; the larger `strength`, the nearer. */
export const drawBeta = (prng: Prng, mean: number, strength: number): number => {
  const a = drawGamma(prng, mean * strength);
  const b = drawGamma(prng, (1 - mean) * strength);
  return a / (a + b);
};
