import { canonicalTableNames, type CanonicalTable } from '../domain/canonical.ts';
import {
  canonicalRows,
  partTable,
  placeStatements,
  waitingStatements,
  waitingTable,
} from '../sql/model/canonical.ts';
import { sql } from '../sql/sql.ts';
import type { QueryEngine } from './query-engine.ts';

/** Canonical rows on their way into the engine: those of one file. */
export interface CanonicalStream {
  readonly table: CanonicalTable;
  readonly stream: Uint8Array;
  /** The canonical columns its file speaks of; absent where it speaks of all. */
  readonly known?: readonly string[];
}

/** A stream that was loaded, by what is left of it. */
export interface LoadedPart {
  readonly table: CanonicalTable;
  readonly rows: number;
  readonly known?: readonly string[];
}

/** What `loadCanonical` loaded as it took it, given its parts in their order. */
export const dumpCanonical = async (
  engine: QueryEngine,
  parts: readonly LoadedPart[],
): Promise<readonly CanonicalStream[]> => {
  const skipped = new Map<CanonicalTable, number>();
  const streams: CanonicalStream[] = [];
  for (const { rows, ...part } of parts) {
    const before = skipped.get(part.table) ?? 0;
    skipped.set(part.table, before + rows);
    streams.push({ ...part, stream: await engine.dump(canonicalRows(part.table, rows, before)) });
  }
  return streams;
};

/** Loads streams aside, each into a part of its table; the answer lists the parts by table. The streams are consumed. */
export const loadParts = async (
  engine: QueryEngine,
  streams: readonly CanonicalStream[],
): Promise<ReadonlyMap<CanonicalTable, readonly CanonicalStream[]>> => {
  const parts = new Map<CanonicalTable, CanonicalStream[]>();
  for (const part of streams) {
    const loaded = parts.get(part.table) ?? [];
    parts.set(part.table, loaded);
    await engine.load(partTable(part.table, loaded.length), part.stream);
    loaded.push(part);
  }
  return parts;
};

/** Changes all tables, or none where anything fails. */
export const allOrNothing = async (engine: QueryEngine, work: () => Promise<void>): Promise<void> => {
  await engine.run([sql`BEGIN TRANSACTION`]);
  try {
    await work();
    await engine.run([sql`COMMIT`]);
  } catch (cause) {
    await engine.run([sql`ROLLBACK`]);
    throw cause;
  }
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
  await allOrNothing(engine, async () => {
    for (const table of canonicalTableNames) await engine.run(placeStatements(table, loaded.has(table)));
  });
};
