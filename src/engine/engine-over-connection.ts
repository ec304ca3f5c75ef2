import type { Table } from 'apache-arrow';
import type { ColumnarSpec, ColumnsOf, RowOf, RowSpec } from '../sql/row-spec.ts';
import type { Question } from '../sql/question.ts';
import type { Sql, SqlValue } from '../sql/sql.ts';
import { streamOfFile } from './arrow-file.ts';
import { isTooLong, tabled } from './bound-values.ts';
import { decodeColumns } from './decode-columns.ts';
import { decodeRows } from './decode-rows.ts';
import { lockDownStatements } from './lock-down.ts';
import { EngineError, type QueryEngine } from './query-engine.ts';

/** What an engine needs of a DuckDB connection, wherever it runs. */
export interface Connection {
  readonly query: (text: string, params: readonly SqlValue[]) => Promise<Table>;
  /** Inserts into a new table, or behind the rows of one that is there. */
  readonly insert: (table: string, stream: Uint8Array, isNew: boolean) => Promise<void>;
  /** The answer as an Arrow IPC stream, undecoded. */
  readonly dump: (text: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

const plain = (text: string): Sql => ({ text, params: [] });

/** A `QueryEngine` over one connection, locked down before the first question. */
export const engineOver = async (connection: Connection): Promise<QueryEngine> => {
  let tables = 0;
  const query = async ({ text, params }: Sql): Promise<Table> => {
    try {
      return await connection.query(text, params);
    } catch (cause) {
      throw new EngineError(cause instanceof Error ? cause.message : String(cause), text);
    }
  };
  const send = async (statement: Sql): Promise<Table> => {
    if (!isTooLong(statement)) return query(statement);
    tables += 1;
    const table = `bound_value_${tables}`;
    const { stream, ...asked } = tabled(statement, table);
    await connection.insert(table, stream, true);
    try {
      await query(plain(`SET VARIABLE ${table} = (SELECT list(value ORDER BY place) FROM ${table})`));
      return await query(asked);
    } finally {
      await query(plain(`RESET VARIABLE ${table}`));
      await query(plain(`DROP TABLE ${table}`));
    }
  };
  const run = async (statements: readonly Sql[]): Promise<void> => {
    for (const statement of statements) await send(statement);
  };
  await run(lockDownStatements);
  return {
    run,
    ask: async <Spec extends RowSpec>(question: Question<Spec>): Promise<readonly RowOf<Spec>[]> =>
      decodeRows(await send(question), question.rows),
    columns: async <Spec extends ColumnarSpec>(question: Question<Spec>): Promise<ColumnsOf<Spec>> =>
      decodeColumns(await send(question), question.rows),
    load: async (table, stream) => {
      await run([{ text: `DROP TABLE IF EXISTS "${table}"`, params: [] }]);
      await connection.insert(table, stream, true);
    },
    append: (table, stream) => connection.insert(table, stream, false),
    dump: async (statement) => streamOfFile(await connection.dump(statement.text)),
    close: connection.close,
  };
};
