import { inflateSync } from 'fflate';
import { packedBytesOf, zipDirectory, type ZipEntry } from './zip-directory.ts';

/** The kinds of workbook that can be read; `office` is a document of the same family without sheets. */
export type WorkbookKind = 'xlsx' | 'xlsb' | 'xls' | 'ods' | 'office';

const spreadsheetTypes: ReadonlySet<string> = new Set([
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet-template',
]);

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const zipMagic = [0x50, 0x4b, 0x03, 0x04] as const;
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;

const longestType = 200;

/** What an OpenDocument file says it is, in an entry of a few bytes; nothing where there is none. */
const statedType = async (content: Blob, entries: readonly ZipEntry[]): Promise<string> => {
  const entry = entries.find(({ name }) => name === 'mimetype');
  const packed =
    entry === undefined || entry.packedBytes > longestType ? null : await packedBytesOf(content, entry);
  if (packed === null) return '';
  try {
    return new TextDecoder().decode(entry?.method === 0 ? packed : inflateSync(packed)).trim();
  } catch {
    return '';
  }
};

/** Which kind of workbook a file is, by its first bytes and the entries inside; null for anything else. */
export const workbookKind = async (content: Blob): Promise<WorkbookKind | null> => {
  const head = new Uint8Array(await content.slice(0, 8).arrayBuffer());
  if (startsWith(head, compoundMagic)) return 'xls';
  if (!startsWith(head, zipMagic)) return null;
  const entries = (await zipDirectory(content)) ?? [];
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.has('[content_types].xml')) {
    if (names.has('xl/workbook.bin')) return 'xlsb';
    return names.has('xl/workbook.xml') ? 'xlsx' : 'office';
  }
  const text = await statedType(content, entries);
  if (spreadsheetTypes.has(text)) return 'ods';
  return text.startsWith('application/vnd.oasis.opendocument.') ? 'office' : null;
};
