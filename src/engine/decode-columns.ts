import type { Table, Vector } from 'apache-arrow';
import type { CodedTexts, NumberColumn } from '../domain/columns.ts';
import type { ColumnarSpec, ColumnsOf } from '../sql/row-spec.ts';
import { columnOf, isTextVector, utf8 } from './decode-rows.ts';

const isSame = (bytes: Uint8Array, start: number, end: number, other: number): boolean => {
  for (let index = start; index < end; index += 1)
    if (bytes[index] !== bytes[other + index - start]) return false;
  return true;
};

/** Texts by code. An answer is ordered by its groups, so a text is decoded only where it differs from the one before. */
const codedTexts = (vector: Vector): CodedTexts => {
  const codes = new Int32Array(vector.length);
  const codeOf = new Map<string, number>();
  const put = (row: number, text: string): number => {
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    codes[row] = code;
    return code;
  };
  if (!isTextVector(vector)) {
    for (let row = 0; row < vector.length; row += 1) put(row, String(vector.get(row)));
    return { codes, values: [...codeOf.keys()] };
  }
  let row = 0;
  for (const { length, values, valueOffsets } of vector.data) {
    let lastStart = -1;
    let lastLength = -1;
    let code = -1;
    for (let index = 0; index < length; index += 1, row += 1) {
      const start = valueOffsets[index] ?? 0;
      const end = valueOffsets[index + 1] ?? start;
      if (end - start === lastLength && isSame(values, start, end, lastStart)) codes[row] = code;
      else code = put(row, utf8.decode(values.subarray(start, end)));
      lastStart = start;
      lastLength = end - start;
    }
  }
  return { codes, values: [...codeOf.keys()] };
};

const numbersOf = (vector: Vector): NumberColumn => {
  const numbers: unknown = vector.toArray();
  return numbers instanceof Int32Array || numbers instanceof Float64Array
    ? numbers
    : Float64Array.from({ length: vector.length }, (_, row) => Number(vector.get(row)));
};

/**
 * Arrow table to plain columns, by declared column. Refuses what `decodeRows` refuses: 64-bit integers, decimals,
 * missing columns and empty cells.
 */
export const decodeColumns = <Spec extends ColumnarSpec>(table: Table, spec: Spec): ColumnsOf<Spec> =>
  Object.fromEntries(
    Object.entries(spec).map(([name, { kind }]) => {
      const vector = columnOf(table, name, kind);
      if (vector.nullCount > 0) throw new TypeError(`Column "${name}" has empty cells.`);
      return [name, kind === 'text' ? codedTexts(vector) : numbersOf(vector)];
    }),
  ) as ColumnsOf<Spec>;
