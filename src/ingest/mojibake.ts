import { textReader } from './text-reader.ts';

const singleByte = textReader('windows-1252');
const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [singleByte(Uint8Array.of(byte)), byte]));
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A text whose UTF-8 bytes were once read as Windows-1252, such as "MalmÃ¶", as it was meant: "Malmö". Any other text,
 * also one that merely holds such letters, stays as it is.
 */
export const withoutMojibake = (text: string): string => {
  if (!/[\u00c2-\u00f4]/.test(text)) return text;
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = byteOf.get(letter);
    if (byte === undefined) return text;
    bytes.push(byte);
  }
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
};
