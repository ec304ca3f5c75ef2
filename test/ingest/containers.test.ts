import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/ingest/ledger.ts';
import { openContainer } from '../../src/ingest/open-container.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';

const file = (name: string, bytes: Uint8Array): SourceFile => ({
  name,
  content: new Blob([new Uint8Array(bytes)]),
  stamp: null,
});

const contents = async (opened: readonly SourceFile[]) =>
  Promise.all(opened.map(async ({ name, content }) => [name, await content.text()] as const));

const leads = 'Id,LeadSource\n1,Fair\n';

describe('an archive', () => {
  it('gives the files inside, under its name and theirs, without folders and hidden files', async () => {
    const zip = zipSync({
      'export/Lead.csv': strToU8(leads),
      'export/empty/': new Uint8Array(0),
      '__MACOSX/._Lead.csv': strToU8('x'),
      '.DS_Store': strToU8('x'),
    });
    expect(await contents(await openContainer(file('weekly.zip', zip)))).toEqual([
      ['weekly.zip/export/Lead.csv', leads],
    ]);
  });

  it('gives what a gzip inside it holds', async () => {
    const zip = zipSync({ 'Lead.csv.gz': gzipSync(strToU8(leads)) });
    expect(await contents(await openContainer(file('weekly.zip', zip)))).toEqual([
      ['weekly.zip/Lead.csv.gz', leads],
    ]);
  });

  it('is opened where it lies in another archive', async () => {
    const zip = zipSync({ 'part-1.zip': zipSync({ 'Lead.csv': strToU8(leads) }) });
    expect(await contents(await openContainer(file('all.zip', zip)))).toEqual([
      ['all.zip/part-1.zip/Lead.csv', leads],
    ]);
  });

  it('is refused wherever it is cut off', async () => {
    const zip = zipSync({ 'Lead.csv': strToU8(leads.repeat(50)), 'Task.csv': strToU8('a\n') });
    for (let size = 5; size < zip.length; size += 7) {
      await expect(openContainer(file('weekly.zip', zip.slice(0, size))), `${size} bytes`).rejects.toThrow(
        ImportError,
      );
    }
  });

  it('is refused where it grows beyond two hundred times its size', async () => {
    const zip = zipSync({ 'bomb.csv': new Uint8Array(1 << 26) });
    await expect(openContainer(file('bomb.zip', zip))).rejects.toThrow(/grows to more than/);
  });

  it('is refused where it holds more files than anybody exports', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`${index}.csv`, new Uint8Array(0)]),
    );
    await expect(openContainer(file('many.zip', zipSync(many, { level: 0 })))).rejects.toThrow(
      /more than 10000 files/,
    );
  });
});
