import type { ColumnData } from './column-data.ts';
import { textAt } from './column-rows.ts';

/** The value of a cell in a form that can be compared across files; absent values are null. */
const cell = (column: ColumnData, row: number): string | number | null => {
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

/** Whether two rows say the same in every column that is used. Both lists come from files of one kind. */
export const sameContent = (
  a: readonly ColumnData[],
  rowA: number,
  b: readonly ColumnData[],
  rowB: number,
): boolean =>
  a.length === b.length &&
  a.every((column, index) => {
    const other = b[index];
    return other !== undefined && cell(column, rowA) === cell(other, rowB);
  });
