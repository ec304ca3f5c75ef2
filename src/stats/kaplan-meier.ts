import { z95, type Interval } from './wilson.ts';

/** What happened at one age: `ended` had the event, `total` had it or were last seen at this age. */
export interface EndCount {
  readonly age: number;
  readonly ended: number;
  readonly total: number;
}

/** Survival at one age: how many were at risk, had the event or were last seen, and the share that lasts longer. */
export interface SurvivalPoint {
  readonly age: number;
  readonly atRisk: number;
  readonly ended: number;
  readonly censored: number;
  readonly survival: number;
  /** Greenwood's, on the scale of `survival`. Null once nobody is left: it is 0/0 there. */
  readonly standardError: number | null;
}

/** What rounding may add to a product of shares. */
const rounding = 1e-12;

/**
 * Survival by age where there is one kind of end (Kaplan & Meier 1958), with Greenwood's standard error. Ages, in any
 * one unit, must be ascending and distinct, each with a total of at least 1; ends precede censorings of the same age.
 * An empty table gives no points. Between ages the curve is flat.
 */
export const kaplanMeier = (ages: readonly EndCount[]): readonly SurvivalPoint[] => {
  let atRisk = ages.reduce((sum, { total }) => sum + total, 0);
  let survival = 1;
  let relativeVariance = 0;
  return ages.map(({ age, ended, total }) => {
    const lasting = atRisk - ended;
    survival *= lasting / atRisk;
    if (lasting > 0) relativeVariance += ended / (atRisk * lasting);
    const standardError = lasting > 0 ? survival * Math.sqrt(relativeVariance) : null;
    const point = { age, atRisk, ended, censored: total - ended, survival, standardError };
    atRisk -= total;
    return point;
  });
};

/** Interval of the survival by the log-log transformation. Null where survival is 1 or 0: there it tells nothing. */
export const survivalInterval = (
  { survival, standardError }: SurvivalPoint,
  z: number = z95,
): Interval | null => {
  if (standardError === null || survival >= 1) return null;
  const logSurvival = Math.log(survival);
  const factor = Math.exp((z * standardError) / (survival * -logSurvival));
  return { low: Math.exp(logSurvival * factor), high: Math.exp(logSurvival / factor) };
};

/**
 * The age by which a share (0 < share <= 1) of all has ended: the first with survival at most 1 - share; 0.5 is the
 * median. Null where survival stays above: not reached. A value that misses by rounding alone counts as reached.
 */
export const survivalQuantile = (curve: readonly SurvivalPoint[], share: number): number | null =>
  curve.find(({ survival }) => survival <= 1 - share + rounding)?.age ?? null;
