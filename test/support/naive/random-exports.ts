import {
  canonicalTables,
  canonicalTableNames,
  type CanonicalKind,
  type CanonicalTable,
} from '../../../src/domain/canonical.ts';
import type { CanonicalRow } from '../canonical-rows.ts';
import type { Export, ExportFile } from './merge-exports.ts';
import { createPrng, type Prng } from './prng.ts';

const keys: Readonly<Record<CanonicalTable, readonly string[]>> = {
  lead: ['lead_id'],
  stage_event: ['lead_id'],
  opportunity: ['opportunity_id'],
  opportunity_event: ['opportunity_id'],
  lead_opportunity: ['opportunity_id'],
  activity: ['activity_id'],
  campaign_cost: ['channel'],
};

const cellOf = (prng: Prng, kind: CanonicalKind): string | number | boolean | null => {
  if (kind === 'flag') return prng.chance(0.5);
  if (prng.chance(0.25)) return null;
  switch (kind) {
    case 'text':
    case 'category':
      return prng.pick(['a', 'b', 'ö', ' ', '']);
    case 'instant':
      return prng.pick(['2024-03-01T08:00:00Z', '2026-01-05T23:59:59Z', '2026-02-01T00:00:00Z']);
    case 'day':
      return prng.pick(['2024-03-01', '2026-01-05', '2026-02-01']);
    case 'number':
    case 'money':
      return prng.pick([0, 1, 2.5, -100]);
  }
};

const rowOf = (prng: Prng, table: CanonicalTable, id: string): CanonicalRow =>
  Object.fromEntries(
    Object.entries<CanonicalKind>(canonicalTables[table]).map(([name, kind]) => [
      name,
      keys[table].includes(name) ? id : cellOf(prng, kind),
    ]),
  );

/** A row some days later: most often the same, sometimes with a few cells changed or emptied. */
const later = (prng: Prng, table: CanonicalTable, row: CanonicalRow): CanonicalRow => {
  if (prng.chance(0.5)) return row;
  const fresh = rowOf(prng, table, String(row[keys[table][0] ?? '']));
  const naming = table === 'campaign_cost' ? ['channel', 'segment', 'month', 'currency'] : keys[table];
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) =>
      prng.chance(0.2) && !naming.includes(name) ? [name, fresh[name] ?? null] : [name, cell],
    ),
  );
};

const isEvent = (table: CanonicalTable): boolean =>
  table === 'stage_event' || table === 'opportunity_event' || table === 'lead_opportunity';

/** The rows of one table as they stand in each of the exports that follow each other. */
const states = (prng: Prng, table: CanonicalTable, exports: number, prefix: string) => {
  let rows: readonly CanonicalRow[] = [];
  return Array.from({ length: exports }, (_, week) => {
    const added = Array.from({ length: prng.int(0, 2) }, (__, index) =>
      rowOf(prng, table, `${prefix}-${week}-${index}`),
    ).map((row) => (table === 'activity' && prng.chance(0.4) ? { ...row, activity_id: null } : row));
    const repeats = isEvent(table) ? rows.filter(() => prng.chance(0.15)) : [];
    const remembered = rows.filter(() => prng.chance(0.85));
    rows = [
      ...remembered.map((row) => (isEvent(table) ? row : later(prng, table, row))),
      ...added,
      ...repeats,
    ];
    return rows;
  });
};

const fileOf = (prng: Prng, table: CanonicalTable, rows: readonly CanonicalRow[]): ExportFile => {
  const all = Object.keys(canonicalTables[table]);
  const named = table === 'campaign_cost' ? ['channel', 'segment', 'month', 'currency'] : keys[table];
  const known =
    isEvent(table) || prng.chance(0.5) ? all : all.filter((name) => named.includes(name) || prng.chance(0.7));
  return {
    table,
    known,
    rows: rows.map((row) => Object.fromEntries(known.map((name) => [name, row[name] ?? null]))),
  };
};

const companiesOfAFile = 100;

/**
 * Several companies, each with a sequence of up to four exports, taken together: the n-th export of all of them is one
 * export, with a file for a hundred companies and a table. Records come, change, lose cells and columns, and are forgotten;
 * events repeat.
 */
export const randomExports = (seed: number, companies: number): readonly Export[] => {
  const prng = createPrng(seed);
  const together: ExportFile[][] = [[], [], [], []];
  for (let first = 0; first < companies; first += companiesOfAFile) {
    for (const table of canonicalTableNames) {
      const rows: CanonicalRow[][] = [[], [], [], []];
      for (let company = first; company < Math.min(companies, first + companiesOfAFile); company += 1)
        for (const [week, state] of states(prng, table, prng.int(1, 4), `${company}`).entries())
          rows[week]?.push(...state);
      for (const [week, state] of rows.entries())
        if (prng.chance(0.8)) together[week]?.push(fileOf(prng, table, state));
    }
  }
  return together;
};
