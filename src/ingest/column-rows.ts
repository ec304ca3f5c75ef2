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

/** Copies the values of the chosen rows; `chosen` is empty and as long as `rows`. */
const pickInto = <Values extends Float64Array | Int32Array | Uint8Array>(
  chosen: Values,
  values: Values,
  rows: Int32Array,
): Values => {
  for (let index = 0; index < rows.length; index += 1) chosen[index] = values[rows[index] ?? 0] ?? 0;
  return chosen;
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
      return { ...column, codes: pickInto(new Int32Array(rows.length), column.codes, rows) };
    case 'instant':
      return { kind: 'instant', seconds: pickInto(new Float64Array(rows.length), column.seconds, rows) };
    case 'day':
      return { kind: 'day', days: pickInto(new Int32Array(rows.length), column.days, rows) };
    case 'number':
      return { kind: 'number', numbers: pickInto(new Float64Array(rows.length), column.numbers, rows) };
    case 'flag':
      return { kind: 'flag', flags: pickInto(new Uint8Array(rows.length), column.flags, rows) };
  }
};
