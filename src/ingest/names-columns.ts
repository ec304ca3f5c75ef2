import { typedColumn } from './value-type.ts';

const longestName = 200;

const isValue = (cell: string): boolean => ['number', 'date', 'datetime'].includes(typedColumn([cell]).type);

/** Whether cells could be the names of columns: all different, none of them a number or a date, none a text. */
export const namesSomething = (cells: readonly string[]): boolean => {
  const names = cells.map((cell) => cell.trim()).filter((name) => name !== '');
  return (
    names.length > 0 &&
    new Set(names).size === names.length &&
    names.every((name) => name.length <= longestName && !isValue(name))
  );
};

/**
 * Whether a record names columns rather than filling them: its cells differ, and stand out from a column of numbers or
 * dates. With `isProven`, only where there is such a column, and every one of them is named.
 */
export const namesColumns = (
  cells: readonly string[],
  rows: readonly (readonly string[])[],
  isProven: boolean,
): boolean => {
  const names = cells.map((cell) => cell.trim());
  if (names.every((name) => name === '')) return false;
  if (rows.length === 0) return !isProven;
  const types = names.map((_, column) => typedColumn(rows.map((row) => row[column] ?? '')).type);
  const valueColumns = names.flatMap((_, column) =>
    ['number', 'boolean', 'date', 'datetime'].includes(types[column] ?? 'text') ? [column] : [],
  );
  const isRowValue = (column: number): boolean => {
    const name = names[column] ?? '';
    if (name === '') return false;
    return isValue(name) || (types[column] === 'boolean' && typedColumn([name]).type === 'boolean');
  };
  if (valueColumns.some(isRowValue)) return false;
  if (isProven)
    return valueColumns.length > 0 && valueColumns.every((column) => /\p{L}/u.test(names[column] ?? ''));
  return valueColumns.length > 0 || new Set(names).size === names.length;
};
