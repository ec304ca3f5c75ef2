import { canonicalTableNames, type CanonicalTable } from '../domain/canonical.ts';
import { canonicalRows, canonicalTableStatements, partStatements, partTable } from '../sql/model/canonical.ts';
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
 * tables change in one transaction. The streams are consumed.
 */
export const loadCanonical = async (
  engine: QueryEngine,
  streams: readonly CanonicalStream[],
): Promise<void> => {
  const parts = new Map<CanonicalTable, number>();
  for (const { table, stream } of streams) {
    const part = parts.get(table) ?? 0;
    await engine.load(partTable(table, part), stream);
    await engine.run(partStatements(table, part));
    parts.set(table, part + 1);
  }
  await engine.run([sql`BEGIN TRANSACTION`]);
  try {
    for (const table of canonicalTableNames)
      await engine.run(canonicalTableStatements(table, parts.has(table)));
    await engine.run([sql`COMMIT`]);
  } catch (cause) {
    await engine.run([sql`ROLLBACK`]);
    throw cause;
  }
};
