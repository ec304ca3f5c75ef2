import {
  canonicalTables,
  canonicalTableNames,
  type CanonicalKind,
  type CanonicalTable,
} from '../../../src/domain/canonical.ts';
import type { CanonicalRow } from '../canonical-rows.ts';

/** The rows one file of an export gives, and the columns it speaks of. */
export interface ExportFile {
  readonly table: CanonicalTable;
  readonly known: readonly string[];
  readonly rows: readonly CanonicalRow[];
}

/** One export: its files. */
export type Export = readonly ExportFile[];

/** Written from the rules: a record is told by these. */
const namedBy: Partial<Record<CanonicalTable, readonly string[]>> = {
  lead: ['lead_id'],
  opportunity: ['opportunity_id'],
  activity: ['activity_id'],
  campaign_cost: ['channel', 'segment', 'month', 'currency'],
};

/** A row in one text; an unknown yes/no counts as no. */
const cells = (table: CanonicalTable, row: CanonicalRow): string =>
  JSON.stringify(
    Object.entries<CanonicalKind>(canonicalTables[table]).map(
      ([column, kind]) => row[column] ?? (kind === 'flag' ? false : null),
    ),
  );

/** The name of a record; null for an event and for a record without one. */
const nameOf = (table: CanonicalTable, row: CanonicalRow): string | null => {
  const columns = namedBy[table];
  if (columns === undefined || (row[columns[0] ?? ''] ?? null) === null) return null;
  return JSON.stringify(columns.map((column) => row[column] ?? null));
};

const filesOf = (one: Export, table: CanonicalTable): readonly ExportFile[] =>
  one.filter((file) => file.table === table);

/** Each record: of every column, what the newest export says that names the record and speaks of the column. */
const records = (exports: readonly Export[], table: CanonicalTable): ReadonlyMap<string, CanonicalRow> => {
  const found = new Map<string, CanonicalRow>();
  for (const file of exports.flatMap((one) => filesOf(one, table))) {
    for (const row of file.rows) {
      const name = nameOf(table, row);
      if (name === null) continue;
      const said = Object.fromEntries(file.known.map((column) => [column, row[column] ?? null]));
      found.set(name, { ...found.get(name), ...said });
    }
  }
  return found;
};

const timesIn = (one: Export, table: CanonicalTable): ReadonlyMap<string, readonly CanonicalRow[]> => {
  const found = new Map<string, CanonicalRow[]>();
  for (const row of filesOf(one, table).flatMap((file) => file.rows)) {
    if (nameOf(table, row) === null)
      found.set(cells(table, row), [...(found.get(cells(table, row)) ?? []), row]);
  }
  return found;
};

/** Each event as often as the export holds it that holds it most often. */
const events = (exports: readonly Export[], table: CanonicalTable): readonly CanonicalRow[] => {
  const most = new Map<string, readonly CanonicalRow[]>();
  for (const one of exports) {
    for (const [key, rows] of timesIn(one, table))
      if (rows.length > (most.get(key)?.length ?? 0)) most.set(key, rows);
  }
  return [...most.values()].flat();
};

/** The history of exports, oldest first: the rows of a table. */
export const mergedRows = (exports: readonly Export[], table: CanonicalTable): readonly CanonicalRow[] => [
  ...records(exports, table).values(),
  ...events(exports, table),
];

/** The history as one export in which every file speaks of everything. */
export const mergedExport = (exports: readonly Export[]): Export =>
  canonicalTableNames.map((table) => ({
    table,
    known: Object.keys(canonicalTables[table]),
    rows: mergedRows(exports, table),
  }));

/** What the last of the exports did to a table; null where it has no file for it. */
export const lastMerge = (exports: readonly Export[], table: CanonicalTable) => {
  const last = exports.at(-1) ?? [];
  if (filesOf(last, table).length === 0) return null;
  const earlier = exports.slice(0, -1);
  const [before, after] = [records(earlier, table), records(exports, table)];
  const named = new Set(records([last], table).keys());
  let [added, changed, repeated] = [0, 0, 0];
  for (const name of named) {
    const [old, now] = [before.get(name), after.get(name)];
    if (old === undefined) added += 1;
    else if (cells(table, old) === cells(table, now ?? {})) repeated += 1;
    else changed += 1;
  }
  const had = timesIn(
    events(earlier, table).length === 0 ? [] : [{ table, known: [], rows: events(earlier, table) }],
    table,
  );
  for (const [key, rows] of timesIn(last, table)) {
    const there = Math.min(rows.length, had.get(key)?.length ?? 0);
    repeated += there;
    added += rows.length - there;
  }
  return { added, changed, repeated, missing: [...before.keys()].filter((name) => !named.has(name)).length };
};
