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

interface Step {
  readonly openBefore: number;
  readonly hazard1: number;
  readonly hazard2: number;
  readonly point: Omit<IncidencePoint, 'standardError'>;
}

const lifeTable = (ages: readonly AgeCount[]): readonly Step[] => {
  let atRisk = ages.reduce((sum, age) => sum + age.total, 0);
  let open = 1;
  let converted = 0;
  let left = 0;
  return ages.map((age) => {
    const hazard1 = age.converted / atRisk;
    const hazard2 = age.left / atRisk;
    const openBefore = open;
    converted += openBefore * hazard1;
    left += openBefore * hazard2;
    open = openBefore * ((atRisk - age.converted - age.left) / atRisk);
    const point = { age: age.age, atRisk, converted, left, open };
    atRisk -= age.total;
    return { openBefore, hazard1, hazard2, point };
  });
};

/**
 * Variance of `converted` at each step. With r the rise of the curve since an earlier age s, the variance is the sum
 * over s of own - 2 * linear * r + square * r ** 2. When the curve rises, each r grows by the same amount, so that sums
 * of the coefficients carry the whole sum forward in one pass; only the linear part is ever subtracted.
 */
const variances = (steps: readonly Step[]): readonly number[] => {
  let own = 0;
  let linear = 0;
  let linearRise = 0;
  let square = 0;
  let squareRise = 0;
  let squareRise2 = 0;
  return steps.map(({ openBefore, hazard1, hazard2, point }) => {
    const rise = openBefore * hazard1;
    squareRise2 += rise * (2 * squareRise + rise * square);
    squareRise += rise * square;
    linearRise += rise * linear;
    own += (openBefore * rise * (1 - hazard1)) / point.atRisk;
    linear += rise / point.atRisk;
    if (point.open > 0) square += ((hazard1 + hazard2) * openBefore) / (point.atRisk * point.open);
    return own - 2 * linearRise + squareRise2;
  });
};

/**
 * Cumulative incidence with two competing events (Aalen & Johansen 1978), delta-method standard error with
 * multinomial hazards (equal to R `survfit`). Ages must be ascending and distinct, each with a total of at least 1;
 * age 0 is allowed; events precede censorings of the same age. An empty table gives no points. Between ages the curve
 * is flat.
 */
export const aalenJohansen = (ages: readonly AgeCount[]): readonly IncidencePoint[] => {
  const steps = lifeTable(ages);
  const squares = variances(steps);
  return steps.map(({ point }, index) => ({
    ...point,
    standardError: Math.sqrt(Math.max(0, squares[index] ?? 0)),
  }));
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

/** The point in force at `age`: the last one not later, found by halving. Null before the first. */
export const incidenceAt = (curve: readonly IncidencePoint[], age: number): IncidencePoint | null => {
  let notLater = -1;
  let later = curve.length;
  while (later - notLater > 1) {
    const middle = Math.floor((notLater + later) / 2);
    if ((curve[middle]?.age ?? Infinity) <= age) notLater = middle;
    else later = middle;
  }
  return curve[notLater] ?? null;
};

/**
 * The horizon that "final" means: the largest observed age up to `cap` days that at least 30 were still at risk at.
 * Null where no age has that many.
 */
export const horizon = (curve: readonly IncidencePoint[], cap: number): number | null =>
  curve.findLast((point) => point.age <= cap && point.atRisk >= 30)?.age ?? null;
