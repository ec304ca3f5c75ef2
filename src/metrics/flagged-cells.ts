import { minimumSample } from '../domain/definitions.ts';
import { association } from '../stats/association.ts';
import { benjaminiHochberg } from '../stats/benjamini-hochberg.ts';

/** Share of false flags that is accepted when many cells are looked at. */
export const falseDiscovery = 0.1;

/** What the test of one cell against the rest says. */
export interface CellFlag {
  /** Chance of a difference as large by luck, adjusted for all cells tested; null of a cell too small to be tested. */
  readonly adjusted: number | null;
  /** Where a flagged cell's rate lies, compared with the rest; null without a flag, and then it has no colour. */
  readonly side: 'above' | 'below' | null;
}

/** A cell with its flag. */
export type FlaggedCell<Cell> = Cell & CellFlag;

/**
 * Tests every cell of 30 or more against all others together, and flags those that stand out after correction for the
 * number tested (Benjamini-Hochberg at 10 %). Keeps the order of the cells.
 */
export const flaggedCells = <Cell extends { readonly k: number; readonly n: number }>(
  cells: readonly Cell[],
): readonly FlaggedCell<Cell>[] => {
  const all = cells.reduce((sum, { k, n }) => ({ k: sum.k + k, n: sum.n + n }), { k: 0, n: 0 });
  const rest = ({ k, n }: Cell) => ({ k: all.k - k, n: all.n - n });
  const adjusted = benjaminiHochberg(
    cells.map((cell) => (cell.n < minimumSample.test ? null : (association(cell, rest(cell))?.p ?? null))),
  );
  return cells.map((cell, index) => {
    const p = adjusted[index] ?? null;
    const others = rest(cell);
    const isFlagged = p !== null && p <= falseDiscovery;
    return {
      ...cell,
      adjusted: p,
      side: isFlagged ? (cell.k * others.n > others.k * cell.n ? 'above' : 'below') : null,
    };
  });
};
