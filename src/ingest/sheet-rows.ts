import type { TableRow } from './table-source.ts';

/** Rows by cells, with gaps where a sheet has none. */
export type SheetData<Cell> = readonly (readonly (Cell | undefined)[] | undefined)[];

/** Gives the text of a cell. */
export type CellReader<Cell> = (cell: Cell | undefined) => string;

/** The used part of a sheet. Rows and columns count from 0. */
export interface SheetShape {
  readonly rows: number;
  readonly width: number;
  /** The first row that is as full as a row of the table: those before it keep their own width. */
  readonly tableStart: number;
}

/** The grid that spreadsheet programs have. */
export const mostRows = 1 << 20;
/** Its width. */
export const mostColumns = 1 << 14;

/** Whether all cells lie on the grid that spreadsheet programs have. */
export const fitsGrid = (data: SheetData<unknown>): boolean => {
  let isWithin = data.length <= mostRows;
  data.forEach((row) => {
    isWithin &&= (row?.length ?? 0) <= mostColumns;
  });
  return isWithin;
};

const judgedRows = 21;
const blank: readonly string[] = [''];

const filledWidth = <Cell>(row: SheetData<Cell>[number], read: CellReader<Cell>): number => {
  let width = row?.length ?? 0;
  while (width > 0 && read(row?.[width - 1]) === '') width -= 1;
  return width;
};

const filledCells = <Cell>(row: SheetData<Cell>[number], read: CellReader<Cell>): number =>
  (row ?? []).reduce<number>((count, cell) => count + (read(cell) === '' ? 0 : 1), 0);

/** Measures a sheet: what lies beyond the last filled row and column is no part of it. */
export const sheetShape = <Cell>(data: SheetData<Cell>, read: CellReader<Cell>): SheetShape => {
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
export const sheetRow = <Cell>(
  data: SheetData<Cell>,
  index: number,
  { width, tableStart }: SheetShape,
  read: CellReader<Cell>,
): readonly string[] => {
  const row = data[index];
  const filled = filledWidth(row, read);
  if (row === undefined || filled === 0) return blank;
  return Array.from({ length: index < tableStart ? filled : width }, (_, column) => read(row[column]));
};

/** All rows of a sheet in order, blank ones among them. */
export async function* sheetRows<Cell>(
  data: SheetData<Cell>,
  shape: SheetShape,
  read: CellReader<Cell>,
): AsyncGenerator<readonly TableRow[]> {
  const piece = 1 << 10;
  for (let from = 0; from < shape.rows; from += piece) {
    yield Array.from({ length: Math.min(piece, shape.rows - from) }, (_, step) => ({
      line: from + step + 1,
      cells: sheetRow(data, from + step, shape, read),
    }));
  }
}
