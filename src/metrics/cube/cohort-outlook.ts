import { minimumSample } from '../../domain/definitions.ts';
import { maturity } from '../../stats/maturity.ts';
import { zOf } from '../../stats/normal.ts';
import { projectFinal } from '../../stats/projection.ts';
import type { Cohort } from './cohorts.ts';
import type { ReferenceCurve } from './reference-curve.ts';

/** Confidence of what is expected; what was measured is stated at 95 %. */
export const expectedConfidence = 0.8;

/** How a cohort may be shown: drawn through, drawn dashed with its projection, or as a volume alone. */
export type CohortShowing = 'mature' | 'immature' | 'volumeOnly';

/** What a cohort is expected to end at. */
export interface CohortOutlook {
  /** Share of the final conversions expected by now; null where the curve has no horizon or nobody on it converts. */
  readonly maturity: number | null;
  readonly showing: CohortShowing;
  /** Final conversion as a share of the cohort, and its interval; null without a curve or without members. */
  readonly projected: { readonly rate: number; readonly low: number; readonly high: number } | null;
}

const matureFrom = 0.95;
const volumeBelow = 0.2;

const showingOf = (share: number | null, n: number): CohortShowing => {
  if (share === null || n < minimumSample.hide || share < volumeBelow) return 'volumeOnly';
  return share >= matureFrom ? 'mature' : 'immature';
};

/** How mature a cohort is and where it will end, if it behaves like the curve from its present age on. */
export const cohortOutlook = (
  cohort: Cohort,
  { points, horizonDays }: ReferenceCurve,
  confidence: number = expectedConfidence,
): CohortOutlook => {
  if (horizonDays === null) return { maturity: null, showing: 'volumeOnly', projected: null };
  const share = maturity(points, horizonDays, cohort.ages);
  const projection = projectFinal(
    points,
    horizonDays,
    { n: cohort.n, converted: cohort.converted, open: cohort.openAges },
    zOf(confidence),
  );
  return {
    maturity: share,
    showing: showingOf(share, cohort.n),
    projected:
      projection === null ? null : { rate: projection.projected, low: projection.low, high: projection.high },
  };
};
