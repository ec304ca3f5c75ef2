import type { RecordRun } from './record-run.ts';

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
 * A plain row has the header's width, is not blank and does not begin as the header does. Where notes may stand below
 * the table, `needsSecond` asks for a filled cell behind the first.
 */
export const plainRows = (headers: readonly string[], needsSecond: boolean): IsPlainRow => {
  const header = encoder.encode(headers[0] ?? '');
  const beginsAsHeader = ({ bytes, starts, ends, isCoded }: RecordRun, cell: number): boolean => {
    const from = starts[cell] ?? 0;
    if (isCoded[cell] === 1) return true;
    return (
      (ends[cell] ?? 0) - from === header.length &&
      header.every((byte, index) => byte === bytes[from + index])
    );
  };
  return (run, record) => {
    const { width } = run;
    const first = record * width;
    if (beginsAsHeader(run, first)) return false;
    if (!needsSecond && isFilled(run, first)) return true;
    for (let cell = first + 1; cell < first + width; cell += 1) if (isFilled(run, cell)) return true;
    return false;
  };
};
