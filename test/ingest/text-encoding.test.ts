import { describe, expect, it } from 'vitest';
import { findEncoding, withSingleByteMarks, type Encoding } from '../../src/ingest/text-encoding.ts';
import { textReader } from '../../src/ingest/text-reader.ts';

const text = 'Id,Source\n1,Zoë’s “fair” – 5 €\n';

const utf16 = (value: string, littleEndian: boolean, mark: boolean): Uint8Array<ArrayBuffer> => {
  const units = (mark ? '\ufeff' : '') + value;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index += 1)
    view.setUint16(index * 2, units.charCodeAt(index), littleEndian);
  return bytes;
};

const windows1252: Readonly<Record<string, number>> = {
  ë: 0xeb,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
  '€': 0x80,
};

const inWindows1252 = Uint8Array.from(text, (letter) => windows1252[letter] ?? letter.charCodeAt(0));

const read = async (bytes: Uint8Array<ArrayBuffer>): Promise<{ encoding: Encoding; text: string }> => {
  const file = new Blob([bytes]);
  const found = await findEncoding(file);
  const readable = await withSingleByteMarks(file, found);
  return {
    encoding: found.encoding,
    text: textReader(readable.encoding)(new Uint8Array(await readable.file.arrayBuffer())),
  };
};

describe('the encoding of a file', () => {
  it('keeps a letter whose byte stands first and is the last of the code page', () => {
    const textOf = textReader('windows-1252');
    expect([textOf(Uint8Array.of(0xff, 0x61)), textOf(Uint8Array.of(0x61, 0xff))]).toEqual(['ÿa', 'aÿ']);
  });

  it.each([
    ['UTF-8', 'utf-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', 'utf-8', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-16 little-endian with a mark', 'utf-16le', utf16(text, true, true)],
    ['UTF-16 big-endian with a mark', 'utf-16be', utf16(text, false, true)],
    ['UTF-16 little-endian without a mark', 'utf-16le', utf16(text, true, false)],
    ['UTF-16 big-endian without a mark', 'utf-16be', utf16(text, false, false)],
    ['Windows-1252 with curly quotation marks and the euro', 'windows-1252', inWindows1252],
  ] as const)('%s is recognised and gives the same text', async (_, encoding, bytes) => {
    expect(await read(Uint8Array.from(bytes))).toEqual({ encoding, text });
  });

  it('keeps the last letter of Windows-1252 where it comes first', () => {
    expect(textReader('windows-1252')(Uint8Array.of(0xff, 0x61, 0xff))).toBe('ÿaÿ');
  });

  it('of plain ASCII is UTF-8', async () => {
    expect((await read(Uint8Array.from(new TextEncoder().encode('Id,Source\n1,Web\n')))).encoding).toBe(
      'utf-8',
    );
  });

  it('of an empty file is UTF-8', async () => {
    expect(await read(new Uint8Array(0))).toEqual({ encoding: 'utf-8', text: '' });
  });

  it('is decided by all bytes: one far behind the first pages that UTF-8 cannot have', async () => {
    const long = new Uint8Array(100_000).fill(0x61);
    long[99_000] = 0xeb;
    expect((await read(long)).encoding).toBe('windows-1252');
  });

  it('is not taken for UTF-16 because of some NUL bytes', async () => {
    const bytes = Uint8Array.from(
      new TextEncoder().encode(`Id,Note\n${'1,a\u0000\u0000b and more text\n'.repeat(30)}`),
    );
    expect((await read(bytes)).encoding).toBe('utf-8');
  });
});
