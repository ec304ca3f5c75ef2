import { isBlank } from './sort-records.ts';
import type { ReadRecord } from './read-records.ts';
import { typedColumn } from './value-type.ts';

/** Which records of an unknown table are its header and its rows: `header` is the index of the record, null where there is none. */
export interface TableLayout {
  readonly width: number;
  readonly header: number | null;
  readonly firstRow: number;
}

const judgedRows = 100;

/** The width that most filled records have; of equals, the larger. */
const usualWidth = (records: readonly ReadRecord[]): number => {
  const widths = new Map<number, number>();
  for (const { cells } of records) {
    if (cells === null || isBlank(cells)) continue;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  }
  return [...widths.entries()].toSorted((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
};

/** Whether a record names columns rather than filling them: its cells differ, and stand out from a column of numbers or dates. */
const namesColumns = (cells: readonly string[], rows: readonly (readonly string[])[]): boolean => {
  const names = cells.map((cell) => cell.trim());
  if (names.every((name) => name === '')) return false;
  if (rows.length === 0) return true;
  const isValueColumn = (column: number): boolean =>
    ['number', 'boolean', 'date', 'datetime'].includes(
      typedColumn(rows.map((row) => row[column] ?? '')).type,
    );
  const valueColumns = names.flatMap((_, column) => (isValueColumn(column) ? [column] : []));
  const isValue = (column: number): boolean =>
    ['number', 'date', 'datetime'].includes(typedColumn([names[column] ?? '']).type);
  if (valueColumns.some((column) => isValue(column) && names[column] !== '')) return false;
  return valueColumns.length > 0 || new Set(names).size === names.length;
};

/**
 * Finds header and rows of a table of no known kind. What stands before the first record of the usual width is
 * preamble; that record is the header unless it looks like one of the rows.
 */
export const tableLayout = (records: readonly ReadRecord[]): TableLayout => {
  const width = usualWidth(records);
  const first = records.findIndex(({ cells }) => cells !== null && cells.length === width && !isBlank(cells));
  const cells = records[first]?.cells;
  if (first < 0 || cells === undefined || cells === null) return { width, header: null, firstRow: 0 };
  const rows = records
    .slice(first + 1, first + 1 + judgedRows)
    .flatMap((record) =>
      record.cells !== null && record.cells.length === width && !isBlank(record.cells) ? [record.cells] : [],
    );
  return namesColumns(cells, rows)
    ? { width, header: first, firstRow: first + 1 }
    : { width, header: null, firstRow: first };
};
