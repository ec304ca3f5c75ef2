import { inflationMeter } from './inflation-limits.ts';
import { readGzip } from './read-gzip.ts';
import { readZip } from './read-zip.ts';
import type { SourceFile } from './source-file.ts';
import { workbookKind } from './workbook-kind.ts';

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const deepest = 3;

/**
 * The plain files a dropped file holds: itself, or what is inside a gzip or zip, also one inside the other, all of them
 * together within the limits for the outermost. A workbook is a zip inside, but one file.
 */
export const openContainer = (file: SourceFile): Promise<readonly SourceFile[]> =>
  opened(file, inflationMeter(file.name, file.content.size), 0);

const opened = async (
  file: SourceFile,
  grown: (bytes: number) => void,
  depth: number,
): Promise<readonly SourceFile[]> => {
  if (depth === deepest) return [file];
  const magic = new Uint8Array(await file.content.slice(0, 4).arrayBuffer());
  if (startsWith(magic, 0x1f, 0x8b)) return opened(await readGzip(file, grown), grown, depth + 1);
  if (!startsWith(magic, 0x50, 0x4b, 0x03, 0x04)) return [file];
  if ((await workbookKind(file.content)) !== null) return [file];
  const inside: SourceFile[] = [];
  for (const inner of await readZip(file, grown)) inside.push(...(await opened(inner, grown, depth + 1)));
  return inside;
};
