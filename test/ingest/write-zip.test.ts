import { describe, expect, it } from 'vitest';
import { readZip } from '../../src/ingest/read-zip.ts';
import { writeZip } from '../../src/ingest/write-zip.ts';

describe('a zip archive we write', () => {
  it('holds its files as they were, also empty ones and those with names in other letters', async () => {
    const files = [
      { name: 'Zażółć set aside.csv', content: new Blob(['a,b\r\n']) },
      { name: 'empty.csv', content: new Blob([]) },
      { name: 'long.csv', content: new Blob(['x'.repeat(5_000_000)]) },
    ];
    const read = await readZip(
      { name: 'all.zip', content: await writeZip(files), stamp: null },
      () => undefined,
    );
    expect(read.map(({ name }) => name)).toEqual(files.map(({ name }) => `all.zip/${name}`));
    for (const [at, { content }] of read.entries())
      expect(await content.text()).toBe(await files[at]?.content.text());
  });
});
