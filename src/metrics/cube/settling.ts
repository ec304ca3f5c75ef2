import type { Joint } from '../metric.ts';
import { matureFrom } from './cohort-outlook.ts';
import type { Cube } from './cube.ts';
import { curveOf } from './reference-curve.ts';
import { seenOver, shareAtOf } from './seen-conversions.ts';

/** How far the records of a period have come towards their end, by the curve of all of them. */
export interface Settling {
  /** Share of the final conversions expected to be in; null where no end is known or there is no record. */
  readonly seen: number | null;
  /** The age in days from which a record alone has 95 % of its chance behind it; null where no end is known. */
  readonly ageDays: number | null;
}

/** How settled the joint of everything in a cube is. */
export const settling = (cube: Cube, joint: Joint): Settling => {
  const curve = curveOf({ name: 'all', cube }, joint);
  const shareAt = shareAtOf(curve);
  if (shareAt === null) return { seen: null, ageDays: null };
  let ageDays = 0;
  while (shareAt(ageDays) < matureFrom) ageDays += 1;
  const { leads, opportunities } = cube.period;
  let records = 0;
  let seen = 0;
  for (const cell of (joint === 'o2d' ? opportunities : leads).cells) {
    const sums = joint === 'o2d' ? opportunities.sums.opportunities : leads.sums.journeys;
    records += (sums[cell.end] ?? 0) - (sums[cell.start] ?? 0);
    seen +=
      joint === 'o2d'
        ? seenOver(opportunities, 'opportunities', cell, cube.asOf, shareAt)
        : seenOver(leads, 'journeys', cell, cube.asOf, shareAt);
  }
  return { seen: records === 0 ? null : seen / records, ageDays };
};
