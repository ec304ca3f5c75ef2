import { normalQuantile } from './normal.ts';

/** How sure a comparison of two proportions is to be. */
export interface TestDesign {
  /** Chance of a difference where there is none, two-sided. */
  readonly alpha: number;
  /** Chance to find the difference where it is there. */
  readonly power: number;
}

/** The usual design: 5 % two-sided, 80 % power. */
export const usualDesign: TestDesign = { alpha: 0.05, power: 0.8 };

/**
 * Trials that each of two equal arms needs so that a two-sided z test of the proportions p1 and p2 finds their difference
 * (Fleiss, Levin & Paik 2003, Statistical Methods for Rates and Proportions, 3rd edition, formula 4.14, without continuity
 * correction), rounded up. Null where the proportions are equal or one is outside [0, 1].
 */
export const trialsPerArm = (
  p1: number,
  p2: number,
  { alpha, power }: TestDesign = usualDesign,
): number | null => {
  if (p1 === p2 || Math.min(p1, p2) < 0 || Math.max(p1, p2) > 1) return null;
  const mean = (p1 + p2) / 2;
  const underNull = normalQuantile(1 - alpha / 2) * Math.sqrt(2 * mean * (1 - mean));
  const underEffect = normalQuantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2));
  return Math.ceil(((underNull + underEffect) / (p1 - p2)) ** 2);
};

/**
 * How many times the trials at hand are needed until a difference stands out at a design, given the standard error of the
 * difference now: the error falls with the root of the number of trials. 1 or less where the trials at hand do.
 */
export const trialsNeededTimes = (
  standardError: number,
  difference: number,
  { alpha, power }: TestDesign = usualDesign,
): number => (((normalQuantile(1 - alpha / 2) + normalQuantile(power)) * standardError) / difference) ** 2;
