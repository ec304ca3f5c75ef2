import { incidenceInterval } from '../../stats/aalen-johansen.ts';
import { groupCube, groupsOf, type Cube } from './cube.ts';
import { curveInForce, curveOf, type ReferenceCurve } from './reference-curve.ts';

/** A group and the curve in force for it: its own, or that of all where its own rests on too few. */
export interface GroupCurve {
  readonly group: string;
  readonly curve: ReferenceCurve;
  /** Records of the group itself, whosever curve is in force. */
  readonly records: number;
}

/** The curve of everything in a cube and those of the groups of its first field, the largest group first. */
export interface GroupCurves {
  readonly all: ReferenceCurve;
  readonly groups: readonly GroupCurve[];
  /** The age up to which 30 or more of every group with a curve of its own, and of all, are still followed; null where there is none. */
  readonly followedTo: number | null;
}

/** The curves of a joint over the reference months. Groups are those of the period of the cube. */
export const groupCurves = (cube: Cube, joint: 'l2o' | 'o2d'): GroupCurves => {
  const all = curveOf({ name: 'all', cube }, joint);
  const groups = groupsOf(cube, 'row')
    .map((group) => {
      const own = curveOf({ name: group, cube: groupCube(cube, 'row', group) }, joint);
      return { group, curve: curveInForce(own, [all]), records: own.records };
    })
    .filter(({ records }) => records > 0)
    .toSorted((a, b) => b.records - a.records || (a.group < b.group ? -1 : 1));
  const own = groups.filter(({ curve }) => !curve.isParent).map(({ curve }) => curve.horizonDays ?? 0);
  const followedTo = Math.min(all.horizonDays ?? 0, ...own);
  return { all, groups, followedTo: followedTo > 0 ? followedTo : null };
};

/** One step of a curve of cumulative incidence with its 95 % interval, as shares. */
export interface CurveShare {
  readonly day: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The steps at which a curve grows, up to the age that it is told to. */
export const curveShares = ({ points, horizonDays }: ReferenceCurve): readonly CurveShare[] =>
  points
    .filter(
      ({ age, converted }, index) =>
        age <= (horizonDays ?? -1) && converted > (index === 0 ? 0 : (points[index - 1]?.converted ?? 0)),
    )
    .map((point) => {
      const { low, high } = incidenceInterval(point);
      return { day: point.age, share: point.converted, low, high };
    });
