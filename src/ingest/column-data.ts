/** Values of one column, packed. Missing values: bit 0 in `valid`, code −1, NaN, `noDay` or 2. */
export type ColumnData =
  | {
      readonly kind: 'text';
      readonly bytes: Uint8Array;
      readonly offsets: Int32Array;
      readonly missing: Uint8Array;
    }
  | { readonly kind: 'category'; readonly codes: Int32Array; readonly values: readonly string[] }
  | { readonly kind: 'instant'; readonly seconds: Float64Array }
  | { readonly kind: 'day'; readonly days: Int32Array }
  | { readonly kind: 'number'; readonly numbers: Float64Array }
  | { readonly kind: 'flag'; readonly flags: Uint8Array };

/** Marks an absent day. */
export const noDay = -0x80000000;

/** Marks an absent flag. */
export const noFlag = 2;

/** Whether a column says nothing in a row. */
export const isMissing = (column: ColumnData, row: number): boolean => {
  switch (column.kind) {
    case 'text':
      return column.missing[row] === 1;
    case 'category':
      return (column.codes[row] ?? -1) < 0;
    case 'instant':
      return Number.isNaN(column.seconds[row]);
    case 'day':
      return column.days[row] === noDay;
    case 'number':
      return Number.isNaN(column.numbers[row]);
    case 'flag':
      return column.flags[row] === noFlag;
  }
};
