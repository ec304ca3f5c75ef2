import type { RecordTrouble } from './record-flaws.ts';

/** One record: its cells, or null with the trouble that keeps it from being split. */
export interface ReadRecord {
  readonly cells: readonly string[] | null;
  readonly trouble: RecordTrouble;
  /** The cells of a record in trouble, cut at every delimiter: fit to be looked at, not to be loaded. */
  readonly loose: readonly string[] | null;
  /** Whether a NUL byte stands in it. */
  readonly hasNul: boolean;
  /** Whether the file ends within it or right behind it, without a line end. */
  readonly isOpen: boolean;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What is told while a file is read. */
export interface ReadProgress {
  readonly bytes: number;
  readonly totalBytes: number;
}

/** What holds for every record that comes from no text. */
export const soundRecord = { trouble: 'none', loose: null, hasNul: false, isOpen: false } as const;
