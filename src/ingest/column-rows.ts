import type { ColumnData } from './column-data.ts';

const decoder = new TextDecoder();

/** The text of one value, or null where it is missing. */
export const textAt = (
  column: Extract<ColumnData, { kind: 'text' | 'category' }>,
  row: number,
): string | null => {
  if (column.kind === 'category') return column.values[column.codes[row] ?? -1] ?? null;
  if (column.missing[row] === 1) return null;
  return decoder.decode(column.bytes.subarray(column.offsets[row], column.offsets[row + 1]));
};

/** The values of the chosen rows, in that order. */
export const pickRows = (column: ColumnData, rows: Int32Array): ColumnData => {
  switch (column.kind) {
    case 'text': {
      const offsets = new Int32Array(rows.length + 1);
      const missing = new Uint8Array(rows.length);
      for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index] ?? 0;
        missing[index] = column.missing[row] ?? 1;
        offsets[index + 1] =
          (offsets[index] ?? 0) + (column.offsets[row + 1] ?? 0) - (column.offsets[row] ?? 0);
      }
      const bytes = new Uint8Array(offsets[rows.length] ?? 0);
      for (let index = 0; index < rows.length; index += 1) {
        let from = column.offsets[rows[index] ?? 0] ?? 0;
        const end = offsets[index + 1] ?? 0;
        for (let to = offsets[index] ?? 0; to < end; to += 1, from += 1) bytes[to] = column.bytes[from] ?? 0;
      }
      return { kind: 'text', bytes, offsets, missing };
    }
    case 'category':
      return { ...column, codes: rows.map((row) => column.codes[row] ?? -1) };
    case 'instant':
      return {
        kind: 'instant',
        seconds: Float64Array.from(rows, (row) => column.seconds[row] ?? Number.NaN),
      };
    case 'day':
      return { kind: 'day', days: rows.map((row) => column.days[row] ?? 0) };
    case 'number':
      return { kind: 'number', numbers: Float64Array.from(rows, (row) => column.numbers[row] ?? Number.NaN) };
    case 'flag':
      return { kind: 'flag', flags: Uint8Array.from(rows, (row) => column.flags[row] ?? 2) };
  }
};
