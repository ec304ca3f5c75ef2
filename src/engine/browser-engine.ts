import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { startWorker } from '../ingest/start-worker.ts';
import { engineOver } from './engine-over-connection.ts';
import { EngineError, type QueryEngine } from './query-engine.ts';

const startLimitMs = 60_000;

const tooSlow =
  'The calculation engine did not start within a minute. The browser may forbid WebAssembly for this page, or the file duckdb-eh.wasm did not arrive. Reload the page; if it happens again, try another browser.';

const limited = async <Value>(work: Promise<Value>): Promise<Value> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineError(tooSlow, '')), startLimitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Starts DuckDB-WASM in a worker of its own, from this site alone. Rejects with a readable message after a minute. */
export const startBrowserEngine = async (): Promise<QueryEngine> => {
  const worker = startWorker(workerUrl, 'classic');
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new EngineError(tooSlow, '')), { once: true });
  });
  const started = async () => {
    await database.instantiate(new URL(wasmUrl, location.href).href);
    await database.open({});
    return database.connect();
  };
  const connection = await limited(Promise.race([started(), failed]));
  return engineOver({
    query: async (text, params) => {
      if (params.length === 0) return connection.query(text);
      const statement = await connection.prepare(text);
      try {
        return await statement.query(...params);
      } finally {
        await statement.close();
      }
    },
    insert: (table, stream) => connection.insertArrowFromIPCStream(stream, { name: table, create: true }),
    close: () => database.terminate(),
  });
};
