import { soundRecord } from './read-record.ts';
import type { RecordSource } from './record-source.ts';
import { turn } from './turn.ts';

const shownLetters = 2000;
const rowsBetweenReports = 1 << 14;

/** One row of a table that has no text of its own: where it stood, counted from 1, and its cells. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A table read row by row. Its byte ranges are row numbers, half open. */
export interface Table {
  readonly name: string;
  readonly encoding: string;
  readonly bytes: number;
  /** About how many rows there are, for the progress. */
  readonly rows: number;
  readonly readRows: () => AsyncIterable<readonly TableRow[]>;
  readonly rowAt: (line: number) => Promise<readonly string[]>;
}

/** A table as a source of records; lets others take a turn between its pieces, so that it can be cancelled. */
export const tableSource = ({ name, encoding, bytes, rows, readRows, rowAt }: Table): RecordSource => ({
  name,
  encoding,
  delimiter: '',
  bom: false,
  eol: '',
  bytes,
  read: async (take, report, signal) => {
    let seen = 0;
    for await (const piece of readRows()) {
      for (const { line, cells } of piece) {
        if (seen % rowsBetweenReports === 0) {
          await turn();
          signal.throwIfAborted();
          report({
            bytes: Math.floor((bytes * Math.min(seen, rows)) / Math.max(1, rows)),
            totalBytes: bytes,
          });
        }
        seen += 1;
        take({ cells, ...soundRecord, line, from: line, to: line + 1 });
      }
    }
    report({ bytes, totalBytes: bytes });
  },
  textOf: async (from) => (await rowAt(from)).join('\t').slice(0, shownLetters),
  recordAt: async (from) => {
    const cells = await rowAt(from);
    return { cells, text: cells.join('\t') };
  },
});
