import { minimumSample } from '../domain/definitions.ts';
import {
  snapshotChange,
  type CohortCount,
  type Recount,
  type SnapshotChange,
} from '../metrics/snapshot-change.ts';
import type { ReviewDocument } from './review-document.ts';
import { aggregatesOnly } from './suppress-small.ts';

/** The joints a snapshot can be compared by. */
export type SnapshotJoint = 'l2o' | 'o2d';

/** The weeks of both joints; null where one cannot be measured. */
export type SnapshotCohorts = Readonly<Record<SnapshotJoint, CohortCount | null>>;

/** What the file says it is. */
export const snapshotFormat = 'throughline-snapshot';

/** Raised when an older reader would misunderstand a file. */
export const snapshotVersion = 1;

/** A week frozen: its page as it was, and the cohort weeks that a later week is held against. Aggregates only. */
export interface Snapshot {
  readonly format: typeof snapshotFormat;
  readonly version: typeof snapshotVersion;
  readonly document: ReviewDocument;
  readonly cohorts: SnapshotCohorts;
}

const largeWeeks = (count: CohortCount | null): CohortCount | null =>
  count === null ? null : { ...count, weeks: count.weeks.filter(({ n }) => n >= minimumSample.hide) };

/** Freezes a page. Numbers about fewer than five people are left out first, weeks with fewer than five leads too. */
export const freezeSnapshot = (document: ReviewDocument, cohorts: SnapshotCohorts): Snapshot => ({
  format: snapshotFormat,
  version: snapshotVersion,
  document: aggregatesOnly(document),
  cohorts: { l2o: largeWeeks(cohorts.l2o), o2d: largeWeeks(cohorts.o2d) },
});

/** A snapshot as the text of a file. */
export const snapshotText = (snapshot: Snapshot): string => `${JSON.stringify(snapshot, null, 1)}\n`;

/** The weeks a rate is taken over when two snapshots are compared: a quarter. */
export const comparedWeeks = 13;

/**
 * Why each joint is at another rate than was said; null where it was or is not measured, or no week is in both. Without
 * `recounts` (today's records counted as of the old day) what the same weeks gained is told as one.
 */
export const compareSnapshots = (
  then: Snapshot,
  now: Snapshot,
  recounts: Readonly<Partial<Record<SnapshotJoint, Recount>>> = {},
): Readonly<Record<SnapshotJoint, SnapshotChange | null>> => {
  const compare = (joint: SnapshotJoint): SnapshotChange | null => {
    const before = then.cohorts[joint];
    const after = now.cohorts[joint];
    if (before === null || after === null) return null;
    return snapshotChange(before, after, recounts[joint] ?? null, comparedWeeks);
  };
  return { l2o: compare('l2o'), o2d: compare('o2d') };
};
