import { findingLinesShown, type CellFinding } from './ledger.ts';
import type { RowPlaces } from './row-places.ts';

/** A cell that a NUL byte was left out of: the row of the table and the column, counted from 0. */
export interface NulCell {
  readonly row: number;
  readonly column: number;
}

/** Cells without the NUL bytes that some exports hold in text fields, which belong to no value. */
export const withoutNul = (cells: readonly string[]): readonly string[] =>
  cells.map((cell) => cell.replaceAll('\u0000', ''));

/** The columns of a row whose cells hold a NUL byte. */
export const columnsWithNul = (cells: readonly string[]): readonly number[] =>
  cells.flatMap((cell, column) => (cell.includes('\u0000') ? [column] : []));

/** The cells of kept rows that NUL bytes were left out of, by column. */
export const nulFindings = (
  {
    nulCells,
    headers,
    places,
  }: {
    readonly nulCells: readonly NulCell[];
    readonly headers: readonly string[];
    readonly places: RowPlaces;
  },
  keep: Uint8Array,
): readonly CellFinding[] => {
  const rows = new Map<number, number[]>();
  for (const { row, column } of nulCells)
    if (keep[row] === 1) {
      const held = rows.get(column) ?? [];
      rows.set(column, held);
      held.push(row);
    }
  return [...rows].map(([column, held]) => ({
    reason: 'NUL_BYTE',
    column: headers[column]?.trim() ?? '',
    count: held.length,
    example: '',
    lines: held.slice(0, findingLinesShown).map((row) => places.at(row).line),
  }));
};
