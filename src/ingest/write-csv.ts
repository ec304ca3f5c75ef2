/** What makes a spreadsheet take a cell for a formula, in half and full width; and what was made safe before. */
const trigger = /^'*[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const madeSafe = /^'+[=+\-@\t\r\n\0\uff1d\uff0b\uff0d\uff20]/;
const plainNumber = /^-?\d+(?:[.,]\d+)?$/;

/** A cell that no spreadsheet will run: an apostrophe stands before what would be a formula. Plain numbers stay as they are. */
export const safeCell = (cell: string): string =>
  trigger.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;

/** A cell of our own files as it was before it was made safe. */
export const unsafeCell = (cell: string): string => (madeSafe.test(cell) ? cell.slice(1) : cell);

/** One row that is safe to open in a spreadsheet: commas, every cell quoted, CR LF at its end. */
const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`;

/** After so many rows written in one go, whoever waits should have a turn. */
export const rowsBetweenTurns = 1 << 12;

const pieceLetters = 1 << 20;

/** A CSV file written row by row, safe to open in a spreadsheet, with a byte-order mark first; of any length. */
export class CsvWriter {
  readonly #pieces: Blob[] = [];
  #text = '\ufeff';
  rows = 0;

  append(cells: readonly string[]): void {
    this.#text += csvLine(cells);
    this.rows += 1;
    if (this.#text.length < pieceLetters) return;
    this.#pieces.push(new Blob([this.#text]));
    this.#text = '';
  }

  finish(): Blob {
    return new Blob([...this.#pieces, this.#text], { type: 'text/csv' });
  }
}
