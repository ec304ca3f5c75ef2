import type { Dialect } from './dialect.ts';
import { recordCutter, type CutRecord, type QuoteTrouble, type RecordRange } from './record-scanner.ts';
import { splitRecords } from './split-records.ts';
import { ImportError } from './ledger.ts';
import { textReader } from './text-reader.ts';

/** One record: its cells, or null with the trouble that keeps it from being split. */
export interface ReadRecord {
  readonly cells: readonly string[] | null;
  readonly trouble: QuoteTrouble;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** What is told while a file is read. */
export interface ReadProgress {
  readonly bytes: number;
  readonly totalBytes: number;
}

const chunkBytes = 1 << 22;
/** Records split at once: few enough that their cells are gone before the collector copies them. */
const groupRecords = 1 << 10;
const longestRecord = 1 << 24;

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  if (left.length === 0) return right;
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
};

const scan = (
  bytes: Uint8Array,
  start: number,
  cut: CutRecord,
  isLast: boolean,
  limit: number,
): readonly RecordRange[] => {
  const ranges: RecordRange[] = [];
  let at = start;
  while (at < bytes.length && ranges.length < limit) {
    const range = cut(bytes, at, isLast);
    if (range === null) break;
    ranges.push(range);
    at = range.next;
  }
  return ranges;
};

type Decode = ReturnType<typeof textReader>;

const lineEndOf = (bytes: Uint8Array, range: RecordRange): '\n' | '\r\n' | '\r' => {
  if (range.next - range.end === 2) return '\r\n';
  return bytes[range.end] === 0x0d ? '\r' : '\n';
};

/**
 * Reads a file record by record, in pieces of a few megabytes. Each group of records is cut by its bytes and split into
 * rows by the parser; where the two counts differ the file is refused. Marks inside quoted cells keep a record from being
 * split: it comes with its trouble instead of cells.
 */
export const readRecords = async (
  name: string,
  file: Blob,
  encoding: string,
  dialect: Dialect,
  take: (record: ReadRecord) => void,
  report: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<void> => {
  const decode = textReader(encoding);
  const cut = recordCutter(dialect);
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let line = 1;
  for (let from = 0; from < file.size; from += chunkBytes) {
    signal.throwIfAborted();
    const isLast = from + chunkBytes >= file.size;
    const bytes = joined(rest, new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer()));
    let at = 0;
    for (;;) {
      let ranges = scan(bytes, at, cut, isLast, groupRecords);
      if (ranges.length === 0 && at === 0 && bytes.length > longestRecord)
        ranges = scan(bytes, 0, cut, true, 1);
      if (ranges.length === 0) break;
      const rows = split(decode, bytes, ranges, dialect);
      if (rows.length !== ranges.length) {
        throw new ImportError(
          name,
          `The file was counted twice and the counts differ (${ranges.length} and ${rows.length} records from line ${line}). Nothing of it was loaded. Save it again as CSV and drop it once more.`,
        );
      }
      for (const [index, range] of ranges.entries()) {
        take({
          cells: rows[index] ?? null,
          trouble: range.trouble,
          line,
          from: offset + range.start,
          to: offset + range.end,
        });
        line += range.lines;
      }
      at = ranges.at(-1)?.next ?? at;
    }
    rest = bytes.slice(at);
    offset += at;
    report({ bytes: Math.min(file.size, from + chunkBytes), totalBytes: file.size });
  }
};

const split = (
  decode: Decode,
  bytes: Uint8Array,
  ranges: readonly RecordRange[],
  dialect: Dialect,
): readonly (readonly string[] | null)[] => {
  const [first] = ranges;
  const lineEnd = first === undefined ? '\n' : lineEndOf(bytes, first);
  const regular = ranges.every(
    (range) => range.trouble === 'none' && (range.next === range.end || lineEndOf(bytes, range) === lineEnd),
  );
  return regular
    ? splitTogether(decode, bytes, ranges, dialect)
    : ranges.map((range) => splitOne(decode, bytes, range, dialect));
};

const splitTogether = (
  decode: Decode,
  bytes: Uint8Array,
  ranges: readonly RecordRange[],
  dialect: Dialect,
): readonly (readonly string[])[] => {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.start === last.end) return [['']];
  return splitRecords(decode(bytes.subarray(first.start, last.end)), dialect, lineEndOf(bytes, first));
};

const splitOne = (
  decode: Decode,
  bytes: Uint8Array,
  range: RecordRange,
  dialect: Dialect,
): readonly string[] | null => {
  if (range.trouble !== 'none') return null;
  if (range.end === range.start) return [''];
  const rows = splitRecords(decode(bytes.subarray(range.start, range.end)), dialect, lineEndOf(bytes, range));
  return rows[0] ?? [''];
};
