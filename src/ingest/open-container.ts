import { readGzip } from './read-gzip.ts';
import { readZip } from './read-zip.ts';
import type { SourceFile } from './source-file.ts';
import { workbookKind } from './workbook-kind.ts';

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const deepest = 3;

/**
 * The plain files a dropped file holds: itself, or what is inside a gzip or zip, also one inside the other. A workbook
 * is a zip inside, but one file.
 */
export const openContainer = async (file: SourceFile, depth = 0): Promise<readonly SourceFile[]> => {
  if (depth === deepest) return [file];
  const magic = new Uint8Array(await file.content.slice(0, 4).arrayBuffer());
  if (startsWith(magic, 0x1f, 0x8b)) return openContainer(await readGzip(file), depth + 1);
  if (!startsWith(magic, 0x50, 0x4b, 0x03, 0x04)) return [file];
  if ((await workbookKind(file.content)) !== null) return [file];
  const opened: SourceFile[] = [];
  for (const inner of await readZip(file)) opened.push(...(await openContainer(inner, depth + 1)));
  return opened;
};
