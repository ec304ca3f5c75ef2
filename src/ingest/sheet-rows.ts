import type { CellObject } from '@e965/xlsx';
import type { CellReader } from './sheet-cells.ts';
import type { TableRow } from './table-source.ts';

/** Rows by cells, with gaps where a sheet has none. */
export type SheetData = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** The used part of a sheet. Rows and columns count from 0. */
export interface SheetShape {
  readonly rows: number;
  readonly width: number;
  /** The first row that is as full as a row of the table: those before it keep their own width. */
  readonly tableStart: number;
}

const mostRows = 1 << 20;
const mostColumns = 1 << 14;

/** Whether all cells lie on the grid that spreadsheet programs have. */
export const fitsGrid = (data: SheetData): boolean => {
  let isWithin = data.length <= mostRows;
  data.forEach((row) => {
    isWithin &&= (row?.length ?? 0) <= mostColumns;
  });
  return isWithin;
};

const judgedRows = 21;
const blank: readonly string[] = [''];

const filledWidth = (row: readonly (CellObject | undefined)[] | undefined, read: CellReader): number => {
  let width = row?.length ?? 0;
  while (width > 0 && read(row?.[width - 1]) === '') width -= 1;
  return width;
};

const filledCells = (row: readonly (CellObject | undefined)[] | undefined, read: CellReader): number =>
  (row ?? []).reduce((count, cell) => count + (read(cell) === '' ? 0 : 1), 0);

/** Measures a sheet: what lies beyond the last filled row and column is no part of it. */
export const sheetShape = (data: SheetData, read: CellReader): SheetShape => {
  let rows = 0;
  let width = 0;
  for (const [index, row] of data.entries()) {
    const filled = row === undefined ? 0 : filledWidth(row, read);
    if (filled > 0) rows = index + 1;
    width = Math.max(width, filled);
  }
  const filled = data.slice(0, judgedRows).map((row) => filledCells(row, read));
  const fullest = Math.max(0, ...filled);
  return {
    rows,
    width,
    tableStart: Math.max(
      0,
      filled.findIndex((count) => count * 2 > fullest),
    ),
  };
};

/** The text of a sheet's row; from the table's first row on as wide as the sheet. A blank row is one empty cell. */
export const sheetRow = (
  data: SheetData,
  index: number,
  { width, tableStart }: SheetShape,
  read: CellReader,
): readonly string[] => {
  const row = data[index];
  const filled = filledWidth(row, read);
  if (row === undefined || filled === 0) return blank;
  return Array.from({ length: index < tableStart ? filled : width }, (_, column) => read(row[column]));
};

/** All rows of a sheet in order, blank ones among them. */
export async function* sheetRows(
  data: SheetData,
  shape: SheetShape,
  read: CellReader,
): AsyncGenerator<readonly TableRow[]> {
  const piece = 1 << 10;
  for (let from = 0; from < shape.rows; from += piece) {
    yield Array.from({ length: Math.min(piece, shape.rows - from) }, (_, step) => ({
      line: from + step + 1,
      cells: sheetRow(data, from + step, shape, read),
    }));
  }
}
