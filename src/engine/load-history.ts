import { canonicalTableNames, recordKeys, type CanonicalTable } from '../domain/canonical.ts';
import {
  arrivingStatements,
  compareRecords,
  countArriving,
  dropHistory,
  dropKnownEvents,
  mergeStatements,
  showHistory,
  startHistory,
} from '../sql/model/merge-imports.ts';
import {
  countSeenChanges,
  dropExplainedChanges,
  dropSeenChanges,
  noteSeenChanges,
  startSeenChanges,
} from '../sql/model/seen-change.ts';
import type { DataImport } from './data-import.ts';
import { knownDays } from './known-on.ts';
import { allOrNothing, loadCanonical, loadParts } from './load-canonical.ts';
import { first, type QueryEngine } from './query-engine.ts';

/** What an export did to a table of the history, in rows. `missing`: records known before that it does not name. */
export interface TableMerge {
  readonly added: number;
  readonly changed: number;
  readonly repeated: number;
  readonly missing: number;
}

/** The history on show: what each import after the first did to it, and how many changes of status no event explains. */
export interface History {
  readonly merges: readonly {
    readonly id: string;
    readonly tables: Readonly<Partial<Record<CanonicalTable, TableMerge>>>;
  }[];
  readonly seenChanges: number;
}

const rowsLeft = async (engine: QueryEngine, table: CanonicalTable): Promise<number> =>
  (await first(engine.ask(countArriving(table)))).rows;

const mergeTable = async (engine: QueryEngine, table: CanonicalTable): Promise<TableMerge> => {
  const key = recordKeys[table];
  const arrived = await rowsLeft(engine, table);
  await engine.run(dropKnownEvents(table));
  const left = await rowsLeft(engine, table);
  const { added, same, missing } =
    key === undefined
      ? { added: left, same: 0, missing: 0 }
      : await first(engine.ask(compareRecords(table, key)));
  await engine.run(mergeStatements(table));
  return { added, missing, repeated: arrived - left + same, changed: left - added - same };
};

const mergeImport = async (
  engine: QueryEngine,
  next: DataImport,
  [afterDay, byDay]: readonly [string, string],
): Promise<History['merges'][number]> => {
  const parts = await loadParts(engine, await next.streams());
  const tables: Partial<Record<CanonicalTable, TableMerge>> = {};
  for (const [table, streams] of parts) {
    const known = streams.map((part) => (part.known === undefined ? null : new Set(part.known)));
    await engine.run(arrivingStatements(table, known));
    if (table === 'lead') await engine.run([noteSeenChanges(afterDay, byDay)]);
    tables[table] = await mergeTable(engine, table);
  }
  return { id: next.id, tables };
};

const mergeAll = async (engine: QueryEngine, imports: readonly DataImport[]): Promise<History> => {
  const [oldest, ...later] = imports;
  if (oldest === undefined) throw new RangeError('A history needs an import.');
  const days = knownDays(imports);
  const parts = await loadParts(engine, await oldest.streams());
  for (const table of canonicalTableNames)
    await engine.run(startHistory(table, [...(parts.get(table) ?? []).keys()]));
  await engine.run(startSeenChanges);
  const merges: History['merges'][number][] = [];
  for (const [index, next] of later.entries())
    merges.push(await mergeImport(engine, next, [days[index] ?? '', days[index + 1] ?? '']));
  await engine.run([dropExplainedChanges]);
  const { changes } = await first(engine.ask(countSeenChanges));
  return { merges, seenChanges: changes };
};

/**
 * Replaces all canonical tables by the history of the imports, oldest first; whole or not at all. One import alone is
 * loaded as it is. Needs memory for the history twice and for one import.
 */
export const loadHistory = async (engine: QueryEngine, imports: readonly DataImport[]): Promise<History> => {
  const [only, ...others] = imports;
  if (only !== undefined && others.length === 0) {
    await loadCanonical(engine, await only.streams());
    return { merges: [], seenChanges: 0 };
  }
  try {
    const history = await mergeAll(engine, imports);
    await allOrNothing(engine, async () => {
      for (const table of canonicalTableNames) await engine.run(showHistory(table));
    });
    return history;
  } finally {
    for (const table of canonicalTableNames) await engine.run(dropHistory(table));
    await engine.run([dropSeenChanges]);
  }
};
