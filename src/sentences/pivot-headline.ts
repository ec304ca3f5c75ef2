import type { Pivot, PivotCell, PivotNumber } from '../metrics/cube/pivot.ts';
import type { PivotJoint } from '../metrics/cube/pivot-tallies.ts';
import { count, percent, several } from './format.ts';

const nameOf = ({ row, column }: PivotCell): string => `${row}, ${column}`;

const shareOf = (number: PivotNumber | null): string => percent(number?.rate.rate ?? 0);

const outcome: Readonly<Record<PivotJoint, string>> = {
  l2o: 'become opportunities',
  o2d: 'become deals',
};

/** The flagged cells of a joint, the surest first. */
const flagged = (cells: readonly PivotCell[], joint: PivotJoint): readonly PivotCell[] =>
  cells
    .filter((cell) => (cell[joint]?.side ?? null) !== null)
    .toSorted((a, b) => (a[joint]?.adjusted ?? 1) - (b[joint]?.adjusted ?? 1));

/** Cells that make clearly more opportunities than the rest, which clearly less often become deals. */
export const pivotTraps = ({ cells }: Pivot): readonly PivotCell[] =>
  flagged(cells, 'o2d').filter(({ l2o, o2d }) => l2o?.side === 'above' && o2d?.side === 'below');

/** The answer of the pivot: the trap, else the cell that stands out most surely, else that none does. */
export const pivotHeadline = (pivot: Pivot): string => {
  const { cells, tested } = pivot;
  if (cells.length === 0) return 'There is nothing to compare in this period';
  if (tested === 0) return 'No cell has the 30 records that a comparison takes';
  const [trap] = pivotTraps(pivot);
  if (trap !== undefined)
    return `${nameOf(trap)} makes opportunities that win little: ${shareOf(trap.l2o)} ${outcome.l2o}, ${shareOf(trap.o2d)} of those deals`;
  for (const joint of ['o2d', 'l2o'] as const) {
    const [first] = flagged(cells, joint);
    if (first !== undefined) {
      const side = first[joint]?.side === 'above' ? 'more' : 'less';
      const others = flagged(cells, joint).length - 1;
      const more =
        others === 0 ? '' : `, and ${several(others, ['other cell', 'other cells'])} stand out too`;
      return `In ${nameOf(first)} clearly ${side} ${joint === 'o2d' ? 'opportunities' : 'leads'} ${outcome[joint]} than in the rest (${shareOf(first[joint])})${others === 1 ? more.replace('stand', 'stands') : more}`;
    }
  }
  return tested === 1
    ? 'The one cell that is large enough to be compared does not stand out'
    : `None of the ${count(tested)} cells that are large enough stands out from the rest`;
};
