import { DataType, type Table, type Vector } from 'apache-arrow';
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

const columnOf = (table: Table, name: string, kind: ColumnKind): Vector => {
  const vector = table.getChild(name);
  if (vector === null) throw new TypeError(`The answer has no column "${name}".`);
  if (!accepts[kind](vector.type)) {
    throw new TypeError(
      `Column "${name}" is ${String(vector.type)}, but the row specification asks for ${kind}: cast it in the statement.`,
    );
  }
  return vector;
};

/**
 * Arrow table to plain rows, by declared column. Refuses 64-bit integers and decimals (they arrive as bigint or without
 * their scale: cast to DOUBLE in the statement), missing columns and null in a column that is declared without.
 */
export const decodeRows = <Spec extends RowSpec>(table: Table, spec: Spec): readonly RowOf<Spec>[] => {
  const columns = Object.entries(spec).map(([name, column]) => ({
    name,
    column,
    vector: columnOf(table, name, column.kind),
    decode: decoders[column.kind],
  }));
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Record<string, unknown> = {};
    for (const { name, column, vector, decode } of columns) {
      const value: unknown = vector.get(index);
      if (value === null && !column.nullable)
        throw new TypeError(`Column "${name}" is empty in row ${index + 1}.`);
      row[name] = value === null ? null : decode(value);
    }
    return row as RowOf<Spec>;
  });
};
