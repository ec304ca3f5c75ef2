import { countRecords } from './count-records.ts';
import type { Dialect } from './dialect.ts';
import { looseCells } from './loose-cells.ts';
import { PieceReader } from './piece-reader.ts';
import { brokenLetters, holdsNul, type CheckedRange } from './record-flaws.ts';
import type { ReadProgress, ReadRecord } from './read-record.ts';
import { recordOf, type RecordRun, type TakeRun } from './record-run.ts';
import { recordCutter, type CutRecord } from './record-scanner.ts';
import { runCutter } from './run-cutter.ts';
import { splitRecords } from './split-records.ts';
import { ImportError } from './ledger.ts';
import { textReader } from './text-reader.ts';

const chunkBytes = 1 << 22;
/** Records split at once: few enough that their cells are gone before the collector copies them. */
const groupRecords = 1 << 10;
/** Records read the careful way before the next run is tried. */
const groupBetweenRuns = 1 << 4;
/** Beyond this a record is set aside without being held. */
const longestRecord = 1 << 26;

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

const countsDiffer = (name: string, one: number, other: number, line: number): ImportError =>
  new ImportError(
    name,
    `The file was counted twice and the counts differ (${one} and ${other} records from line ${line}). Nothing of it was loaded. Save it again as CSV and drop it once more.`,
  );

/** Offers the records of a run to `takeRun`; those it leaves are handed over one by one. */
const handOver = (
  run: RecordRun,
  offset: number,
  line: number,
  take: (record: ReadRecord) => void,
  takeRun: TakeRun,
): void => {
  for (let record = 0; record < run.records; record += 1) {
    record = takeRun(run, record, offset, line);
    if (record < run.records) take(recordOf(run, record, offset, line));
  }
};

/**
 * Reads a file record by record, in pieces of a few megabytes. Every record is counted twice; where the counts differ
 * the file is refused. With `takeRun`, runs of regular records are cut into cells at their bytes and counted by their
 * marks and line ends. All other groups of records are cut by their bytes and split into rows by the parser. Marks inside
 * quoted cells keep a record from being split: it comes with its trouble instead of cells. So do records with bytes that
 * are no text, and those longer than 64 MiB.
 */
export const readRecords = async (
  { name, file, encoding, dialect, width, isBroken }: TextTable,
  take: (record: ReadRecord) => void,
  report: (progress: ReadProgress) => void,
  signal: AbortSignal,
  takeRun?: TakeRun,
): Promise<void> => {
  const decode = textReader(encoding);
  const cut = recordCutter(dialect, width);
  const check = isBroken ? brokenLetters(encoding) : null;
  const cutRun = takeRun === undefined || isBroken ? null : runCutter(dialect, encoding, cut);
  const mark = dialect.quote.charCodeAt(0);
  const pieces = new PieceReader(file, chunkBytes);
  let offset = 0;
  let line = 1;
  let overlong: number | null = null;
  for (let isDone = file.size === 0; !isDone;) {
    signal.throwIfAborted();
    const { bytes, isLast } = await pieces.next();
    isDone = isLast;
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
      const run = cutRun?.(bytes, at, isLast);
      if (run !== undefined && run.records > 0 && takeRun !== undefined) {
        const counted = countRecords(bytes, at, run.next, mark);
        if (counted !== run.records) throw countsDiffer(name, counted, run.records, line);
        handOver(run, offset, line, take, takeRun);
        line += run.lines;
        at = run.next;
        continue;
      }
      let ranges = scan(bytes, at, cut, isLast, cutRun === null ? groupRecords : groupBetweenRuns);
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
      if (rows.length !== ranges.length) throw countsDiffer(name, ranges.length, rows.length, line);
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
    pieces.keepFrom(at);
    offset += at;
    report({ bytes: isLast ? file.size : offset, totalBytes: file.size });
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
