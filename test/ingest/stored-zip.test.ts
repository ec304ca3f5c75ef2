import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../src/ingest/crc32.ts';
import { storedZip } from '../../src/ingest/stored-zip.ts';
import { zipDirectory } from '../../src/ingest/zip-directory.ts';

const texts = new Map([
  ['xl/workbook.xml', '<workbook/>'],
  ['xl/worksheets/båt.xml', 'five bytes or so'],
  ['empty.xml', ''],
]);

const files = new Map(
  [...texts].map(([name, text]) => {
    const bytes = Uint8Array.from(strToU8(text));
    return [name, { bytes, checksum: crc32(bytes, 0) }] as const;
  }),
);

describe('a zip without compression', () => {
  it('holds its files under their names', () => {
    const unpacked = unzipSync(storedZip(files));
    expect(new Map(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]))).toEqual(texts);
  });

  it('has the checksums that another packer gives', async () => {
    const packed = Uint8Array.from(
      zipSync(Object.fromEntries([...files].map(([name, { bytes }]) => [name, bytes]))),
    );
    const checksums = async (zip: Uint8Array<ArrayBuffer>) =>
      (await zipDirectory(new Blob([zip])))?.map(({ name, checksum }) => [name, checksum]);
    expect(await checksums(storedZip(files))).toEqual(await checksums(packed));
  });
});
