import { soundRecord, type ReadRecord } from './read-record.ts';

/**
 * Consecutive records of one width as byte ranges, found regular beyond doubt: no text of them exists yet. Cell `c` of
 * record `r` is number `r * width + c`. Reused by its maker: what is needed later must be copied.
 */
export interface RecordRun {
  readonly bytes: Uint8Array;
  readonly records: number;
  readonly width: number;
  /** Where each cell's content begins and ends, quotation marks around it left out. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 for a cell whose bytes are not its text in UTF-8: in a code page, or with marks written twice. */
  readonly isCoded: Uint8Array;
  /** Where each record begins, where it ends before its line end, and how many line ends of the run stand before it. */
  readonly recordStarts: Int32Array;
  readonly recordEnds: Int32Array;
  readonly linesBefore: Int32Array;
  /** The first byte behind the run, and the line ends in it. */
  readonly next: number;
  readonly lines: number;
  readonly textOf: (cell: number) => string;
}

/**
 * Takes the records of a run from `first` on while they are plain rows, and gives back the first that may not be; its
 * place in the file is counted from `offset` and `line`.
 */
export type TakeRun = (run: RecordRun, first: number, offset: number, line: number) => number;

/** One record of a run as the careful way gives it. */
export const recordOf = (run: RecordRun, record: number, offset: number, line: number): ReadRecord => ({
  cells: Array.from({ length: run.width }, (_, column) => run.textOf(record * run.width + column)),
  ...soundRecord,
  line: line + (run.linesBefore[record] ?? 0),
  from: offset + (run.recordStarts[record] ?? 0),
  to: offset + (run.recordEnds[record] ?? 0),
});
