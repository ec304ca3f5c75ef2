import type { Joint } from '../metric.ts';
import type { GroupTally } from '../shrunken-groups.ts';
import type { Cube, CubeSide } from './cube.ts';
import { upTo, type Facet } from './facet.ts';

/** Converted within the window, of those that have had all of it, in one group of both fields. */
export interface CellTally {
  readonly row: string;
  readonly column: string;
  readonly k: number;
  readonly n: number;
}

const tallies = <Count extends string>(facet: Facet<Count>, k: Count, n: Count): readonly CellTally[] =>
  facet.cells.map(({ row, column, start, end }) => ({
    row,
    column,
    k: (facet.sums[k][end] ?? 0) - (facet.sums[k][start] ?? 0),
    n: (facet.sums[n][end] ?? 0) - (facet.sums[n][start] ?? 0),
  }));

/** The windowed counts of a joint in every cell of the period that has any; none without a window. */
export const windowedCells = ({ period, asOf, windows }: Cube, joint: Joint): readonly CellTally[] => {
  const windowDays = windows[`${joint}Days`];
  if (windowDays === null) return [];
  const lastDay = asOf - windowDays;
  switch (joint) {
    case 'l2o':
      return tallies(upTo(period.leads, lastDay), 'converted_windowed', 'journeys');
    case 'l2d':
      return tallies(upTo(period.leads, lastDay), 'won_windowed', 'journeys');
    case 'o2d':
      return tallies(upTo(period.opportunities, lastDay), 'won_windowed', 'opportunities');
  }
};

/** The windowed counts of a joint in every group of one field, in order of the names. */
export const windowedGroups = (cube: Cube, joint: Joint, side: CubeSide): readonly GroupTally[] => {
  const sums = new Map<string, { k: number; n: number }>();
  for (const cell of windowedCells(cube, joint)) {
    const sum = sums.get(cell[side]) ?? { k: 0, n: 0 };
    sums.set(cell[side], { k: sum.k + cell.k, n: sum.n + cell.n });
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([group, { k, n }]) => ({ group, k, n }));
};
