import { placeAfter, type IncidencePoint } from './aalen-johansen.ts';
import { z95 } from './wilson.ts';

/** How many are of one age, in whole days. */
export interface AgeTally {
  readonly age: number;
  readonly count: number;
}

/** A cohort of n: how many converted, and the ages of those still open, in any order. The rest left. */
export interface OpenCohort {
  readonly n: number;
  readonly converted: number;
  readonly open: readonly AgeTally[];
}

/** Where a cohort will end at the horizon. Variances and the standard error are of a count, the last three are shares of n. */
export interface Projection {
  /** Conversions still to come, expected. */
  readonly expectedMore: number;
  /** Because each open one may convert or not. */
  readonly processVariance: number;
  /** Because the curve itself is estimated. */
  readonly parameterVariance: number;
  readonly standardError: number;
  readonly projected: number;
  readonly low: number;
  readonly high: number;
}

/** What the curve says of one age: the share still open, and the chance of converting by the horizon from there on. */
interface Outlook {
  readonly stillOpen: number;
  readonly chance: number;
}

const outlookAt = (point: IncidencePoint | null, final: number): Outlook => {
  if (point === null) return { stillOpen: 1, chance: final };
  return { stillOpen: point.open, chance: point.open > 0 ? (final - point.converted) / point.open : 0 };
};

/**
 * Running sums of the variance that each age of the curve brings to the number expected of one open from the start
 * (delta method with multinomial hazards): place i holds those of all points before i.
 */
const varianceSums = (curve: readonly IncidencePoint[], final: number): Float64Array => {
  const sums = new Float64Array(curve.length + 1);
  let before = { converted: 0, left: 0, open: 1 };
  for (const [index, point] of curve.entries()) {
    const hazard1 = (point.converted - before.converted) / before.open;
    const hazard2 = (point.left - before.left) / before.open;
    const { chance } = outlookAt(point, final);
    const rest = 1 - chance;
    const mean = hazard1 * rest - hazard2 * chance;
    const second = hazard1 * rest * rest + hazard2 * chance * chance;
    sums[index + 1] =
      (sums[index] ?? 0) + ((before.open * before.open) / point.atRisk) * (second - mean * mean);
    before = point;
  }
  return sums;
};

const youngestFirst = (a: AgeTally, b: AgeTally): number => a.age - b.age;

/** Projects cohorts from their present ages on. Null for an empty cohort or an empty curve. */
export type Projector = (cohort: OpenCohort, z?: number) => Projection | null;

/**
 * The conversions cohorts will have at the horizon, given that they behave like the curve from their present ages on,
 * with the interval for the value each will end at (process and parameter variance, normal, clipped to what is
 * possible: no fewer than have converted, no more than all open ones on top). Open ones of an age that nobody on the
 * curve was still open at are expected to stay so, as are those at or beyond the horizon. The curve is gone through
 * once; each cohort then costs as much as it has ages.
 */
export const projectorFor = (curve: readonly IncidencePoint[], horizonDays: number): Projector => {
  const toHorizon = curve.filter(({ age }) => age <= horizonDays);
  const final = toHorizon.at(-1)?.converted ?? 0;
  const sums = varianceSums(toHorizon, final);
  return (cohort, z = z95) => {
    const { n, converted } = cohort;
    if (n <= 0 || curve.length === 0) return null;
    let expectedMore = 0;
    let processVariance = 0;
    let parameterVariance = 0;
    let reaching = 0;
    let since = 0;
    for (const { age, count } of cohort.open.toSorted(youngestFirst)) {
      if (age >= horizonDays) break;
      const place = placeAfter(toHorizon, age);
      const { stillOpen, chance } = outlookAt(toHorizon[place - 1] ?? null, final);
      if (stillOpen <= 0) break;
      expectedMore += count * chance;
      processVariance += count * chance * (1 - chance);
      parameterVariance += reaching * reaching * ((sums[place] ?? 0) - since);
      reaching += count / stillOpen;
      since = sums[place] ?? 0;
    }
    parameterVariance += reaching * reaching * ((sums[toHorizon.length] ?? 0) - since);
    const standardError = Math.sqrt(processVariance + parameterVariance);
    const open = cohort.open.reduce((sum, { count }) => sum + count, 0);
    const expected = converted + expectedMore;
    return {
      expectedMore,
      processVariance,
      parameterVariance,
      standardError,
      projected: expected / n,
      low: Math.max(converted, expected - z * standardError) / n,
      high: Math.min(converted + open, expected + z * standardError) / n,
    };
  };
};

/** The projection of one cohort; see `projectorFor`. */
export const projectFinal = (
  curve: readonly IncidencePoint[],
  horizonDays: number,
  cohort: OpenCohort,
  z: number = z95,
): Projection | null => projectorFor(curve, horizonDays)(cohort, z);
