/** The columns of a table, in the order of the file: a header and how its cell is read from a record and its place. */
export type Columns<T> = readonly (readonly [header: string, cell: (record: T, index: number) => string])[];

/** One line of an export: every cell in double quotes, a quote inside written twice. */
export const csvLine = (cells: readonly string[]): string =>
  cells.map((cell) => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : `"${cell}"`)).join(',');

/** The header line of a table. */
export const headerLine = <T>(columns: Columns<T>): string => csvLine(columns.map(([header]) => header));

/** Lines as a file: line feeds, the last one included. */
export const fileOf = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** A whole table as a file. */
export const tableFile = <T>(columns: Columns<T>, records: readonly T[]): string =>
  fileOf([
    headerLine(columns),
    ...records.map((record, index) => csvLine(columns.map(([, cell]) => cell(record, index)))),
  ]);

/** How an export writes yes and no. */
export const flag = (value: boolean): string => (value ? '1' : '0');
