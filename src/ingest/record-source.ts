import type { ReadProgress, ReadRecord } from './read-record.ts';
import type { TakeRun } from './record-run.ts';

/** A record read once more: its cells as far as it can be split, and all of it as it is written. */
export interface WrittenRecord {
  readonly cells: readonly string[];
  readonly text: string;
}

/** One table of records inside a file: the text of a CSV file, a sheet of a workbook, the objects of a JSON file. */
export interface RecordSource {
  /** The file's name, and the sheet's behind it where a file holds several. */
  readonly name: string;
  /** Encoding of a text file, or the kind of container, such as `xlsx`. */
  readonly encoding: string;
  /** What separates cells in a text file; empty elsewhere. */
  readonly delimiter: string;
  /** Whether a byte-order mark stands first. */
  readonly bom: boolean;
  /** How records of a text file end; empty elsewhere. */
  readonly eol: 'lf' | 'crlf' | 'cr' | 'mixed' | '';
  readonly bytes: number;
  /**
   * Hands over every record in order, the header among them. May be called once. With `takeRun` a source may offer runs
   * of regular records as bytes; what that leaves comes one by one.
   */
  readonly read: (
    take: (record: ReadRecord) => void,
    report: (progress: ReadProgress) => void,
    signal: AbortSignal,
    takeRun?: TakeRun,
  ) => Promise<void>;
  /** A record as it is written in the file, at most the first 2,000 bytes of it. */
  readonly textOf: (from: number, to: number) => Promise<string>;
  /** A record once more, whole, after all were read. Records asked for in the order of the file are read together. */
  readonly recordAt: (from: number, to: number) => Promise<WrittenRecord>;
  /** After all were read: cells of the file these records came from that show how its dates and numbers are written, by header. */
  readonly decisiveCells?: () => ReadonlyMap<string, string>;
}
