import { minimumSample } from '../../domain/definitions.ts';
import { maturity } from '../../stats/maturity.ts';
import { zOf } from '../../stats/normal.ts';
import { projectorFor, type AgeTally } from '../../stats/projection.ts';
import type { Joint } from '../metric.ts';
import type { Cohort } from './cohorts.ts';
import type { Cube } from './cube.ts';
import { clockByDay } from './joint-counts.ts';
import type { ReferenceCurve } from './reference-curve.ts';

/** Confidence of what is expected; what was measured is stated at 95 %. */
export const expectedConfidence = 0.8;

/** How a cohort may be shown: drawn through, drawn dashed with its projection, or as a volume alone. */
export type CohortShowing = 'mature' | 'immature' | 'volumeOnly';

/** What a cohort is expected to end at. */
export interface CohortOutlook {
  readonly cohort: Cohort;
  /** Share of the final conversions expected by now; null where the curve has no horizon, nobody on it converts, or the cohort is empty. */
  readonly maturity: number | null;
  readonly showing: CohortShowing;
  /** Final conversion as a share of the cohort, and its interval; null without a curve or without members. */
  readonly projected: { readonly rate: number; readonly low: number; readonly high: number } | null;
}

/** Share of the final conversions from which what is seen counts as the end. */
export const matureFrom = 0.95;
const volumeBelow = 0.2;

const showingOf = (share: number | null, n: number): CohortShowing => {
  if (share === null || n < minimumSample.hide || share < volumeBelow) return 'volumeOnly';
  return share >= matureFrom ? 'mature' : 'immature';
};

/** How many of a cohort are of which age on the as-of day. All at or beyond the horizon, where nothing more is expected, are told as of the horizon. */
const agesOf = (
  { start, end }: Cohort,
  total: number,
  asOf: number,
  horizonDays: number,
  young: Float64Array,
): readonly AgeTally[] => {
  const ages: AgeTally[] = [];
  let rest = total;
  for (let age = Math.max(0, asOf - end); age < horizonDays && asOf - age >= start; age += 1) {
    const count = young[young.length - 1 - age] ?? 0;
    if (count > 0) ages.push({ age, count });
    rest -= count;
  }
  return rest > 0 ? [...ages, { age: horizonDays, count: rest }] : ages;
};

/** A cohort all of which is at the horizon: it has ended where it is. */
const settled = (cohort: Cohort): CohortOutlook => {
  const rate = cohort.converted / cohort.n;
  return {
    cohort,
    maturity: 1,
    showing: showingOf(1, cohort.n),
    projected: { rate, low: rate, high: rate },
  };
};

/**
 * How mature every cohort of a joint is and where it will end, if it behaves like the curve from its present age on.
 * The cohorts are those of the same cube.
 */
export const cohortOutlooks = (
  cube: Cube,
  joint: Joint,
  cohorts: readonly Cohort[],
  curve: ReferenceCurve,
  confidence: number = expectedConfidence,
): readonly CohortOutlook[] => {
  const { points, horizonDays } = curve;
  if (horizonDays === null)
    return cohorts.map((cohort) => ({ cohort, maturity: null, showing: 'volumeOnly', projected: null }));
  const { asOf } = cube;
  const toHorizon = points.filter(({ age }) => age <= horizonDays);
  const started = clockByDay(cube, joint, 'started', asOf - horizonDays + 1, asOf);
  const open = clockByDay(cube, joint, 'open', asOf - horizonDays + 1, asOf);
  const project = projectorFor(toHorizon, horizonDays);
  const z = zOf(confidence);
  const { final } = curve;
  return cohorts.map((cohort) => {
    const { n, converted } = cohort;
    if (n > 0 && final !== null && final > 0 && asOf - cohort.end >= horizonDays) return settled(cohort);
    const share = maturity(toHorizon, horizonDays, agesOf(cohort, n, asOf, horizonDays, started));
    const openAges = agesOf(cohort, cohort.open, asOf, horizonDays, open);
    const projection = project({ n, converted, open: openAges }, z);
    return {
      cohort,
      maturity: share,
      showing: showingOf(share, n),
      projected:
        projection === null
          ? null
          : { rate: projection.projected, low: projection.low, high: projection.high },
    };
  });
};
