import { z95, type Interval } from './wilson.ts';

/** What happened at one age, in whole days: `converted` (event 1), `left` (event 2), `total` that ended or were last seen at this age. */
export interface AgeCount {
  readonly age: number;
  readonly converted: number;
  readonly left: number;
  readonly total: number;
}

/** Cumulative incidence at one age: share converted, share left, share still open, and how many were at risk. */
export interface IncidencePoint {
  readonly age: number;
  readonly atRisk: number;
  readonly converted: number;
  readonly left: number;
  readonly open: number;
  /** Standard error of `converted`. */
  readonly standardError: number;
}

/**
 * Cumulative incidence with two competing events (Aalen & Johansen 1978), delta-method standard error with
 * multinomial hazards (equal to R `survfit`). Ages must be ascending and distinct, each with a total of at least 1;
 * age 0 is allowed; events precede censorings of the same age. An empty table gives no points. Between ages the curve
 * is flat.
 *
 * One pass: with r the rise of the curve since an earlier age s, the variance is the sum over s of own - 2 * linear * r
 * + square * r ** 2. When the curve rises, each r grows by the same amount, so that sums of the coefficients carry the
 * whole sum forward; only the linear part is ever subtracted.
 */
export const aalenJohansen = (ages: readonly AgeCount[]): readonly IncidencePoint[] => {
  let atRisk = 0;
  for (const { total } of ages) atRisk += total;
  let open = 1;
  let converted = 0;
  let left = 0;
  let own = 0;
  let linear = 0;
  let linearRise = 0;
  let square = 0;
  let squareRise = 0;
  let squareRise2 = 0;
  const points: IncidencePoint[] = [];
  for (const age of ages) {
    const hazard1 = age.converted / atRisk;
    const hazard2 = age.left / atRisk;
    const openBefore = open;
    const rise = openBefore * hazard1;
    converted += rise;
    left += openBefore * hazard2;
    open = openBefore * ((atRisk - age.converted - age.left) / atRisk);
    squareRise2 += rise * (2 * squareRise + rise * square);
    squareRise += rise * square;
    linearRise += rise * linear;
    own += (openBefore * rise * (1 - hazard1)) / atRisk;
    linear += rise / atRisk;
    if (open > 0) square += ((hazard1 + hazard2) * openBefore) / (atRisk * open);
    const standardError = Math.sqrt(Math.max(0, own - 2 * linearRise + squareRise2));
    points.push({ age: age.age, atRisk, converted, left, open, standardError });
    atRisk -= age.total;
  }
  return points;
};

/**
 * Interval of `converted` by the complementary log-log transformation, within [0, 1]. Both bounds are the value itself
 * where nobody converted, everybody did, or its standard error is 0.
 */
export const incidenceInterval = (
  { converted, left, open, standardError }: IncidencePoint,
  z: number = z95,
): Interval => {
  const rest = left + open;
  if (converted <= 0 || rest <= 0 || standardError === 0) return { low: converted, high: converted };
  const logRest = Math.log(rest);
  const factor = Math.exp((z * standardError) / (rest * -logRest));
  return { low: -Math.expm1(logRest / factor), high: -Math.expm1(logRest * factor) };
};

/** The place of the first point of a later age than `age`, found by halving; the length of the curve where there is none. */
export const placeAfter = (curve: readonly IncidencePoint[], age: number): number => {
  let notLater = -1;
  let later = curve.length;
  while (later - notLater > 1) {
    const middle = Math.floor((notLater + later) / 2);
    if ((curve[middle]?.age ?? Infinity) <= age) notLater = middle;
    else later = middle;
  }
  return later;
};

/** The point in force at `age`: the last one not later. Null before the first. */
export const incidenceAt = (curve: readonly IncidencePoint[], age: number): IncidencePoint | null =>
  curve[placeAfter(curve, age) - 1] ?? null;

/**
 * The horizon that "final" means: the largest observed age up to `cap` days that at least 30 were still at risk at.
 * Null where no age has that many.
 */
export const horizon = (curve: readonly IncidencePoint[], cap: number): number | null =>
  curve.findLast((point) => point.age <= cap && point.atRisk >= 30)?.age ?? null;
