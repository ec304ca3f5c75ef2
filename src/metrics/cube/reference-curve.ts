import { horizonCapDays } from '../../domain/definitions.ts';
import { aalenJohansen, horizon, incidenceAt, type IncidencePoint } from '../../stats/aalen-johansen.ts';
import type { Joint } from '../metric.ts';
import type { Cube } from './cube.ts';
import { lifeTable, type Imputed } from './joint-counts.ts';

/** Fewer records, or fewer conversions among them, give no curve of their own. */
export const curveMinimum = { records: 100, conversions: 20 } as const;

/** A group and the slice of the cube that it is. */
export interface CurveSource {
  readonly name: string;
  readonly cube: Cube;
}

/** A curve of cumulative incidence over the reference months, and whose it is. */
export interface ReferenceCurve {
  /** Up to the cap of the horizon. */
  readonly points: readonly IncidencePoint[];
  /** Days that "final" means; null where no age had 30 at risk. */
  readonly horizonDays: number | null;
  /** Share converted by the horizon; null without one. */
  readonly final: number | null;
  readonly records: number;
  readonly conversions: number;
  /** Name of the group it was made of. */
  readonly source: string;
  /** The group asked for has too few records or conversions, and a parent's curve stands in. */
  readonly isParent: boolean;
  /** Even the last parent has too few. */
  readonly isThin: boolean;
}

const hasEnough = ({ records, conversions }: { records: number; conversions: number }): boolean =>
  records >= curveMinimum.records && conversions >= curveMinimum.conversions;

/** The curve of exactly these records, however few they are. */
export const curveOf = (
  source: CurveSource,
  joint: Joint,
  imputed: Imputed = 'with imputed',
): ReferenceCurve => {
  const cap = horizonCapDays[joint];
  const ages = lifeTable(source.cube, joint, imputed, cap);
  const curve = aalenJohansen(ages);
  const points = (ages.at(-1)?.age ?? 0) > cap ? curve.slice(0, -1) : curve;
  const horizonDays = horizon(points, cap);
  const counts = { records: curve[0]?.atRisk ?? 0, conversions: 0 };
  for (const { converted } of ages) counts.conversions += converted;
  return {
    points,
    horizonDays,
    final: horizonDays === null ? null : (incidenceAt(points, horizonDays)?.converted ?? null),
    ...counts,
    source: source.name,
    isParent: false,
    isThin: !hasEnough(counts),
  };
};

/**
 * The curve in force for a group: its own where it rests on 100 records and 20 conversions, else that of the first
 * parent that does, else that of the last. `parents` go from the nearest to all records, such as channel, then all.
 */
export const curveInForce = (own: ReferenceCurve, parents: readonly ReferenceCurve[]): ReferenceCurve => {
  const parent = parents.find(({ isThin }) => !isThin) ?? parents.at(-1);
  return own.isThin && parent !== undefined ? { ...parent, isParent: true } : own;
};
