/** Why a record was set aside, or a cell of a loaded record left empty. */
export type ReasonCode =
  | 'FIELD_COUNT_LOW'
  | 'FIELD_COUNT_HIGH'
  | 'QUOTE_UNCLOSED'
  | 'QUOTE_STRAY'
  | 'ENCODING_INVALID'
  | 'NUL_BYTE'
  | 'FILE_TRUNCATED'
  | 'LIMIT_EXCEEDED'
  | 'DATE_UNREADABLE'
  | 'DATE_IMPOSSIBLE'
  | 'DATE_AMBIGUOUS'
  | 'NUMBER_UNREADABLE'
  | 'NUMBER_AMBIGUOUS'
  | 'ID_MISSING'
  | 'ID_CONFLICT'
  | 'STAGE_UNKNOWN'
  | 'VALUE_UNKNOWN'
  | 'FILE_CHANGED_WHILE_READING'
  | 'NOT_USED'
  | 'FORMAT_UNKNOWN';

/** Each code in the reader's words. */
export const reasonWords: Readonly<Record<ReasonCode, string>> = {
  FIELD_COUNT_LOW: 'Too few fields',
  FIELD_COUNT_HIGH: 'Too many fields',
  QUOTE_UNCLOSED: 'A quotation mark is not closed',
  QUOTE_STRAY: 'A quotation mark stands inside a quoted cell',
  ENCODING_INVALID: 'Bytes that are no text in the encoding of the file',
  NUL_BYTE: 'A NUL byte, which belongs to no value',
  FILE_TRUNCATED: 'The file was cut off within this record',
  LIMIT_EXCEEDED: 'The record is longer than 64 MiB',
  DATE_UNREADABLE: 'The date cannot be read',
  DATE_IMPOSSIBLE: 'The date does not exist',
  DATE_AMBIGUOUS: 'Day and month cannot be told apart',
  NUMBER_UNREADABLE: 'The number cannot be read',
  NUMBER_AMBIGUOUS: 'Thousands and decimals cannot be told apart',
  ID_MISSING: 'The record has no id',
  ID_CONFLICT: 'The same id with other content',
  STAGE_UNKNOWN: 'A status that no stage is known for',
  VALUE_UNKNOWN: 'A value that no meaning is known for',
  FILE_CHANGED_WHILE_READING: 'A file changed or disappeared while it was read',
  NOT_USED: 'A kind of file that no figure uses',
  FORMAT_UNKNOWN: 'A kind of file that is not known',
};

/** What was done with the cells of a finding, as the words before its reason. */
export const findingDeed = (reason: ReasonCode): string =>
  reason === 'NUL_BYTE' ? 'were read without a part' : 'were left empty';

/** The words of a code that is only known as text. */
export const wordsOf = (code: string): string =>
  Object.entries(reasonWords).find(([known]) => known === code)?.[1] ?? code;

/** One record that was not loaded. Lines and records count from 1; bytes are a half-open range of the decoded file. */
export interface SetAside {
  readonly reason: ReasonCode;
  readonly record: number;
  readonly line: number;
  readonly bytes: readonly [from: number, to: number];
  readonly column: string | null;
  readonly text: string;
}

/** Cells left empty in loaded records, by column and reason, with one example and the lines of the first, at most `findingLinesShown`. */
export interface CellFinding {
  readonly reason: ReasonCode;
  readonly column: string;
  readonly count: number;
  readonly example: string;
  readonly lines: readonly number[];
}

/** How a column was read, with the evidence over all rows. */
export interface ColumnReading {
  readonly source: string;
  readonly canonical: readonly string[];
  readonly readAs: string;
  readonly evidence: string;
  readonly example: string;
}

/** What was decided of a column over all files of its kind, where there was something to decide. */
export interface ColumnDecision {
  /** The column as the format calls it: a person's choice is filed under this name. */
  readonly column: string;
  readonly written: string;
  readonly asks: 'dates' | 'decimals';
  readonly reading: 'day-first' | 'month-first' | 'point' | 'comma' | 'undecided';
  readonly evidence: string;
}

/** A column as it stands in the file: its header and the first different values that are filled. */
export interface ColumnSketch {
  readonly header: string;
  readonly examples: readonly string[];
}

/** What became of one file. `records = loaded + setAside + duplicates + notData`, always. */
export interface FileLedger {
  readonly name: string;
  readonly format: string;
  readonly table: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly bytes: number;
  readonly records: number;
  readonly loaded: number;
  readonly setAside: number;
  readonly duplicates: number;
  readonly notData: number;
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly readings: readonly ColumnReading[];
  readonly findings: readonly CellFinding[];
  /** Why nothing was made of a known kind of file, and what to export instead. */
  readonly note?: string;
  /** The first records set aside, at most `setAsideShown`. */
  readonly examples: readonly SetAside[];
  readonly decided: readonly ColumnDecision[];
  /** All columns of the file, used or not. */
  readonly sketch: readonly ColumnSketch[];
}

export const setAsideShown = 1000;
export const findingLinesShown = 1000;

/** The ledger of a file that holds no table: no records, and a note that says what it is. */
export const unusableFile = (name: string, bytes: number, note: string): FileLedger => ({
  name,
  format: 'unknown',
  table: '',
  encoding: '',
  delimiter: '',
  bytes,
  records: 0,
  loaded: 0,
  setAside: 0,
  duplicates: 0,
  notData: 0,
  reasons: {},
  columns: {},
  readings: [],
  findings: [],
  note,
  examples: [],
  decided: [],
  sketch: [],
});

/** Whether the four counts add up to the records read. A file for which they do not is refused, never shown. */
export const isBalanced = (file: FileLedger): boolean =>
  file.records === file.loaded + file.setAside + file.duplicates + file.notData;

/** The same file cannot be used: what happened, and what to do; with a reason where there is a code for it. */
export class ImportError extends Error {
  readonly file: string;
  readonly reason: ReasonCode | null;
  constructor(file: string, message: string, reason: ReasonCode | null = null) {
    super(message);
    this.name = 'ImportError';
    this.file = file;
    this.reason = reason;
  }
}
