import { isBlank } from './blank-cells.ts';
import type { ReadRecord } from './read-records.ts';

const fewestRows = 2;

/**
 * A header as wide as the rows below it, where the two differ by nothing but delimiters at the end: without its last
 * names where those are empty, or with empty names where all rows end with as many empty cells. As it is otherwise.
 */
export const fittedHeader = (header: readonly string[], below: readonly ReadRecord[]): readonly string[] => {
  const rows = below.flatMap(({ cells }) => (cells === null || isBlank(cells) ? [] : [cells]));
  if (rows.some((row) => row.length === header.length)) return header;
  const width = rows[0]?.length ?? 0;
  const fitting = rows.filter((row) => row.length === width);
  if (fitting.length < fewestRows || fitting.length * 2 <= rows.length) return header;
  if (width < header.length) return isBlank(header.slice(width)) ? header.slice(0, width) : header;
  return fitting.every((row) => isBlank(row.slice(header.length)))
    ? [...header, ...Array.from({ length: width - header.length }, () => '')]
    : header;
};
