import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ConsoleLogger, createDuckDB, LogLevel, NODE_RUNTIME } from '@duckdb/duckdb-wasm/blocking';
import { engineOver } from '../engine/engine-over-connection.ts';
import type { QueryEngine } from '../engine/query-engine.ts';

/** The page's engine, the same build of DuckDB-WASM, run inside this Node process. Takes a few seconds to start. */
export const startNodeEngine = async (): Promise<QueryEngine> => {
  const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
  const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const database = await createDuckDB(
    { mvp: bundle('mvp'), eh: bundle('eh') },
    new ConsoleLogger(LogLevel.ERROR),
    NODE_RUNTIME,
  );
  await database.instantiate();
  database.open({});
  const connection = database.connect();
  return engineOver({
    query: async (text, params) => {
      if (params.length === 0) return connection.query(text);
      const statement = connection.prepare(text);
      try {
        return statement.query(...params);
      } finally {
        statement.close();
      }
    },
    insert: async (table, stream, isNew) =>
      connection.insertArrowFromIPCStream(stream, { name: table, create: isNew }),
    dump: async (text) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, text)),
    close: async () => connection.close(),
  });
};
