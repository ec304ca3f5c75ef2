import { ImportError } from './ledger.ts';
import { markedEncoding } from './text-encoding.ts';

const ascii = (text: string): readonly number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** What files that hold no table begin with, and what they are. */
const beginnings: readonly (readonly [readonly number[], string])[] = [
  [[0x89, ...ascii('PNG')], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [ascii('GIF8'), 'a picture'],
  [ascii('II*\u0000'), 'a picture'],
  [ascii('MM\u0000*'), 'a picture'],
  [ascii('%PDF-'), 'a PDF document'],
  [ascii('{\\rtf'), 'a text document'],
  [ascii('PK\u0003\u0004'), 'an archive within archives'],
  [ascii('PK\u0005\u0006'), 'an archive without files'],
  [ascii("7z\u00bc\u00af'\u001c"), 'an archive of a kind that cannot be opened here'],
  [ascii('Rar!\u001a'), 'an archive of a kind that cannot be opened here'],
  [ascii('BZh'), 'an archive of a kind that cannot be opened here'],
  [[0xfd, ...ascii('7zXZ')], 'an archive of a kind that cannot be opened here'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'an archive of a kind that cannot be opened here'],
  [ascii('SQLite format 3'), 'a database'],
  [ascii('\u007fELF'), 'a program'],
];

const page = /^\s*(?:<!--[^>]*-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i;
const markup = /^\s*<(?:\?xml|!doctype|svg)[\s>]/i;

const mostControl = 0.02;
const mostNul = 0.3;
const fewestBytes = 32;

/** Control characters that text has: tab, line ends, form feed, the old end of a file, and escape. */
const isUsual = (byte: number): boolean => (byte >= 0x08 && byte <= 0x0d) || byte === 0x1a || byte === 0x1b;

const isBinary = (head: Uint8Array): boolean => {
  let control = 0;
  let nul = 0;
  for (const byte of head) {
    if (byte === 0) nul += 1;
    else if (byte < 0x20 && !isUsual(byte)) control += 1;
  }
  return head.length >= fewestBytes && (control > head.length * mostControl || nul > head.length * mostNul);
};

const kindOf = (head: Uint8Array): string | null => {
  const known = beginnings.find(([bytes]) => bytes.every((byte, index) => head[index] === byte));
  if (known !== undefined) return known[1];
  const marked = markedEncoding(head);
  if (marked !== null && marked.encoding !== 'utf-8') return null;
  const text = new TextDecoder('windows-1252').decode(head.subarray(marked?.mark ?? 0, 1024));
  if (page.test(text)) return 'a web page, as one gets when signed out';
  if (markup.test(text)) return 'an XML document';
  return isBinary(head) ? 'no text' : null;
};

/** A file that is something else than a table. Among others it is left out; alone it is an error. */
export class NoTableError extends ImportError {}

/** Throws a `NoTableError` where the first bytes of a file, whatever its name, are those of something that is no table. */
export const refuseNoTable = (name: string, head: Uint8Array): void => {
  const kind = kindOf(head);
  if (kind !== null)
    throw new NoTableError(
      name,
      `${name} is ${kind}, whatever its name says, and holds no table. Export the records as CSV, or save them as a workbook, and drop that file.`,
    );
};
