import { unsourcedGroup } from '../domain/dimension.ts';
import type { Rate } from '../domain/rate.ts';
import type { ConversionGroup, ConversionTable } from './conversion-table.ts';
import { isRankable } from './rate-of.ts';

/** Where a rate's whole interval lies, compared with the average of all; `unclear` where it covers the average. */
export type Side = 'above' | 'below' | 'unclear';

/** Which conversion is meant: as it stands today, or within its window for those that have had it. */
export type Basis = 'windowed' | 'toDate';

/** What can be said of one group at both joints. */
export interface GroupSides {
  readonly group: string;
  readonly l2o: Rate;
  readonly o2d: Rate;
  readonly l2d: Rate | null;
  readonly l2oSide: Side;
  readonly o2dSide: Side;
  /** Both intervals stay on one side of their average, and both rates rest on 30 or more. */
  readonly isSettled: boolean;
}

/** The same, with the counts and rates of the group. */
export interface GroupVerdict extends GroupSides {
  readonly source: ConversionGroup;
}

const sideOf = (rate: Rate, average: number | null): Side => {
  if (average === null || rate.low === null || rate.high === null || !isRankable(rate)) return 'unclear';
  if (rate.low > average) return 'above';
  return rate.high < average ? 'below' : 'unclear';
};

/** Groups that have both rates. Opportunities without a lead have no first rate and are not among them. */
export const groupVerdicts = (table: ConversionTable, basis: Basis): readonly GroupVerdict[] => {
  const l2oAverage = table.total.l2o?.[basis].rate ?? null;
  const o2dAverage = table.total.o2d?.[basis].rate ?? null;
  return table.groups.flatMap((source) => {
    const l2o = source.l2o?.[basis];
    const o2d = source.o2d?.[basis];
    if (source.group === unsourcedGroup || l2o === undefined || o2d === undefined) return [];
    const l2oSide = sideOf(l2o, l2oAverage);
    const o2dSide = sideOf(o2d, o2dAverage);
    return [
      {
        group: source.group,
        source,
        l2o,
        o2d,
        l2d: source.l2d?.[basis] ?? null,
        l2oSide,
        o2dSide,
        isSettled: l2oSide !== 'unclear' && o2dSide !== 'unclear',
      },
    ];
  });
};

/**
 * The trap: a group clearly above average at opportunities and clearly below it at deals. Of several, the one that
 * misses most deals. Null where none is certain.
 */
export const trapOf = <Group extends GroupSides>(
  verdicts: readonly Group[],
  o2dAverage: number | null,
): Group | null => {
  const missing = ({ o2d }: Group): number => (o2dAverage ?? 0) * o2d.n - o2d.k;
  return (
    verdicts
      .filter((verdict) => verdict.l2oSide === 'above' && verdict.o2dSide === 'below')
      .toSorted((a, b) => missing(b) - missing(a))[0] ?? null
  );
};

/** Ranks by a rate, highest first, among groups of 30 or more at both joints. */
export const ranksBy = (
  verdicts: readonly GroupSides[],
  pick: (verdict: GroupSides) => Rate,
): ReadonlyMap<string, number> => {
  const ranked = verdicts
    .filter(({ l2o, o2d }) => isRankable(l2o) && isRankable(o2d))
    .toSorted((a, b) => (pick(b).rate ?? 0) - (pick(a).rate ?? 0));
  return new Map(ranked.map((verdict, index) => [verdict.group, index + 1]));
};
