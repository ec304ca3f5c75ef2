import { Int32, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import type { Sql, SqlValue } from '../sql/sql.ts';

/**
 * Characters of bound values that the engine may be handed with a statement. It copies them onto its own stack, which is
 * small: far more of them overwrite its memory, and whatever is asked next fails or, worse, answers.
 */
const mostCharacters = 60_000;

/** Whether the values of a statement have to reach the engine as a table. */
export const isTooLong = ({ params }: Sql): boolean => JSON.stringify(params).length > mostCharacters;

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
    place: vectorFromArray([...places.values()], new Int32()),
    value: vectorFromArray([...places.keys()], new Utf8()),
  });
  return { text: lookedUp, params: bound, stream: tableToIPC(rows, 'stream') };
};
