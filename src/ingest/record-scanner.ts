import type { Dialect } from './dialect.ts';

/** Trouble with quotation marks inside one record. */
export type QuoteTrouble = 'none' | 'QUOTE_STRAY' | 'QUOTE_UNCLOSED';

/** A record as a range of bytes: `end` is before its line end, `next` after it. */
export interface RecordRange {
  readonly start: number;
  readonly end: number;
  readonly next: number;
  readonly lines: number;
  readonly trouble: QuoteTrouble;
}

const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;
const backslash = 0x5c;

/** Cuts one record out of bytes from `start`; null where they end inside it and more may follow. */
export type CutRecord = (bytes: Uint8Array, start: number, isLast: boolean) => RecordRange | null;

/**
 * Cuts bytes into records by quotation marks and line ends alone: the second, independent count that the splitter's
 * rows are held against. A record with a mark inside a quoted cell, or one that never closes, is cut at its first
 * line end, so that damage stays within one line.
 */
export const recordCutter = (dialect: Dialect): CutRecord => {
  const mark = dialect.quote.charCodeAt(0);
  const isDoubled = dialect.escape === 'double';
  const first = dialect.delimiter.charCodeAt(0);
  const second = dialect.delimiter.length > 1 ? dialect.delimiter.charCodeAt(1) : -1;
  const lineEnd = dialect.lineEnd === 'lf' ? lf : cr;

  const isDelimiter = (bytes: Uint8Array, at: number): boolean =>
    bytes[at] === first && (second < 0 || bytes[at + 1] === second);

  const isLineEnd = (bytes: Uint8Array, at: number): boolean =>
    bytes[at] === lineEnd || (lineEnd === lf && bytes[at] === cr && bytes[at + 1] === lf);

  /** Where the cell goes on after a closing mark: −1 where the mark closes nothing. */
  const afterMark = (bytes: Uint8Array, markAt: number): number => {
    for (let at = markAt + 1; ; at += 1) {
      if (at >= bytes.length || isDelimiter(bytes, at) || isLineEnd(bytes, at)) return at;
      if (bytes[at] !== space) return -1;
    }
  };

  return (bytes, start, isLast) => {
    const size = bytes.length;
    let at = start;
    let lines = 1;
    let firstBreak = -1;
    let stray = false;
    const whole = (end: number, next: number, trouble: QuoteTrouble): RecordRange => {
      if (trouble === 'none' || firstBreak < 0) return { start, end, next, lines, trouble };
      const stop = bytes[firstBreak - 1] === cr && lineEnd === lf ? firstBreak - 1 : firstBreak;
      return { start, end: stop, next: firstBreak + 1, lines: 1, trouble };
    };
    for (;;) {
      if (bytes[at] === mark) {
        at += 1;
        for (;;) {
          if (at >= size) return isLast ? whole(size, size, 'QUOTE_UNCLOSED') : null;
          const byte = bytes[at];
          if (byte === lineEnd) {
            if (firstBreak < 0) firstBreak = at;
            lines += 1;
          } else if (byte === mark && (isDoubled || bytes[at - 1] !== backslash)) {
            if (isDoubled && bytes[at + 1] === mark) at += 1;
            else {
              const after = afterMark(bytes, at);
              if (after >= 0 && after + 1 >= size && !isLast) return null;
              if (after >= 0) {
                at = after;
                break;
              }
              stray = true;
            }
          }
          at += 1;
        }
      }
      while (at < size && bytes[at] !== lineEnd && !isDelimiter(bytes, at)) at += 1;
      if (at >= size) return isLast ? whole(size, size, stray ? 'QUOTE_STRAY' : 'none') : null;
      if (bytes[at] === lineEnd) {
        const end = lineEnd === lf && at > start && bytes[at - 1] === cr ? at - 1 : at;
        return whole(end, at + 1, stray ? 'QUOTE_STRAY' : 'none');
      }
      at += dialect.delimiter.length;
    }
  };
};
