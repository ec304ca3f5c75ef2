import { openSnapshot } from '../../exports/open-snapshot.ts';
import { reviewCohorts } from '../../exports/review/review-cohorts.ts';
import { reviewToDocument } from '../../exports/review/review-to-document.ts';
import { snapshotComparison, type JointComparison } from '../../exports/snapshot-comparison.ts';
import { freezeSnapshot } from '../../exports/snapshot.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import type { ReviewedWeek } from './take-along-file.ts';

/** What became of the week of a snapshot, or why that cannot be told. */
export type Compared =
  | { readonly title: string; readonly l2o: JointComparison; readonly o2d: JointComparison }
  | { readonly problem: string };

/** Holds the file of a snapshot against the week on screen. `recount` counts today's records as of an earlier day; null outside the files. */
export const compareSnapshotFile = async (
  file: Blob,
  { review, cube, definitionLabel }: ReviewedWeek,
  recount: (asOf: string) => Promise<Cube | null>,
): Promise<Compared> => {
  const opened = openSnapshot(await file.text());
  if ('problem' in opened) return opened;
  const { snapshot } = opened;
  const now = freezeSnapshot(
    reviewToDocument(review, definitionLabel, null),
    reviewCohorts(cube, review.header),
  );
  const then = await recount(snapshot.document.asOf);
  const recounted = then === null ? null : reviewCohorts(then, review.header);
  return { title: snapshot.document.title, ...snapshotComparison(snapshot, now, recounted) };
};
