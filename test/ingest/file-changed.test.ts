import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crmFormats } from '../../src/crm/registry.ts';
import { openFiles } from '../../src/headless/read-files.ts';
import { importFiles } from '../../src/ingest/import-files.ts';
import { reasonWords } from '../../src/ingest/ledger.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { fileOf, leadsCsv } from '../support/import-texts.ts';

let folder = '';
const text = leadsCsv([{ Id: 'a' }, { Id: 'b' }]);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-changed-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const onDisk = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  const [file] = await openFiles([path]);
  if (file === undefined) throw new Error('No file.');
  return { path, file };
};

const importing = (files: readonly SourceFile[], meanwhile: () => void) =>
  importFiles(files, { formats: crmFormats, reportTimeZone: 'UTC' }, meanwhile, new AbortController().signal);

const refusal = { reason: 'FILE_CHANGED_WHILE_READING', name: 'ImportError' };

describe('a file that changes while it is read', () => {
  it('refuses the whole import and is named, although all of it had been read', async () => {
    const { path, file } = await onDisk('Lead.csv', text);
    const result = importing([fileOf('Other.csv', leadsCsv([{ Id: 'c' }])), file], () =>
      appendFileSync(path, 'more\n'),
    );
    await expect(result).rejects.toMatchObject({ ...refusal, file: 'Lead.csv' });
    await expect(result).rejects.toThrow(`${reasonWords.FILE_CHANGED_WHILE_READING}: Lead.csv.`);
  });

  it('is not taken for damaged where it was packed', async () => {
    const { path, file } = await onDisk('Lead.csv.gz', gzipSync(new TextEncoder().encode(text)));
    writeFileSync(path, 'something else');
    await expect(importing([file], () => undefined)).rejects.toMatchObject({
      ...refusal,
      file: 'Lead.csv.gz',
    });
  });

  it('is refused as well where it is gone', async () => {
    const { path, file } = await onDisk('Gone.csv', text);
    await expect(importing([file], () => rmSync(path, { force: true }))).rejects.toMatchObject(refusal);
  });

  it('loads where it stays as it is', async () => {
    const { file } = await onDisk('Same.csv', text);
    const { files } = await importing([file], () => undefined);
    expect(files[0]?.loaded).toBe(2);
  });
});
