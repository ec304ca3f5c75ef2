/** What separates cells and records. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t' | '|';
  /** Old Macintosh files end their lines with CR alone. */
  readonly lineEnd: 'lf' | 'cr';
}

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

const quote = 0x22;
const lf = 0x0a;
const cr = 0x0d;
const space = 0x20;

/**
 * Cuts bytes into records by quotation marks and line ends alone: the second, independent count that the splitter's
 * rows are held against. A record with a mark inside a quoted cell, or one that never closes, is cut at its first
 * line end, so that damage stays within one line. Returns null where the bytes end inside a record and `isLast` is false.
 */
export const nextRecord = (
  bytes: Uint8Array,
  start: number,
  dialect: Dialect,
  isLast: boolean,
): RecordRange | null => {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const lineEnd = dialect.lineEnd === 'lf' ? lf : cr;
  const size = bytes.length;
  let at = start;
  let lines = 1;
  let firstBreak = -1;
  let stray = false;
  const cut = (trouble: QuoteTrouble): RecordRange => {
    const stop = firstBreak;
    return {
      start,
      end: bytes[stop - 1] === cr && lineEnd === lf ? stop - 1 : stop,
      next: stop + 1,
      lines: 1,
      trouble,
    };
  };
  for (;;) {
    if (bytes[at] === quote) {
      at += 1;
      for (;;) {
        if (at >= size) {
          if (!isLast) return null;
          return firstBreak >= 0
            ? cut('QUOTE_UNCLOSED')
            : { start, end: size, next: size, lines, trouble: 'QUOTE_UNCLOSED' };
        }
        const byte = bytes[at];
        if (byte === lineEnd) {
          if (firstBreak < 0) firstBreak = at;
          lines += 1;
        } else if (byte === quote) {
          if (at + 1 >= size && !isLast) return null;
          if (bytes[at + 1] === quote) at += 1;
          else {
            let after = at + 1;
            while (bytes[after] === space) after += 1;
            if (after >= size && !isLast) return null;
            const follows = bytes[after];
            const atLineEnd = follows === lineEnd || (follows === cr && bytes[after + 1] === lf);
            if (follows === cr && after + 1 >= size && !isLast) return null;
            if (after >= size || follows === delimiter || atLineEnd) {
              at = after;
              break;
            }
            stray = true;
          }
        }
        at += 1;
      }
    }
    while (at < size && bytes[at] !== delimiter && bytes[at] !== lineEnd) at += 1;
    if (at >= size) {
      if (!isLast) return null;
      if (stray && firstBreak >= 0) return cut('QUOTE_STRAY');
      return { start, end: size, next: size, lines, trouble: stray ? 'QUOTE_STRAY' : 'none' };
    }
    if (bytes[at] === lineEnd) {
      if (stray && firstBreak >= 0) return cut('QUOTE_STRAY');
      const end = lineEnd === lf && at > start && bytes[at - 1] === cr ? at - 1 : at;
      return { start, end, next: at + 1, lines, trouble: stray ? 'QUOTE_STRAY' : 'none' };
    }
    at += 1;
  }
};
