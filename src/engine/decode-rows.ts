import { DataType, type Table, type Utf8, type Vector } from 'apache-arrow';
import { fromEpochDay } from '../domain/local-date.ts';
import type { ColumnKind, RowOf, RowSpec } from '../sql/row-spec.ts';

const dayMs = 86_400_000;

type Decoder = (value: unknown) => unknown;

const accepts: Readonly<Record<ColumnKind, (type: DataType) => boolean>> = {
  text: (type) => DataType.isUtf8(type) || (DataType.isDictionary(type) && DataType.isUtf8(type.dictionary)),
  number: (type) => DataType.isFloat(type) || (DataType.isInt(type) && type.bitWidth <= 32),
  boolean: (type) => DataType.isBool(type),
  day: (type) => DataType.isDate(type),
  texts: (type) => DataType.isList(type),
};

const decoders: Readonly<Record<ColumnKind, Decoder>> = {
  text: String,
  number: Number,
  boolean: Boolean,
  day: (value) => fromEpochDay(Math.round(Number(value) / dayMs)),
  texts: (value) => Array.from(value as Iterable<unknown>, String),
};

/** A column of an answer. Throws a `TypeError` where it is missing or of another type than the specification says. */
export const columnOf = (table: Table, name: string, kind: ColumnKind): Vector => {
  const vector = table.getChild(name);
  if (vector === null) throw new TypeError(`The answer has no column "${name}".`);
  if (!accepts[kind](vector.type)) {
    throw new TypeError(
      `Column "${name}" is ${String(vector.type)}, but the row specification asks for ${kind}: cast it in the statement.`,
    );
  }
  return vector;
};

/** Decodes bytes of UTF-8 with every letter they have, a leading U+FEFF too. */
export const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether a column holds its texts themselves, not codes of a dictionary. */
export const isTextVector = (vector: Vector): vector is Vector<Utf8> => DataType.isUtf8(vector.type);

/** Texts with every letter they have: Arrow's own decoder drops a leading U+FEFF, and two groups would read the same. */
const exactTexts = (vector: Vector<Utf8>): readonly (string | null)[] =>
  vector.data.flatMap((chunk) =>
    Array.from({ length: chunk.length }, (_, index) =>
      chunk.getValid(index)
        ? utf8.decode(chunk.values.subarray(chunk.valueOffsets[index], chunk.valueOffsets[index + 1]))
        : null,
    ),
  );

const reader = (vector: Vector): ((index: number) => unknown) => {
  if (!isTextVector(vector)) return (index) => vector.get(index);
  const texts = exactTexts(vector);
  return (index) => texts[index];
};

/**
 * Arrow table to plain rows, by declared column. Refuses 64-bit integers and decimals (they arrive as bigint or without
 * their scale: cast to DOUBLE in the statement), missing columns and null in a column that is declared without.
 */
export const decodeRows = <Spec extends RowSpec>(table: Table, spec: Spec): readonly RowOf<Spec>[] => {
  const columns = Object.entries(spec).map(([name, column]) => ({
    name,
    column,
    valueAt: reader(columnOf(table, name, column.kind)),
    decode: decoders[column.kind],
  }));
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Record<string, unknown> = {};
    for (const { name, column, valueAt, decode } of columns) {
      const value = valueAt(index);
      if (value === null && !column.nullable)
        throw new TypeError(`Column "${name}" is empty in row ${index + 1}.`);
      row[name] = value === null ? null : decode(value);
    }
    return row as RowOf<Spec>;
  });
};
