import { betaQuantile, regularisedBeta } from './special-functions.ts';

/** The chance that a Student t variable exceeds `t`; degrees of freedom above 0 (Abramowitz and Stegun 1964, 26.7.1). */
export const studentTail = (t: number, degrees: number): number => {
  const beyond = regularisedBeta(degrees / (degrees + t * t), degrees / 2, 0.5) / 2;
  return t >= 0 ? beyond : 1 - beyond;
};

/** The t of a two-sided interval: `tOf(0.8, 10)` is 1.372. Confidence in [0, 1), degrees of freedom above 0. */
export const tOf = (confidence: number, degrees: number): number => {
  const share = betaQuantile(confidence, 0.5, degrees / 2);
  return Math.sqrt((degrees * share) / (1 - share));
};
