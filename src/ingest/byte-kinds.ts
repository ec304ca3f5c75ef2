import type { Dialect } from './dialect.ts';
import { textReader } from './text-reader.ts';

/** What a byte means to who cuts cells: `beyond` is no ASCII, `odd` has no place in a regular file. */
export const byteKinds = {
  plain: 0,
  delimiter: 1,
  lineFeed: 2,
  return: 3,
  mark: 4,
  beyond: 5,
  odd: 6,
} as const;

const isUndefined = (text: string): boolean => text === '\ufffd' || (text >= '\u0080' && text <= '\u009f');

/** The kind of each of the 256 bytes; null for a dialect that is only read the careful way. */
export const kindsOfBytes = (
  { delimiter, quote, escape, lineEnd }: Dialect,
  encoding: string,
): Uint8Array | null => {
  if (delimiter.length !== 1 || delimiter === ' ' || escape !== 'double' || lineEnd !== 'lf') return null;
  const kinds = new Uint8Array(256);
  kinds.fill(byteKinds.odd, 0x00, 0x20);
  kinds.fill(byteKinds.beyond, 0x80);
  kinds[0x09] = byteKinds.plain;
  kinds[0x0a] = byteKinds.lineFeed;
  kinds[0x0d] = byteKinds.return;
  kinds[0x7f] = byteKinds.odd;
  kinds[delimiter.charCodeAt(0)] = byteKinds.delimiter;
  kinds[quote.charCodeAt(0)] = byteKinds.mark;
  if (encoding !== 'utf-8') {
    const decode = textReader(encoding);
    for (let byte = 0x80; byte < 0x100; byte += 1)
      if (isUndefined(decode(Uint8Array.of(byte)))) kinds[byte] = byteKinds.odd;
  }
  return kinds;
};
