import { byteKinds, kindsOfBytes } from './byte-kinds.ts';
import type { Dialect } from './dialect.ts';
import type { RecordRun } from './record-run.ts';
import type { CutRecord } from './record-scanner.ts';
import { textReader } from './text-reader.ts';

const mostCells = 1 << 13;
const mostRecords = 1 << 9;
/** Longer records are looked at for whether they can be held. */
const mostBytes = 1 << 22;
const { plain, delimiter, lineFeed, mark, beyond, odd } = byteKinds;
const carriageReturn = byteKinds.return;
const firstOfByteOrderMark = 0xef;

/** Cuts the regular records from `start` on; a run without records where the first is not regular or not yet whole. */
export type CutRun = (bytes: Uint8Array, start: number, isLast: boolean) => RecordRun;

/**
 * Prepares the cutting of whole runs of records at their bytes. A run ends before the first record of another width and
 * before anything out of the ordinary: marks inside a cell or next to spaces, lone carriage returns, control characters,
 * bytes that are no text. Null for a dialect that is only read the careful way.
 */
export const runCutter = (dialect: Dialect, encoding: string, cut: CutRecord): CutRun | null => {
  const kinds = kindsOfBytes(dialect, encoding);
  if (kinds === null) return null;
  const isUnicode = encoding === 'utf-8';
  const decode = textReader(encoding);
  const strict = new TextDecoder('utf-8', { fatal: true });
  const starts = new Int32Array(mostCells);
  const ends = new Int32Array(mostCells);
  const isCoded = new Uint8Array(mostCells);
  const recordStarts = new Int32Array(mostRecords);
  const recordEnds = new Int32Array(mostRecords);
  const linesBefore = new Int32Array(mostRecords);

  const isText = (bytes: Uint8Array): boolean => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };

  /** Whether the lines of a record are one to the cutter too, which knows when a lost mark makes one of several. */
  const isWhole = (bytes: Uint8Array, start: number, end: number, isLast: boolean): boolean => {
    const range = cut(bytes, start, isLast);
    return range !== null && range.trouble === 'none' && range.start === start && range.end === end;
  };

  return (bytes, start, isLast) => {
    const size = bytes.length;
    let width = 0;
    let records = 0;
    let lines = 0;
    let next = start;
    let isBeyondAscii = false;

    cutting: while (records < mostRecords && next < size && bytes[next] !== firstOfByteOrderMark) {
      let at = next;
      let cell = records * width;
      let breaks = 1;
      let end = -1;
      while (end < 0) {
        if (cell === mostCells || (records > 0 && cell === (records + 1) * width)) break cutting;
        let coded = 0;
        let kind: number = plain;
        if (kinds[bytes[at] ?? 0] === mark) {
          at += 1;
          starts[cell] = at;
          for (;;) {
            while (at < size && (kind = kinds[bytes[at] ?? 0] ?? odd) <= delimiter) at += 1;
            if (at >= size || kind === odd) break cutting;
            if (kind === lineFeed) breaks += 1;
            else if (kind === beyond) {
              isBeyondAscii = true;
              if (!isUnicode) coded = 1;
            } else if (kind === mark) {
              if (kinds[bytes[at + 1] ?? 0] !== mark) break;
              coded = 1;
              at += 1;
            }
            at += 1;
          }
          ends[cell] = at;
          at += 1;
          if (at >= size) break cutting;
          kind = kinds[bytes[at] ?? 0] ?? odd;
        } else {
          starts[cell] = at;
          for (;;) {
            while (at < size && (kind = kinds[bytes[at] ?? 0] ?? odd) === plain) at += 1;
            if (at >= size) break cutting;
            if (kind !== beyond) break;
            isBeyondAscii = true;
            if (!isUnicode) coded = 1;
            at += 1;
          }
          ends[cell] = at;
        }
        isCoded[cell] = coded;
        cell += 1;
        if (kind === delimiter) at += 1;
        else if (kind === lineFeed) end = at;
        else if (kind === carriageReturn && kinds[bytes[at + 1] ?? 0] === lineFeed) {
          end = at;
          at += 1;
        } else break cutting;
      }
      if (records > 0 && cell !== (records + 1) * width) break;
      if (end - next > mostBytes || (breaks > 1 && !isWhole(bytes, next, end, isLast))) break;
      width = cell - records * width;
      recordStarts[records] = next;
      recordEnds[records] = end;
      linesBefore[records] = lines;
      records += 1;
      lines += breaks;
      next = at + 1;
    }

    const isSound = !isBeyondAscii || !isUnicode || isText(bytes.subarray(start, next));
    return {
      bytes,
      records: isSound ? records : 0,
      width,
      starts,
      ends,
      isCoded,
      recordStarts,
      recordEnds,
      linesBefore,
      next: isSound ? next : start,
      lines,
      textOf: (cell) => {
        const text = decode(bytes.subarray(starts[cell], ends[cell]));
        return isCoded[cell] === 1 ? text.replaceAll(dialect.quote + dialect.quote, dialect.quote) : text;
      },
    };
  };
};
