import type { ColumnSketch } from './ledger.ts';

/** Rows at the start of a file that its sketch is taken from. */
export const sketchedRows = 100;
const examplesShown = 3;
const longestExample = 80;

/** The columns of a file with a few different values of each, from its first rows. */
export const sketchColumns = (
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): readonly ColumnSketch[] =>
  headers.map((header, column) => {
    const values = rows.flatMap((row) => {
      const cell = (row[column] ?? '').trim();
      return cell === '' ? [] : [cell.slice(0, longestExample)];
    });
    return { header: header.trim(), examples: [...new Set(values)].slice(0, examplesShown) };
  });
