/** Why a record was set aside, or a cell of a loaded record left empty. */
export type ReasonCode =
  | 'FIELD_COUNT_LOW'
  | 'FIELD_COUNT_HIGH'
  | 'QUOTE_UNCLOSED'
  | 'QUOTE_STRAY'
  | 'ENCODING_INVALID'
  | 'DATE_UNREADABLE'
  | 'DATE_IMPOSSIBLE'
  | 'DATE_AMBIGUOUS'
  | 'NUMBER_UNREADABLE'
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
  DATE_UNREADABLE: 'The date cannot be read',
  DATE_IMPOSSIBLE: 'The date does not exist',
  DATE_AMBIGUOUS: 'Day and month cannot be told apart',
  NUMBER_UNREADABLE: 'The number cannot be read',
  ID_MISSING: 'The record has no id',
  ID_CONFLICT: 'The same id with other content',
  STAGE_UNKNOWN: 'A status that no stage is known for',
  VALUE_UNKNOWN: 'A value that no meaning is known for',
  FILE_CHANGED_WHILE_READING: 'A file changed or disappeared while it was read',
  NOT_USED: 'A kind of file that no figure uses',
  FORMAT_UNKNOWN: 'A kind of file that is not known',
};

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
  /** The first records set aside, at most `setAsideShown`. */
  readonly examples: readonly SetAside[];
}

export const setAsideShown = 1000;
export const findingLinesShown = 1000;

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
