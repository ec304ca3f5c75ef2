import { canonicalTableNames, type CanonicalTable } from '../domain/canonical.ts';
import {
  canonicalRows,
  canonicalTableStatements,
  waitingStatements,
  waitingTable,
} from '../sql/model/canonical.ts';
import { sql } from '../sql/sql.ts';
import type { QueryEngine } from './query-engine.ts';

/** Canonical rows on their way into the engine. */
export interface CanonicalStream {
  readonly table: CanonicalTable;
  readonly stream: Uint8Array;
}

/** All canonical tables as streams, as `loadCanonical` takes them. */
export const dumpCanonical = async (engine: QueryEngine): Promise<readonly CanonicalStream[]> => {
  const streams: CanonicalStream[] = [];
  for (const table of canonicalTableNames)
    streams.push({ table, stream: await engine.dump(canonicalRows(table)) });
  return streams;
};

/**
 * Replaces all canonical tables by the given rows, whole or not at all: every stream is loaded aside first, then all
 * tables change in one transaction. Streams of one table have the same columns in the same order. They are consumed.
 */
export const loadCanonical = async (
  engine: QueryEngine,
  streams: readonly CanonicalStream[],
): Promise<void> => {
  const loaded = new Set<CanonicalTable>();
  for (const { table, stream } of streams) {
    if (loaded.has(table)) await engine.append(waitingTable(table), stream);
    else await engine.load(waitingTable(table), stream);
    loaded.add(table);
  }
  for (const table of loaded) await engine.run(waitingStatements(table));
  await engine.run([sql`BEGIN TRANSACTION`]);
  try {
    for (const table of canonicalTableNames)
      await engine.run(canonicalTableStatements(table, loaded.has(table)));
    await engine.run([sql`COMMIT`]);
  } catch (cause) {
    await engine.run([sql`ROLLBACK`]);
    throw cause;
  }
};
