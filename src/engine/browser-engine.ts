import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { startWorker } from '../ingest/start-worker.ts';
import { engineOver } from './engine-over-connection.ts';
import { EngineError, type QueryEngine } from './query-engine.ts';

const startLimitMs = 60_000;

const tooSlow =
  'The calculation engine did not start within a minute. The browser may forbid WebAssembly for this page, or the file duckdb-eh.wasm did not arrive. Reload the page; if it happens again, try another browser.';

const forbidden =
  "This browser, or the server that sent this page, forbids WebAssembly, which the calculations need. Nothing was loaded. Allow it (the policy needs 'wasm-unsafe-eval'), or open the page elsewhere.";

const notThere =
  'The calculation engine did not arrive: this site did not answer with the file duckdb-eh.wasm, or something between here and there blocks it. Nothing was loaded. Reload the page; if it happens again, ask whoever runs this site or your network.';

const emptyModule = new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

/** A forbidden engine would wait for ever without a word, so the smallest module is tried first. */
const requireWebAssembly = (): void => {
  try {
    void new WebAssembly.Module(emptyModule);
  } catch {
    throw new EngineError(forbidden, '');
  }
};

/** The engine's worker would wait for ever for a module that never comes. Rejects where the site does not answer with it. */
const requireModule = async (): Promise<void> => {
  const answer = await fetch(wasmUrl, { method: 'HEAD' }).catch(() => null);
  if (answer === null || (!answer.ok && answer.status !== 405)) throw new EngineError(notThere, '');
};

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

/** Starts DuckDB-WASM in a worker of its own, from this site alone. Rejects with a readable message at once where WebAssembly is forbidden, else after a minute. */
export const startBrowserEngine = async (): Promise<QueryEngine> => {
  requireWebAssembly();
  const worker = startWorker(workerUrl, 'classic');
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new EngineError(tooSlow, '')), { once: true });
  });
  const started = async () => {
    const instantiated = database.instantiate(new URL(wasmUrl, location.href).href);
    await Promise.all([requireModule(), instantiated]);
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
    insert: (table, stream, isNew) =>
      connection.insertArrowFromIPCStream(stream, { name: table, create: isNew }),
    dump: (text) => connection.useUnsafe((bindings, id) => bindings.runQuery(id, text)),
    close: () => database.terminate(),
  });
};
