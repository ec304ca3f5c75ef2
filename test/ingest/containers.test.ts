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

const startsAt = (bytes: Uint8Array, at: number, mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[at + index] === byte);

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

  it('is refused where it needs a password', async () => {
    const zip = zipSync({ 'Lead.csv': strToU8(leads) });
    const local = 6;
    const listed = zip.findIndex((_, at) => startsAt(zip, at, [0x50, 0x4b, 1, 2])) + 8;
    zip[local] = 1;
    zip[listed] = 1;
    await expect(openContainer(file('locked.zip', zip))).rejects.toThrow(/protected with a password/);
  });

  it('is refused where it holds folders and hidden files alone', async () => {
    const zip = zipSync({ 'export/': new Uint8Array(0), '.DS_Store': strToU8('x') });
    await expect(openContainer(file('weekly.zip', zip))).rejects.toThrow(/holds no files/);
  });

  it('is refused where its own list says that it is small, and it is not', async () => {
    const zip = zipSync({ 'bomb.csv': new Uint8Array(1 << 27) });
    const listed = zip.findIndex((_, at) => startsAt(zip, at, [0x50, 0x4b, 1, 2]));
    zip.set([100, 0, 0, 0], 22);
    zip.set([100, 0, 0, 0], listed + 24);
    await expect(openContainer(file('bomb.zip', zip))).rejects.toThrow(/grows to more than/);
  });

  it('is refused where many small archives inside grow together beyond measure', async () => {
    const small = zipSync({ 'a.csv': new Uint8Array(1 << 20).fill(0x61) });
    const zip = zipSync(
      Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.zip`, small])),
    );
    await expect(openContainer(file('nested.zip', zip))).rejects.toThrow(/grows to more than/);
  });

  it('is refused where a million files are listed, before any is opened', async () => {
    const entries = 1_000_000;
    const listed = new Uint8Array(entries * 47);
    const view = new DataView(listed.buffer);
    for (let at = 0; at < listed.length; at += 47) {
      view.setUint32(at, 0x02014b50, true);
      view.setUint16(at + 28, 1, true);
      listed[at + 46] = 0x61;
    }
    const end = new DataView(new ArrayBuffer(22));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(10, entries & 0xffff, true);
    end.setUint32(12, listed.length, true);
    end.setUint32(16, 4, true);
    const content = new Blob([Uint8Array.of(0x50, 0x4b, 3, 4), listed, end.buffer]);
    await expect(openContainer({ name: 'many.zip', content, stamp: null })).rejects.toThrow(
      /more than 10000 files/,
    );
  });
});
