/** One number a row: whole numbers of 32 bits, or floating point. */
export type NumberColumn = Int32Array | Float64Array;

/** Texts one a row, each distinct one held once: the text of row i is `values[codes[i]]`. */
export interface CodedTexts {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}
