import type { Dialect } from './dialect.ts';
import { looseCells } from './loose-cells.ts';
import { brokenLetters, holdsNul, type CheckedRange, type RecordTrouble } from './record-flaws.ts';
import { recordCutter, type CutRecord } from './record-scanner.ts';
import { splitRecords } from './split-records.ts';
import { ImportError } from './ledger.ts';
import { textReader } from './text-reader.ts';

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

const chunkBytes = 1 << 22;
/** Records split at once: few enough that their cells are gone before the collector copies them. */
const groupRecords = 1 << 10;
/** Beyond this a record is set aside without being held. */
const longestRecord = 1 << 26;

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
): readonly CheckedRange[] => {
  const ranges: CheckedRange[] = [];
  let at = start;
  while (at < bytes.length && ranges.length < limit) {
    const range = cut(bytes, at, isLast);
    if (range === null) break;
    ranges.push(range.end - range.start > longestRecord ? { ...range, trouble: 'LIMIT_EXCEEDED' } : range);
    at = range.next;
  }
  return ranges;
};

type Decode = ReturnType<typeof textReader>;

/** A text file to read: where its bytes are, how they are decoded and what separates its cells. */
export interface TextTable {
  readonly name: string;
  readonly file: Blob;
  readonly encoding: string;
  readonly dialect: Dialect;
  /** How many cells most of its records have; 0 where that is not known. */
  readonly width: number;
  /** Whether some bytes of the file are no text in its encoding. */
  readonly isBroken: boolean;
}

const unread = { cells: null, trouble: 'LIMIT_EXCEEDED', loose: null, hasNul: false } as const;

const lineEndOf = (bytes: Uint8Array, range: CheckedRange): '\n' | '\r\n' | '\r' => {
  if (range.next - range.end === 2) return '\r\n';
  return bytes[range.end] === 0x0d ? '\r' : '\n';
};

/**
 * Reads a file record by record, in pieces of a few megabytes. Each group of records is cut by its bytes and split into
 * rows by the parser; where the two counts differ the file is refused. Marks inside quoted cells keep a record from being
 * split: it comes with its trouble instead of cells. So do records
 * with bytes that are no text, and those longer than 64 MiB.
 */
export const readRecords = async (
  { name, file, encoding, dialect, width, isBroken }: TextTable,
  take: (record: ReadRecord) => void,
  report: (progress: ReadProgress) => void,
  signal: AbortSignal,
): Promise<void> => {
  const decode = textReader(encoding);
  const cut = recordCutter(dialect, width);
  const check = isBroken ? brokenLetters(encoding) : null;
  let rest: Uint8Array = new Uint8Array(0);
  let offset = 0;
  let line = 1;
  let overlong: number | null = null;
  for (let from = 0; from < file.size;) {
    signal.throwIfAborted();
    const to = Math.min(file.size, from + Math.max(chunkBytes, rest.length));
    const isLast = to === file.size;
    const bytes = joined(rest, new Uint8Array(await file.slice(from, to).arrayBuffer()));
    from = to;
    let at = 0;
    if (overlong !== null) {
      const end = bytes.indexOf(dialect.lineEnd === 'cr' ? 0x0d : 0x0a);
      at = end < 0 ? bytes.length : end + 1;
      if (end >= 0 || isLast) {
        const isOpen = end < 0;
        take({ ...unread, line, from: overlong, to: offset + (isOpen ? at : end), isOpen });
        line += 1;
        overlong = null;
      }
    }
    for (;;) {
      let ranges = scan(bytes, at, cut, isLast, groupRecords);
      if (ranges.length === 0 && at === 0 && bytes.length > longestRecord) {
        ranges = scan(bytes, 0, cut, true, 1);
        if (ranges[0]?.next === bytes.length) {
          overlong = offset;
          at = bytes.length;
          break;
        }
      }
      if (ranges.length === 0) break;
      if (check !== null) ranges = check(bytes, ranges);
      const rows = split(decode, bytes, ranges, dialect);
      if (rows.length !== ranges.length) {
        throw new ImportError(
          name,
          `The file was counted twice and the counts differ (${ranges.length} and ${rows.length} records from line ${line}). Nothing of it was loaded. Save it again as CSV and drop it once more.`,
        );
      }
      const hasNul = holdsNul(bytes, ranges[0]?.start ?? 0, ranges.at(-1)?.end ?? 0);
      for (const [index, range] of ranges.entries()) {
        const cells = rows[index] ?? null;
        take({
          cells,
          trouble: cells === null && range.trouble === 'none' ? 'QUOTE_STRAY' : range.trouble,
          loose: cells === null ? looseCells(decode, bytes, range, dialect) : null,
          hasNul: hasNul && holdsNul(bytes, range.start, range.end),
          isOpen: range.next === range.end,
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
    report({ bytes: to, totalBytes: file.size });
  }
};

const split = (
  decode: Decode,
  bytes: Uint8Array,
  ranges: readonly CheckedRange[],
  dialect: Dialect,
): readonly (readonly string[] | null)[] => {
  const [first] = ranges;
  const lineEnd = first === undefined ? '\n' : lineEndOf(bytes, first);
  let next = first?.start ?? 0;
  let isRegular = lineEnd !== '\r' || dialect.lineEnd !== 'lf';
  for (const range of ranges) {
    isRegular &&=
      range.trouble === 'none' &&
      range.start === next &&
      (range.next === range.end || lineEndOf(bytes, range) === lineEnd);
    next = range.next;
  }
  return isRegular
    ? splitTogether(decode, bytes, ranges, dialect)
    : ranges.map((range) => splitOne(decode, bytes, range, dialect));
};

const splitTogether = (
  decode: Decode,
  bytes: Uint8Array,
  ranges: readonly CheckedRange[],
  dialect: Dialect,
): readonly (readonly string[])[] => {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  if (first.start === last.end) return [['']];
  return splitRecords(decode(bytes.subarray(first.start, last.end)), dialect, lineEndOf(bytes, first));
};

/** Null where the parser makes anything but one row of it. */
const splitOne = (
  decode: Decode,
  bytes: Uint8Array,
  range: CheckedRange,
  dialect: Dialect,
): readonly string[] | null => {
  if (range.trouble !== 'none') return null;
  if (range.end === range.start) return [''];
  const text = decode(bytes.subarray(range.start, range.end));
  const rows = splitRecords(text, dialect, dialect.lineEnd === 'cr' ? '\r' : '\n');
  return rows.length === 1 ? (rows[0] ?? null) : null;
};
