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
