import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../src/crm/recognise.ts';
import { crmFormats } from '../../src/crm/registry.ts';
import { inspectHeaders } from '../support/inspect-headers.ts';
import { isBalanced, type FileLedger } from '../../src/ingest/ledger.ts';
import { fileOf, importing } from '../support/import-texts.ts';
import { importedRows } from '../support/imported-rows.ts';
import { datasetsDir, hasDatasets, missing } from '../support/oracle.ts';

const root = 'test/crm/fixtures';

const filesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .toSorted()
    .map((name) => fileOf(name, readFileSync(join(folder, name))));

const folders = readdirSync(root).flatMap((format) =>
  readdirSync(join(root, format)).map((name) => ({ format, name, folder: join(root, format, name) })),
);

const line = (value: unknown): string => JSON.stringify(value);

const ledgerText = (file: FileLedger): string => {
  const { records, loaded, setAside, duplicates, notData } = file;
  return [
    `${file.name}: ${file.format}, ${file.table}`,
    `  ${line({ records, loaded, setAside, duplicates, notData })}`,
    ...file.examples.map(({ line: at, reason, column }) =>
      `  line ${at}: ${reason} ${column ?? ''}`.trimEnd(),
    ),
    ...file.findings.map(({ reason, column, count, example }) =>
      `  ${count} of ${column}: ${reason} ${example}`.trimEnd(),
    ),
    ...(file.note === undefined ? [] : [`  ${file.note}`]),
    ...Object.entries(file.columns).map(([canonical, source]) => `  ${source} -> ${canonical}`),
  ].join('\n');
};

describe.each(folders)('the export in $format/$name', ({ format, name, folder }) => {
  it('becomes the rows and the ledger that are written beside it', async () => {
    const imported = await importing(filesIn(folder, '.csv'));
    const rows = Object.entries(importedRows(imported)).map(
      ([table, found]) => `${table}\n${found.map((row) => `  ${line(row)}`).join('\n')}`,
    );
    const text = [...imported.files.map(ledgerText), ...rows].join('\n\n');
    await expect(`${text}\n`).toMatchFileSnapshot(`fixtures/${format}/${name}/expected.txt`);
  });

  it('is balanced, and each of its files is of its own format', async () => {
    const { files } = await importing(filesIn(folder, '.csv'));
    expect(files.map((file) => file.format)).toEqual(files.map(() => format));
    expect(files.every(isBalanced)).toBe(true);
  });

  it('is of no other format, even where its own is not known', async () => {
    const others = crmFormats.filter(({ id }) => id !== format && id !== 'plain-tables');
    for (const file of filesIn(folder, '.csv'))
      expect(recognise(await inspectHeaders(file), others)?.format.id ?? null).toBeNull();
  });
});

describe.skipIf(!hasDatasets)(`the data sets${missing(hasDatasets, 'DATASETS_DIR')}`, () => {
  const sets = hasDatasets ? readdirSync(datasetsDir) : [];
  const files = sets.flatMap((set) => filesIn(join(datasetsDir, set), '.csv'));

  it.each(files.map((file) => [file.name, file] as const))(
    'hold no file that is taken for another kind: %s',
    async (_, file) => {
      expect(recognise(await inspectHeaders(file), crmFormats)).toBeNull();
    },
  );
});
