import type { ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';

/** The converted columns of a file by rule and canonical name. */
export type Content = ReadonlyMap<string, ColumnData>;

/** The value of a cell in a form that can be compared across files; absent values are null. */
export const cellOf = (column: ColumnData, row: number): string | number | null => {
  switch (column.kind) {
    case 'text':
    case 'category':
      return textAt(column, row);
    case 'instant':
      return Number.isNaN(column.seconds[row]) ? null : (column.seconds[row] ?? null);
    case 'day':
      return column.days[row] ?? null;
    case 'number':
      return Number.isNaN(column.numbers[row]) ? null : (column.numbers[row] ?? null);
    case 'flag':
      return column.flags[row] ?? null;
  }
};

/**
 * Whether two rows of files of one kind say the same in every column that both files have. A column that one file lacks
 * says nothing against the other.
 */
export const sameContent = (a: Content, rowA: number, b: Content, rowB: number): boolean => {
  for (const [name, column] of a) {
    const other = b.get(name);
    if (other !== undefined && cellOf(column, rowA) !== cellOf(other, rowB)) return false;
  }
  return true;
};
