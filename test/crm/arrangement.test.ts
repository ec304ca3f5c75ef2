import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { openSources } from '../../src/ingest/open-sources.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { csv, fileOf, importing } from '../support/import-texts.ts';
import { importedRows } from '../support/imported-rows.ts';
import { seeded } from '../support/table-formats.ts';

/** A table whose rows are all as wide as its header: what stands below the data of a report is left out. */
interface CleanTable {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const root = 'test/crm/fixtures';
const withoutCleanFolder: Readonly<Record<string, string>> = { 'plain-tables': 'two-files' };

const tableOf = async (file: SourceFile): Promise<CleanTable> => {
  const [source] = await openSources(file);
  const records: (readonly string[])[] = [];
  await source?.read(
    ({ cells }) => records.push(cells ?? []),
    () => undefined,
    new AbortController().signal,
  );
  const [header = [], ...rows] = records;
  return { name: file.name, header, rows: rows.filter((row) => row.length === header.length) };
};

const tablesOf = async (format: string): Promise<readonly CleanTable[]> => {
  const folder = join(root, format, withoutCleanFolder[format] ?? 'clean');
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  return Promise.all(names.map((name) => tableOf(fileOf(name, readFileSync(join(folder, name))))));
};

const shuffled = <Item>(items: readonly Item[], random: () => number): Item[] =>
  items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);

const textOf = ({ header, rows }: CleanTable): string => csv([header, ...rows]);

const asFile = (table: CleanTable): SourceFile => fileOf(table.name, textOf(table));

/** Every canonical row as text, whatever its order. */
const contentOf = async (
  files: readonly SourceFile[],
): Promise<Readonly<Record<string, readonly string[]>>> =>
  Object.fromEntries(
    Object.entries(importedRows(await importing(files))).map(([table, rows]) => [
      table,
      rows.map((row) => JSON.stringify(row)).toSorted(),
    ]),
  );

const columnsShuffled = (table: CleanTable, random: () => number): CleanTable => {
  const order = shuffled([...table.header.keys()], random);
  const pick = (cells: readonly string[]) => order.map((column) => cells[column] ?? '');
  return { ...table, header: pick(table.header), rows: table.rows.map(pick) };
};

const rowsShuffled = (table: CleanTable, random: () => number): CleanTable => ({
  ...table,
  rows: shuffled(table.rows, random),
});

const split = (table: CleanTable, random: () => number): readonly CleanTable[] => {
  const parts = table.rows.map((row) => [Math.floor(random() * 3), row] as const);
  return [0, 1, 2].map((part) => ({
    ...table,
    name: `${part}-${table.name}`,
    rows: parts.flatMap(([of, row]) => (of === part ? [row] : [])),
  }));
};

/** Day and month may change places: only a whole column tells which is which. */
const needsItsColumn = (table: CleanTable): boolean => /\d[/.]\d{1,2}[/.]\d{4}/.test(textOf(table));

const always = async (
  tables: readonly CleanTable[],
  arrange: (table: CleanTable, random: () => number) => readonly CleanTable[],
): Promise<void> => {
  const expected = await contentOf(tables.map(asFile));
  expect(Object.keys(expected)).not.toEqual([]);
  await fc.assert(
    fc.asyncProperty(fc.integer(), async (seed) => {
      const random = seeded(seed);
      const files = shuffled(
        tables.flatMap((table) => arrange(table, random)),
        random,
      );
      expect(await contentOf(files.map(asFile))).toEqual(expected);
    }),
    { seed: 11, numRuns: 6 },
  );
};

describe.each(crmFormats.map(({ id }) => id))('the canonical rows of a clean export of %s', (format) => {
  it('do not depend on the order of its columns', async () =>
    always(await tablesOf(format), (table, random) => [columnsShuffled(table, random)]));

  it('do not depend on the order of its rows', async () =>
    always(await tablesOf(format), (table, random) => [rowsShuffled(table, random)]));

  it('do not depend on how many files it is split into, where each cell can be read by itself', async () =>
    always(await tablesOf(format), (table, random) =>
      needsItsColumn(table) ? [table] : split(table, random),
    ));
});
