import type { RecordRun } from './record-run.ts';
import { fewestColumns } from './table-end.ts';

const encoder = new TextEncoder();
const firstShown = 0x21;
const lastShown = 0x7e;

/** Whether a cell begins with a letter, digit or sign of ASCII, so that it is not blank. */
const isFilled = ({ bytes, starts, ends }: RecordRun, cell: number): boolean => {
  const from = starts[cell] ?? 0;
  const byte = bytes[from] ?? 0;
  return from < (ends[cell] ?? 0) && byte >= firstShown && byte <= lastShown;
};

/** Tells for one table which records of a run are rows beyond doubt. */
export type IsPlainRow = (run: RecordRun, record: number) => boolean;

/**
 * A plain row is as wide as the table, is neither blank nor a note of one filled cell, and does not begin as a line of the
 * header does.
 */
export const plainRows = (headerLines: readonly (readonly string[])[], width: number): IsPlainRow => {
  const headers = headerLines.map((line) => encoder.encode(line[0] ?? ''));
  const beginsAsHeader = ({ bytes, starts, ends, isCoded }: RecordRun, cell: number): boolean => {
    const from = starts[cell] ?? 0;
    const length = (ends[cell] ?? 0) - from;
    if (isCoded[cell] === 1) return true;
    return headers.some(
      (header) => header.length === length && header.every((byte, index) => byte === bytes[from + index]),
    );
  };
  return (run, record) => {
    if (run.width !== width) return false;
    const first = record * width;
    if (beginsAsHeader(run, first)) return false;
    if (width < fewestColumns && isFilled(run, first)) return true;
    for (let cell = first + 1; cell < first + width; cell += 1) if (isFilled(run, cell)) return true;
    return false;
  };
};
