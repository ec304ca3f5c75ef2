import { blankGroup, unsourcedGroup } from '../domain/dimension.ts';
import { boundsUnder, mayJoin, type Bounds } from './bounds.ts';
import type { Basis } from './channel-verdict.ts';
import type { ConversionTable } from './conversion-table.ts';
import type { Joint } from './metric.ts';

/** The lowest and highest that the rate of one group could be. */
export interface GroupBounds {
  readonly group: string;
  /** Null where fewer than five are counted and no rate is shown. */
  readonly bounds: Bounds | null;
}

/** What records without the field could do to each group. */
export interface BlankBounds {
  /** Records without the field, and those of them that got through the joint. */
  readonly blank: { readonly k: number; readonly n: number };
  readonly groups: readonly GroupBounds[];
}

/**
 * How far the rates of a table may be off because some records lack the field it is cut by: each group could hold all of
 * them that got through, or all of them that did not. Each group is looked at by itself; they cannot all be at their
 * highest together. Null where the joint cannot be measured. Opportunities that no lead led to lack the lead, not the
 * field, and stay where they are.
 */
export const blankBounds = (table: ConversionTable, joint: Joint, basis: Basis): BlankBounds | null => {
  if (table.total[joint] === null) return null;
  const found = table.groups.find(({ group }) => group === blankGroup)?.[joint]?.[basis];
  const blank = { k: found?.k ?? 0, n: found?.n ?? 0 };
  const doubt = blank.n === 0 ? null : mayJoin(blank.k, blank.n - blank.k);
  return {
    blank,
    groups: table.groups.flatMap((source) => {
      const rate = source[joint]?.[basis];
      if (rate === undefined || source.group === blankGroup || source.group === unsourcedGroup) return [];
      return [{ group: source.group, bounds: boundsUnder(rate, doubt) }];
    }),
  };
};
