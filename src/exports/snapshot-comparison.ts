import { metrics } from '../metrics/registry.ts';
import type { SnapshotChange } from '../metrics/snapshot-change.ts';
import { newWeeksWords, snapshotDefinition, snapshotWords } from '../sentences/snapshot-words.ts';
import { compareSnapshots, type Snapshot, type SnapshotCohorts, type SnapshotJoint } from './snapshot.ts';

/** What became of one joint since a snapshot, in words. */
export interface JointComparison {
  readonly label: string;
  readonly answer: string;
  readonly definition: string;
  /** The weeks since then; null where none can be compared. */
  readonly newWeeks: string | null;
}

/** Counts that were made in the same way as today's. */
const ownRecount = (joint: SnapshotJoint, now: Snapshot, recounted: SnapshotCohorts | null) => {
  const count = recounted?.[joint] ?? null;
  return count === null || count.definition !== now.cohorts[joint]?.definition
    ? {}
    : { [joint]: { thenDefinition: null, nowDefinition: count } };
};

const inWords = (joint: SnapshotJoint, change: SnapshotChange | null): JointComparison => {
  const { label } = metrics[joint];
  if (change === null)
    return {
      label,
      answer: 'Nothing to compare: no week was counted both then and now',
      definition: '',
      newWeeks: null,
    };
  return {
    label,
    answer: snapshotWords(change),
    definition: snapshotDefinition(change),
    newWeeks: change.newWeeks === null ? null : newWeeksWords(change.newWeeks),
  };
};

/**
 * What both joints were said to be and are now, and why. `recounted` is today's records as of the day of the snapshot; null
 * where that day lies outside the files. A joint that was not measured then or now says so.
 */
export const snapshotComparison = (
  then: Snapshot,
  now: Snapshot,
  recounted: SnapshotCohorts | null,
): Readonly<Record<SnapshotJoint, JointComparison>> => {
  const changes = compareSnapshots(then, now, {
    ...ownRecount('l2o', now, recounted),
    ...ownRecount('o2d', now, recounted),
  });
  return { l2o: inWords('l2o', changes.l2o), o2d: inWords('o2d', changes.o2d) };
};
