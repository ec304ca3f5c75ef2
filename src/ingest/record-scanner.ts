import type { Dialect } from './dialect.ts';

/** Trouble with quotation marks inside one record. */
export type QuoteTrouble = 'none' | 'QUOTE_STRAY' | 'QUOTE_UNCLOSED';

/** A record as a range of bytes: `end` is before its line end, `next` after it. A byte-order mark before it is left out. */
export interface RecordRange {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly lines: number;
  readonly cells: number;
  readonly trouble: QuoteTrouble;
}

const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;
const backslash = 0x5c;
/** With fewer, a cell of several lines is easily taken for rows. */
const fewestDelimiters = 2;
const fewestFilled = 2;
/** With fewer columns, prose of several lines may happen to have as many commas. */
const fewestProven = 5;

/** Joined files have a byte-order mark before the header of each. */
const behindMark = (bytes: Uint8Array, at: number): number =>
  bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf ? at + 3 : at;

/** Whether a byte is a letter, or part of one beyond ASCII. */
const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte >= 0x80 || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a));

const isWordByte = (byte: number | undefined): boolean =>
  isLetter(byte) || (byte !== undefined && byte >= 0x30 && byte <= 0x39);

/** Cuts one record out of bytes from `start`; null where they end inside it and more may follow. */
export type CutRecord = (bytes: Uint8Array, start: number, isLast: boolean) => RecordRange | null;

/**
 * Cuts bytes into records by quotation marks and line ends alone: the second, independent count that the splitter's
 * rows are held against. A record with a mark inside a quoted cell, or one that never closes, is cut at its first
 * line end, so that damage stays within one line. An apostrophe between two letters is no mark. Where
 * one unquoted cell holds a mark and a later one ends with another, a delimiter was lost; the same where one holds a mark
 * behind a cell of several lines; where every line of a quoted cell could be a row, two lost marks met. With the `width` of the
 * table given, a row may not lie hidden in a record of several lines that is not as wide, or leaves a rest that is not. A CR that is the last byte of
 * all is half a line end.
 */
export const recordCutter = (dialect: Dialect, width = 0): CutRecord => {
  const mark = dialect.quote.charCodeAt(0);
  const isApostrophe = dialect.quote === "'";
  const isDoubled = dialect.escape === 'double';
  const first = dialect.delimiter.charCodeAt(0);
  const second = dialect.delimiter.length > 1 ? dialect.delimiter.charCodeAt(1) : -1;
  const lineEnd = dialect.lineEnd === 'cr' ? cr : lf;
  const isAny = dialect.lineEnd === 'any';

  const isDelimiter = (bytes: Uint8Array, at: number): boolean =>
    bytes[at] === first && (second < 0 || bytes[at + 1] === second);

  /** How many bytes the line end here has; 0 where there is none. */
  const lineEndAt = (bytes: Uint8Array, at: number): number => {
    const byte = bytes[at];
    if (byte === lineEnd) return 1;
    if (byte !== cr) return 0;
    if (bytes[at + 1] === lf) return 2;
    return isAny || at + 1 === bytes.length ? 1 : 0;
  };

  /** Where the cell goes on after a closing mark: −1 where the mark closes nothing. */
  const afterMark = (bytes: Uint8Array, markAt: number): number => {
    for (let at = markAt + 1; ; at += 1) {
      if (at >= bytes.length || isDelimiter(bytes, at) || lineEndAt(bytes, at) > 0) return at;
      if (bytes[at] !== space) return -1;
    }
  };

  /**
   * Whether the lines of a record have as many cells as the record has or more, and something in at least two of them;
   * of the first line that is asked only where there are but two. A delimiter before a space and a word is one of prose.
   */
  const areRows = (bytes: Uint8Array, from: number, to: number, delimiters: number): boolean => {
    let count = 0;
    let filled = 0;
    let isFilled = false;
    let lines = 0;
    let isFirstRow = false;
    for (let at = from; at <= to; at += 1) {
      const length = at === to ? 1 : lineEndAt(bytes, at);
      if (length === 0 && !isDelimiter(bytes, at)) {
        isFilled ||= isWordByte(bytes[at]);
        continue;
      }
      if (isFilled) filled += 1;
      isFilled = false;
      if (length === 0) {
        if (second >= 0 || bytes[at + 1] !== space || !isWordByte(bytes[at + 2])) count += 1;
        continue;
      }
      const isRow = count >= delimiters && filled >= fewestFilled;
      if (lines === 0) isFirstRow = isRow;
      else if (!isRow) return false;
      lines += 1;
      count = 0;
      filled = 0;
      at += length - 1;
    }
    return isFirstRow || lines > 2;
  };

  const cutOne = (
    bytes: Uint8Array,
    from: number,
    isLast: boolean,
    isHidden: boolean,
  ): RecordRange | null => {
    const size = bytes.length;
    const start = behindMark(bytes, from);
    let at = start;
    let lines = 1;
    let firstBreak = -1;
    let stray = false;
    let isOpen = false;
    let delimiters = 0;
    /**
     * Whether a row as wide as the others begins behind the first line end, and this record is not as wide, or what
     * follows it is not; null where that cannot be seen yet.
     */
    const hidesRow = (next: number): boolean | null => {
      if (isHidden || width === 0) return false;
      const isRow = (range: RecordRange): boolean => range.trouble === 'none' && range.cells === width;
      const hidden = cutOne(bytes, firstBreak + lineEndAt(bytes, firstBreak), isLast, true);
      if (hidden === null || !isRow(hidden)) return hidden === null ? null : false;
      if (delimiters + 1 !== width) return true;
      if (next >= size) return isLast ? false : null;
      const following = cutOne(bytes, next, isLast, true);
      return following === null ? null : !isRow(following);
    };
    /** Whether the first lines behind that end, at least two and in a narrow table all but the last, are rows as wide as the others. */
    const holdsRows = (end: number): boolean => {
      let rows = 0;
      for (let next = firstBreak + lineEndAt(bytes, firstBreak); next < end;) {
        const inner = cutOne(bytes, next, isLast, true);
        if (inner === null || inner.next >= end) break;
        if (inner.trouble !== 'none' || inner.cells !== width || inner.lines > 1)
          return rows > 1 && width >= fewestProven;
        rows += 1;
        next = inner.next;
      }
      return rows > 1;
    };
    const whole = (end: number, next: number, trouble: QuoteTrouble): RecordRange | null => {
      const cells = delimiters + 1;
      if (firstBreak < 0) return { start, end, next, lines, cells, trouble };
      const swallows =
        trouble !== 'none' ||
        isOpen ||
        (!isHidden &&
          cells === width &&
          delimiters >= fewestDelimiters &&
          (areRows(bytes, start, end, delimiters) || holdsRows(end))) ||
        hidesRow(next);
      if (swallows === null) return null;
      if (!swallows) return { start, end, next, lines, cells, trouble };
      return {
        start,
        end: firstBreak,
        next: firstBreak + lineEndAt(bytes, firstBreak),
        lines: 1,
        cells,
        trouble: trouble === 'none' ? 'QUOTE_STRAY' : trouble,
      };
    };
    for (;;) {
      if (bytes[at] === mark) {
        at += 1;
        for (;;) {
          if (at >= size) return isLast ? whole(size, size, 'QUOTE_UNCLOSED') : null;
          const byte = bytes[at];
          if (byte !== undefined && byte <= cr && (byte === lf || byte === cr)) {
            const length = lineEndAt(bytes, at);
            if (length > 0) {
              if (firstBreak < 0) firstBreak = at;
              lines += 1;
              at += length - 1;
            }
          } else if (byte === mark && (isDoubled || bytes[at - 1] !== backslash)) {
            if (isDoubled && bytes[at + 1] === mark) at += 1;
            else {
              const after = afterMark(bytes, at);
              if (after >= 0 && after + 1 >= size && !isLast) return null;
              if (after >= 0) {
                at = after;
                break;
              }
              stray ||= !(isApostrophe && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1]));
            }
          }
          at += 1;
        }
      }
      let marks = 0;
      for (; at < size; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === first && (second < 0 || bytes[at + 1] === second)) break;
        if (byte <= cr && (byte === lf || byte === cr) && lineEndAt(bytes, at) > 0) break;
        if (byte === mark) marks += 1;
      }
      if (marks % 2 === 1) {
        if (isOpen && bytes[at - 1] === mark) stray = true;
        else isOpen = true;
      }
      if (at >= size) return isLast ? whole(size, size, stray ? 'QUOTE_STRAY' : 'none') : null;
      const length = lineEndAt(bytes, at);
      if (length > 0) {
        if (at + 1 >= size && !isLast && bytes[at] === cr) return null;
        return whole(at, at + length, stray ? 'QUOTE_STRAY' : 'none');
      }
      at += dialect.delimiter.length;
      delimiters += 1;
    }
  };
  return (bytes, start, isLast) => cutOne(bytes, start, isLast, false);
};
