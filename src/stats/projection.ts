import { incidenceAt, type IncidencePoint } from './aalen-johansen.ts';
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

interface OpenAge extends AgeTally {
  /** Share still open on the curve at this age. */
  readonly stillOpen: number;
  /** Chance of converting by the horizon from this age on. */
  readonly chance: number;
}

const chanceFrom = (point: IncidencePoint | null, final: number): number => {
  if (point === null) return final;
  return point.open > 0 ? (final - point.converted) / point.open : 0;
};

const youngestFirst = (a: AgeTally, b: AgeTally): number => a.age - b.age;

/**
 * Variance of the expected conversions that comes from the curve: the delta method with multinomial hazards at each age
 * of the curve up to the horizon, weighted by the squared number of open ones expected to reach that age. One pass
 * over the curve and over the open ages, youngest first.
 */
const varianceOfCurve = (
  curve: readonly IncidencePoint[],
  final: number,
  openAges: readonly OpenAge[],
): number => {
  let before = { converted: 0, left: 0, open: 1 };
  let next = 0;
  let reaching = 0;
  let variance = 0;
  for (const point of curve) {
    for (let entry = openAges[next]; entry !== undefined && entry.age < point.age; entry = openAges[next]) {
      reaching += entry.count / entry.stillOpen;
      next += 1;
    }
    const hazard1 = (point.converted - before.converted) / before.open;
    const hazard2 = (point.left - before.left) / before.open;
    const chance = chanceFrom(point, final);
    const mean = hazard1 * (1 - chance) - hazard2 * chance;
    const second = hazard1 * (1 - chance) ** 2 + hazard2 * chance ** 2;
    variance += ((before.open * reaching) ** 2 / point.atRisk) * (second - mean ** 2);
    before = point;
  }
  return variance;
};

/**
 * The conversions a cohort will have at the horizon, given that it behaves like the curve from its present ages on, with
 * the interval for the value this cohort will end at (process and parameter variance, normal, clipped to what is
 * possible: no fewer than have converted, no more than all open ones on top). Open ones of an age that nobody on the
 * curve was still open at are expected to stay so, as are those at or beyond the horizon. Null for an empty cohort or
 * an empty curve.
 */
export const projectFinal = (
  curve: readonly IncidencePoint[],
  horizonDays: number,
  cohort: OpenCohort,
  z: number = z95,
): Projection | null => {
  const { n, converted } = cohort;
  if (n <= 0 || curve.length === 0) return null;
  const toHorizon = curve.filter(({ age }) => age <= horizonDays);
  const final = incidenceAt(toHorizon, horizonDays)?.converted ?? 0;
  const openAges = cohort.open
    .filter(({ age }) => age < horizonDays)
    .map((entry) => {
      const point = incidenceAt(toHorizon, entry.age);
      return { ...entry, stillOpen: point?.open ?? 1, chance: chanceFrom(point, final) };
    })
    .filter(({ stillOpen }) => stillOpen > 0)
    .toSorted(youngestFirst);
  let expectedMore = 0;
  let processVariance = 0;
  for (const { count, chance } of openAges) {
    expectedMore += count * chance;
    processVariance += count * chance * (1 - chance);
  }
  const parameterVariance = varianceOfCurve(toHorizon, final, openAges);
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
