import type { DataImport } from './data-import.ts';
import { readFirstVersion } from './first-kept-version.ts';
import {
  manifestName,
  type KeptDownload,
  type KeptImport,
  type KeptStream,
  type Manifest,
} from './kept-manifest.ts';
import type { KeptFiles } from './kept-files.ts';
import type { Download } from '../ingest/download.ts';
import type { FileLedger } from '../ingest/ledger.ts';
import type { CanonicalStream } from './load-canonical.ts';
import { checksum, seal, unseal } from './sealed.ts';

/** What the store holds: nothing, imports whose rows are checked when they are read, or something that is never shown. */
export type KeptState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'kept';
      readonly savedAt: string;
      readonly bytes: number;
      readonly imports: readonly DataImport[];
    }
  | { readonly kind: 'damaged' };

/** Something that stands in the way of keeping data, in the reader's words. */
export class KeepError extends Error {}

/** Kept bytes that are not the ones that were written. */
export class DamagedError extends Error {}

const asideSuffix = '.next';
const streamName = (id: string, index: number): string => `${id}/${index}.arrow`;
const listName = (id: string, index: number): string => `${id}/${index}.csv`;

/** Values of columns that nobody uses are never kept: they may be of persons. */
const withoutExamples = (file: FileLedger): FileLedger => ({
  ...file,
  sketch: file.sketch.map(({ header }) => ({ header, examples: [] })),
});

const requireSum = async (files: KeptFiles, name: string, sum: string): Promise<void> => {
  const written = await files.read(name);
  if (written === null || (await checksum(written)) !== sum)
    throw new KeepError('What was written could not be read back the same.');
};

/** Writes a file and reads it back; the answer is its sum. */
const writeChecked = async (
  files: KeptFiles,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const sum = await checksum(bytes);
  await files.write(name, bytes);
  await requireSum(files, name, sum);
  return sum;
};

/** Replaces a sealed file at once, after what replaces it was read back. */
export const replaceSealed = async (files: KeptFiles, name: string, value: unknown): Promise<void> => {
  const aside = `${name}${asideSuffix}`;
  const sum = await writeChecked(files, aside, await seal(value));
  await files.rename(aside, name);
  await requireSum(files, name, sum);
};

const readManifest = async (files: KeptFiles): Promise<Manifest | 'none' | 'damaged'> => {
  try {
    const bytes = await files.read(manifestName);
    if (bytes === null) return 'none';
    const manifest = (await readFirstVersion(files, bytes)) ?? (await unseal<Manifest>(bytes));
    return manifest?.version === 2 ? manifest : 'damaged';
  } catch {
    return 'damaged';
  }
};

const sizeOf = (imports: readonly KeptImport[]): number =>
  imports
    .flatMap(({ streams, downloads }) => [...streams, ...downloads])
    .reduce((sum, { bytes }) => sum + bytes, 0);

const readStreams = async (
  files: KeptFiles,
  { id, streams }: KeptImport,
): Promise<readonly CanonicalStream[]> => {
  const read: CanonicalStream[] = [];
  for (const [index, { table, known, sha256 }] of streams.entries()) {
    const stream = await files.read(streamName(id, index));
    if (stream === null || (await checksum(stream)) !== sha256)
      throw new DamagedError('What was kept on this computer is damaged.');
    read.push({ table, stream, ...(known && { known }) });
  }
  return read;
};

const readDownloads = async (
  files: KeptFiles,
  { id, downloads }: KeptImport,
): Promise<readonly Download[]> => {
  const read: Download[] = [];
  for (const [index, { sha256, file, kind, name }] of downloads.entries()) {
    const bytes = await files.read(listName(id, index));
    if (bytes === null || (await checksum(bytes)) !== sha256)
      throw new DamagedError('What was kept on this computer is damaged.');
    read.push({ file, kind, name, content: new Blob([bytes], { type: 'text/csv' }) });
  }
  return read;
};

/** What is kept. The list of imports is checked here, their rows when they are read: they reject with a `DamagedError`. */
export const readKept = async (files: KeptFiles): Promise<KeptState> => {
  const manifest = await readManifest(files);
  if (typeof manifest === 'string') return { kind: manifest };
  try {
    const imports: DataImport[] = [];
    for (const kept of manifest.imports)
      imports.push({
        ...kept,
        downloads: await readDownloads(files, kept),
        streams: () => readStreams(files, kept),
      });
    return { kind: 'kept', savedAt: manifest.savedAt, bytes: sizeOf(manifest.imports), imports };
  } catch (cause) {
    if (!(cause instanceof DamagedError)) throw cause;
    return { kind: 'damaged' };
  }
};

const writeImport = async (files: KeptFiles, one: DataImport): Promise<KeptImport> => {
  const { streams, downloads, ...about } = one;
  const kept: KeptStream[] = [];
  for (const [index, { table, known, stream }] of (await streams()).entries()) {
    const bytes = new Uint8Array(stream);
    const sha256 = await writeChecked(files, streamName(one.id, index), bytes);
    kept.push({ table, ...(known && { known }), bytes: bytes.length, sha256 });
  }
  const lists: KeptDownload[] = [];
  for (const [index, { content, ...download }] of downloads.entries()) {
    const bytes = new Uint8Array(await content.arrayBuffer());
    const sha256 = await writeChecked(files, listName(one.id, index), bytes);
    lists.push({ ...download, bytes: bytes.length, sha256 });
  }
  return { ...about, files: about.files.map(withoutExamples), streams: kept, downloads: lists };
};

/** Removes what no import in force needs: leftovers of an import that was cut off, or undone. Only the writing tab may. */
export const removeLeftovers = async (files: KeptFiles): Promise<void> => {
  const manifest = await readManifest(files);
  if (manifest === 'damaged') return;
  const needed = new Set(
    manifest === 'none'
      ? []
      : [manifestName, openedName, decisionsName, agreedName, ...manifest.imports.map(({ id }) => id)],
  );
  for (const name of await files.list()) if (!needed.has(name)) await files.remove(name);
};

/** Where the decisions lie that were written down. */
export const decisionsName = 'decisions.json';

/** Where it lies what was agreed. */
export const agreedName = 'agreed.json';

/** Where it is noted when the data was opened last. */
export const openedName = 'opened.json';

/**
 * Makes the store hold exactly these imports, or leaves it as it was. Only imports that it does not hold yet are written,
 * each into a folder of its own, and read back; then the list of imports, one small file, is replaced at once. Answers
 * with the bytes kept. Throws a `KeepError` that says what is still true.
 */
export const keepImports = async (
  files: KeptFiles,
  imports: readonly DataImport[],
  savedAt: string,
): Promise<number> => {
  const manifest = await readManifest(files);
  const held = new Map(typeof manifest === 'string' ? [] : manifest.imports.map((kept) => [kept.id, kept]));
  const fresh = imports.filter(({ id }) => !held.has(id));
  const kept: KeptImport[] = [];
  try {
    for (const one of imports) kept.push(held.get(one.id) ?? (await writeImport(files, one)));
    await replaceSealed(files, manifestName, { version: 2, savedAt, imports: kept } satisfies Manifest);
  } catch (cause) {
    await removeLeftovers(files).catch(() => undefined);
    throw new KeepError(await refusal(files, fresh, cause));
  }
  await removeLeftovers(files).catch(() => undefined);
  return sizeOf(kept);
};

const refusal = async (files: KeptFiles, fresh: readonly DataImport[], cause: unknown): Promise<string> => {
  const parts = await Promise.all(fresh.map(({ streams }) => streams().catch(() => [])));
  const needed = parts.flat().reduce((sum, { stream }) => sum + stream.length, 0);
  const free = await files.free();
  const reason = cause instanceof Error ? cause.message : String(cause);
  return `The data could not be kept: ${reason} It needs ${Math.ceil(needed / 1e6)} MB, ${Math.floor(free / 1e6)} MB are free. It is still open here; what was kept before is unchanged.`;
};
