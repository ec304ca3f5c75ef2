import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/ingest/ledger.ts';
import { openContainer } from '../../src/ingest/open-container.ts';
import { openSources } from '../../src/ingest/open-sources.ts';
import { seeded } from '../support/table-formats.ts';

const noise = (size: number, seed: number): Uint8Array<ArrayBuffer> => {
  const next = seeded(seed);
  return Uint8Array.from({ length: size }, () => Math.floor(next() * 256));
};

const behind = (beginning: string, size = 3000): Uint8Array<ArrayBuffer> =>
  Uint8Array.from([...Array.from(beginning, (letter) => letter.charCodeAt(0)), ...noise(size, 7)]);

const document = zipSync({
  '[Content_Types].xml': strToU8('<Types/>'),
  'word/document.xml': strToU8('<w/>'),
});

const open = async (content: string | Uint8Array): Promise<number> => {
  const blob = new Blob([typeof content === 'string' ? content : new Uint8Array(content)]);
  let sources = 0;
  for (const file of await openContainer({ name: 'leads.csv', content: blob, stamp: null }))
    sources += (await openSources(file)).length;
  return sources;
};

describe('a file named .csv that holds no table is refused with what it is:', () => {
  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['a PNG', behind('\u0089PNG\r\n\u001a\n'), /is a picture/],
    ['a JPEG', behind('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF'), /is a picture/],
    ['a GIF', behind('GIF89a'), /is a picture/],
    ['a PDF', behind('%PDF-1.7\n'), /is a PDF document/],
    ['a word processor’s file', document, /is a document without sheets/],
    ['a rich text', '{\\rtf1\\ansi hello, world}', /is a text document/],
    ['the page of a sign-in', '<!DOCTYPE html>\n<html><body>Please, sign in</body></html>', /is a web page/],
    ['a page behind a comment', '<!-- saved -->\n<HTML>\n<p>a,b</p>\n</HTML>', /is a web page/],
    ['XML', '<?xml version="1.0"?>\n<leads><lead/></leads>', /is an XML document/],
    ['a 7z', behind("7z\u00bc\u00af'\u001c"), /is an archive of a kind/],
    ['a rar', behind('Rar!\u001a\u0007'), /is an archive of a kind/],
    ['a program', behind('MZ\u0090\u0000'), /is no text/],
    ['a database', behind('SQLite format 3\u0000'), /is a database/],
    ['noise', noise(20_000, 3), /is no text/],
    ['nothing but NUL bytes', new Uint8Array(5000), /is no text/],
    ['an empty archive', behind('PK\u0005\u0006', 18).fill(0, 4), /is an archive without files/],
    ['a damaged Parquet file', behind('PAR1'), /Parquet file leads\.csv is damaged/],
    ['a damaged Arrow file', behind('ARROW1\u0000\u0000'), /Arrow file leads\.csv is damaged/],
    [
      'a damaged old workbook',
      behind('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'),
      /damaged|password/,
    ],
    ['a damaged gzip', behind('\u001f\u008b'), /is damaged and cannot be unpacked/],
  ])('%s', async (_, content, words) => {
    const opened = open(content);
    await expect(opened).rejects.toThrow(ImportError);
    await expect(opened).rejects.toThrow(words);
  });

  it.each([
    ['text with few control characters', `Id,Note\n1,"a\u000bb\u0007"\n${'2,some more text\n'.repeat(30)}`],
    ['text with NUL bytes in some cells', `Id,Note\n${'1,a\u0000b and more\n'.repeat(30)}`],
    ['a cell with markup', 'Id,Note\n1,<html>\n'],
    ['a header in angle brackets', '<Id>,<Note>\n1,a\n'],
    ['an empty file', ''],
    [
      'UTF-16 without a mark',
      new Uint8Array(new Uint16Array(Array.from('Id,Note\n1,abc\n', (c) => c.charCodeAt(0))).buffer),
    ],
  ])('but not %s', async (_, content) => {
    expect(await open(content)).toBe(1);
  });
});
