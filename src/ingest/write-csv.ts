import Papa from 'papaparse';

/** What makes a spreadsheet take a cell for a formula, in half and full width; and what was made safe before. */
const trigger = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const madeSafe = /^'+[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet will run: an apostrophe stands before what would be a formula. Plain numbers stay as they are. */
export const safeCell = (cell: string): string =>
  trigger.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** A cell of our own files as it was before it was made safe. */
export const unsafeCell = (cell: string): string => (madeSafe.test(cell) ? cell.slice(1) : cell);

/** Rows as a CSV text that is safe to open in a spreadsheet: commas, CR LF, every cell quoted, a byte-order mark first. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${Papa.unparse(
    rows.map((row) => row.map(safeCell)),
    { quotes: true, newline: '\r\n' },
  )}\r\n`;
