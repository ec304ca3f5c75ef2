import type { Dialect } from './dialect.ts';
import type { CheckedRange } from './record-flaws.ts';

const longestBytes = 1 << 16;

/** A cell without the marks around it. One mark alone stays. */
const withoutMarks = (cell: string, quote: string): string =>
  cell.length > 1 && cell.startsWith(quote) && cell.endsWith(quote)
    ? cell.slice(1, -1).replaceAll(quote + quote, quote)
    : cell;

/**
 * The cells of a record whose quotation marks make no sense, cut at every delimiter as if there were none. Null for a
 * record too long to be a header.
 */
export const looseCells = (
  decode: (bytes: Uint8Array) => string,
  bytes: Uint8Array,
  { start, end }: CheckedRange,
  { delimiter, quote }: Dialect,
): readonly string[] | null =>
  end - start > longestBytes
    ? null
    : decode(bytes.subarray(start, end))
        .split(delimiter)
        .map((cell) => withoutMarks(cell, quote));
