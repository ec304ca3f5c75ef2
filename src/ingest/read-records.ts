import { countRecords } from './count-records.ts';
import type { Dialect } from './dialect.ts';
import { recordCutter, type CutRecord, type QuoteTrouble, type RecordRange } from './record-scanner.ts';
import { PieceReader } from './piece-reader.ts';
import { recordOf, type RecordRun, type TakeRun } from './record-run.ts';
import { runCutter } from './run-cutter.ts';
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
/** Records read the careful way before the next run is tried. */
const groupBetweenRuns = 1 << 4;
const longestRecord = 1 << 24;

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
 * quoted cells keep a record from being split: it comes with its trouble instead of cells.
 */
export const readRecords = async (
  name: string,
  file: Blob,
  encoding: string,
  dialect: Dialect,
  take: (record: ReadRecord) => void,
  report: (progress: ReadProgress) => void,
  signal: AbortSignal,
  takeRun?: TakeRun,
): Promise<void> => {
  const decode = textReader(encoding);
  const cut = recordCutter(dialect);
  const cutRun = takeRun === undefined ? null : runCutter(dialect, encoding);
  const mark = dialect.quote.charCodeAt(0);
  const pieces = new PieceReader(file, chunkBytes);
  let offset = 0;
  let line = 1;
  for (let isDone = file.size === 0; !isDone;) {
    signal.throwIfAborted();
    const { bytes, isLast } = await pieces.next();
    isDone = isLast;
    let at = 0;
    for (;;) {
      const run = cutRun?.(bytes, at);
      if (run !== undefined && run.records > 0 && takeRun !== undefined) {
        const counted = countRecords(bytes, at, run.next, mark);
        if (counted !== run.records) throw countsDiffer(name, counted, run.records, line);
        handOver(run, offset, line, take, takeRun);
        line += run.lines;
        at = run.next;
        continue;
      }
      let ranges = scan(bytes, at, cut, isLast, cutRun === null ? groupRecords : groupBetweenRuns);
      if (ranges.length === 0 && at === 0 && bytes.length > longestRecord)
        ranges = scan(bytes, 0, cut, true, 1);
      if (ranges.length === 0) break;
      const rows = split(decode, bytes, ranges, dialect);
      if (rows.length !== ranges.length) throw countsDiffer(name, ranges.length, rows.length, line);
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
    pieces.keepFrom(at);
    offset += at;
    report({ bytes: isLast ? file.size : offset, totalBytes: file.size });
  }
};

/** A byte-order mark before a record, as where files were put behind each other, is no part of its text. */
const beginsWithMark = (bytes: Uint8Array, { start }: RecordRange): boolean =>
  bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;

const split = (
  decode: Decode,
  bytes: Uint8Array,
  ranges: readonly RecordRange[],
  dialect: Dialect,
): readonly (readonly string[] | null)[] => {
  const [first] = ranges;
  const lineEnd = first === undefined ? '\n' : lineEndOf(bytes, first);
  const regular = ranges.every(
    (range) =>
      range.trouble === 'none' &&
      !beginsWithMark(bytes, range) &&
      (range.next === range.end || lineEndOf(bytes, range) === lineEnd),
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
