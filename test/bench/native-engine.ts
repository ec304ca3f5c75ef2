import { DuckDBInstance } from '@duckdb/node-api';
import type { Sql } from '../../src/sql/sql.ts';

/** DuckDB as a library of the machine, held to one thread as the page's engine is. */
export interface NativeEngine {
  readonly run: (statements: readonly Sql[]) => Promise<void>;
  /** The rows as objects; dates are `YYYY-MM-DD`. */
  readonly rows: (statement: Sql) => Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs a statement and reads its answer as plain values. */
  readonly ask: (statement: Sql) => Promise<void>;
  /** Runs a statement and reads its answer as plain columns. */
  readonly columns: (statement: Sql) => Promise<void>;
  readonly close: () => void;
}

/** Starts an empty native database in memory. */
export const startNativeEngine = async (): Promise<NativeEngine> => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const send = ({ text, params }: Sql) => connection.runAndReadAll(text, [...params]);
  await connection.run('SET threads = 1');
  return {
    run: async (statements) => {
      for (const statement of statements) await send(statement);
    },
    rows: async (statement) => (await send(statement)).getRowObjectsJson(),
    ask: async (statement) => {
      (await send(statement)).getRowsJS();
    },
    columns: async (statement) => {
      (await send(statement)).getColumnsJS();
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
};
