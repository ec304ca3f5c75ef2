import { Unzip, UnzipInflate } from 'fflate';
import { damaged, maxEntries } from './inflation-limits.ts';
import { ImportError } from './ledger.ts';
import type { SourceFile } from './source-file.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

const chunkBytes = 1 << 20;
/** So few bytes at once that what they inflate to is counted before it fills the memory. */
const stepBytes = 1 << 14;
const directoryEnd = 0x06054b50;
const directoryEndBytes = 22;
const longestComment = 0xffff;
const countedElsewhere = 0xffff;

const isHidden = (name: string): boolean =>
  name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\.[^/]*$/.test(name);

/** How many entries the archive's own directory counts; null where the directory, which stands last, is cut off. */
const countedEntries = async (content: Blob): Promise<number | null> => {
  const tail = await content
    .slice(Math.max(0, content.size - directoryEndBytes - longestComment))
    .arrayBuffer();
  const view = new DataView(tail);
  for (let at = tail.byteLength - directoryEndBytes; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === directoryEnd) return view.getUint16(at + 10, true);
  }
  return null;
};

const tooMany = (name: string): ImportError =>
  new ImportError(
    name,
    `${name} holds more than ${maxEntries} files and was refused. Unpack it and drop only the files you need.`,
  );

/** Refuses an archive for what its own directory says of it. */
const refuseListed = (name: string, listed: readonly ZipEntry[]): void => {
  if (listed.length > maxEntries) throw tooMany(name);
  if (listed.some((entry) => entry.isEncrypted))
    throw new ImportError(
      name,
      `The archive ${name} is protected with a password. Unpack it yourself and drop the files inside.`,
    );
  if (listed.length > 0 && listed.every((entry) => isHidden(entry.name)))
    throw new ImportError(name, `The archive ${name} holds no files. Export it again.`);
};

interface Entry {
  readonly name: string;
  readonly parts: Uint8Array<ArrayBuffer>[];
  isWhole: boolean;
}

/**
 * The files inside a zip archive, each with the archive's name before its own; folders and hidden files are left out.
 * `grown` counts their bytes while they inflate, whatever the archive says of itself. Throws an `ImportError` for an
 * archive that is damaged, cut off, locked, empty, or grows beyond the limits.
 */
export const readZip = async (
  { name, content, stamp }: SourceFile,
  grown: (bytes: number) => void,
): Promise<readonly SourceFile[]> => {
  const counted = await countedEntries(content);
  if (counted === null) throw damaged(name);
  refuseListed(name, (await zipDirectory(content)) ?? []);
  const entries: Entry[] = [];
  let seen = 0;
  let failure: unknown = null;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > maxEntries) throw tooMany(name);
    if (isHidden(file.name)) return;
    const entry: Entry = { name: `${name}/${file.name}`, parts: [], isWhole: false };
    entries.push(entry);
    file.ondata = (error, data, isLast) => {
      if (error !== null) {
        failure ??= error;
        return;
      }
      grown(data.length);
      entry.parts.push(new Uint8Array(data));
      entry.isWhole = isLast;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let from = 0; from < content.size; from += chunkBytes) {
      const bytes = new Uint8Array(await content.slice(from, from + chunkBytes).arrayBuffer());
      for (let at = 0; at < bytes.length; at += stepBytes)
        unzip.push(bytes.subarray(at, at + stepBytes), from + at + stepBytes >= content.size);
      if (failure !== null) break;
    }
  } catch (cause) {
    failure ??= cause;
  }
  if (failure instanceof ImportError) throw failure;
  const isComplete =
    entries.every((entry) => entry.isWhole) && (counted === seen || counted === countedElsewhere);
  if (failure !== null || !isComplete) throw damaged(name);
  return entries.map((entry) => ({ name: entry.name, content: new Blob(entry.parts), stamp }));
};
