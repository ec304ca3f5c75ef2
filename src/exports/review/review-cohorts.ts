import { fromEpochDay } from '../../domain/local-date.ts';
import { cohorts } from '../../metrics/cube/cohorts.ts';
import type { Cube } from '../../metrics/cube/cube.ts';
import { clockByPeriod, windowDaysOf } from '../../metrics/cube/joint-counts.ts';
import type { ReviewHeader } from '../../metrics/review/weekly-review.ts';
import type { CohortCount } from '../../metrics/snapshot-change.ts';
import { definitionName } from '../../sentences/definition-label.ts';
import type { SnapshotCohorts, SnapshotJoint } from '../snapshot.ts';

/** The last weeks of a joint that a later day is held against: a year of them. */
const keptWeeks = 52;

const countOf = (
  cube: Cube,
  joint: SnapshotJoint,
  { anchor, definition }: Pick<ReviewHeader, 'anchor' | 'definition'>,
): CohortCount | null => {
  const days = windowDaysOf(cube, joint);
  if (days === null) return null;
  const weeks = cohorts(cube, joint, 'week')
    .filter(({ isComplete }) => isComplete)
    .slice(-keptWeeks);
  const last = weeks.at(-1);
  const starts = [...weeks.map(({ start }) => start), ...(last === undefined ? [] : [last.end + 1])];
  const converted = clockByPeriod(cube, joint, starts)('windowed');
  return {
    asOf: fromEpochDay(cube.asOf),
    definition: [definitionName(definition), `${anchor} cohort`, `${days} days`].join(' · '),
    weeks: weeks.map(({ start, n }, index) => ({ start: fromEpochDay(start), n, k: converted[index] ?? 0 })),
  };
};

/** The whole weeks of both joints as a snapshot keeps them: who started, and who converted within the window so far. */
export const reviewCohorts = (
  cube: Cube,
  header: Pick<ReviewHeader, 'anchor' | 'definition'>,
): SnapshotCohorts => ({ l2o: countOf(cube, 'l2o', header), o2d: countOf(cube, 'o2d', header) });
