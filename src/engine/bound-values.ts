import { Int32, makeData, Table, tableToIPC, Utf8, Vector } from 'apache-arrow';
import type { Sql, SqlValue } from '../sql/sql.ts';

/**
 * Characters of bound values that the engine may be handed with a statement. It copies them onto its own stack, which is
 * small: far more of them overwrite its memory, and whatever is asked next fails or, worse, answers.
 */
const mostCharacters = 8_000;

/** Whether the values of a statement have to reach the engine as a table. */
export const isTooLong = ({ params }: Sql): boolean => JSON.stringify(params).length > mostCharacters;

/** Built by hand: Arrow's own builders make functions of text, which the page's policy forbids. */
const textVector = (texts: readonly string[]): Vector<Utf8> => {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const valueOffsets = new Int32Array(texts.length + 1);
  for (const [index, bytes] of encoded.entries())
    valueOffsets[index + 1] = (valueOffsets[index] ?? 0) + bytes.length;
  const data = new Uint8Array(valueOffsets[texts.length] ?? 0);
  for (const [index, bytes] of encoded.entries()) data.set(bytes, valueOffsets[index] ?? 0);
  return new Vector([makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data })]);
};

/** A statement whose texts are looked up in a variable of the name of a table, and that table as an Arrow stream. */
export interface TabledStatement extends Sql {
  readonly stream: Uint8Array;
}

/**
 * Moves the texts of a statement into the rows of `table`, each once; other values stay bound. The statement reads them
 * from a variable of the same name, a list in the order of `place`.
 */
export const tabled = ({ text, params }: Sql, table: string): TabledStatement => {
  const places = new Map<string, number>();
  const bound: SqlValue[] = [];
  let next = 0;
  const lookedUp = text.replaceAll('?', () => {
    const value = params[next] ?? null;
    next += 1;
    if (typeof value !== 'string') {
      bound.push(value);
      return '?';
    }
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    return `getvariable('${table}')[${place + 1}]`;
  });
  const rows = new Table({
    place: new Vector([makeData({ type: new Int32(), data: Int32Array.from(places.values()) })]),
    value: textVector([...places.keys()]),
  });
  return { text: lookedUp, params: bound, stream: tableToIPC(rows, 'stream') };
};
