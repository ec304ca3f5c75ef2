import type { ColumnData } from './column-data.ts';

/** The values of the rows from `first` to `end`, not copied. */
export const sliceRows = (column: ColumnData, first: number, end: number): ColumnData => {
  switch (column.kind) {
    case 'text':
      return {
        ...column,
        offsets: column.offsets.subarray(first, end + 1),
        missing: column.missing.subarray(first, end),
      };
    case 'category':
      return { ...column, codes: column.codes.subarray(first, end) };
    case 'instant':
      return { kind: 'instant', seconds: column.seconds.subarray(first, end) };
    case 'day':
      return { kind: 'day', days: column.days.subarray(first, end) };
    case 'number':
      return { kind: 'number', numbers: column.numbers.subarray(first, end) };
    case 'flag':
      return { kind: 'flag', flags: column.flags.subarray(first, end) };
  }
};
