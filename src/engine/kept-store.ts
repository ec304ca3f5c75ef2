import type { CanonicalTable } from '../domain/canonical.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import type { Download } from '../ingest/download.ts';
import type { FileLedger } from '../ingest/ledger.ts';
import type { DatasetFacts } from './analysis.ts';
import type { CanonicalStream } from './load-canonical.ts';

/** What is kept beside the tables: everything the page needs to show the data as it was. */
export interface KeptFacts {
  readonly files: readonly FileLedger[];
  readonly formats: readonly CrmFormat[];
  readonly facts: DatasetFacts;
  readonly isSample: boolean;
}

interface Manifest extends KeptFacts {
  readonly version: 1;
  readonly savedAt: string;
  readonly tables: readonly {
    readonly table: CanonicalTable;
    readonly bytes: number;
    readonly sha256: string;
  }[];
  /** Absent in what was kept before there were such files. */
  readonly downloads?: readonly (Omit<Download, 'content'> & {
    readonly bytes: number;
    readonly sha256: string;
  })[];
}

/** Kept data, read back and checked. */
export interface KeptData extends KeptFacts {
  readonly savedAt: string;
  readonly bytes: number;
  readonly streams: readonly CanonicalStream[];
  readonly downloads: readonly Download[];
}

/** What the store holds: nothing, data, or something that fails its checksum and is never shown. */
export type KeptState =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly data: KeptData }
  | { readonly kind: 'damaged' };

/** Something that stands in the way of keeping data, in the reader's words. */
export class KeepError extends Error {}

const folderName = 'throughline';
const pointerName = 'current.json';
const manifestName = 'manifest.json';

/** Findings that were kept before they named their lines. */
const withoutLines: { readonly lines: readonly number[] } = { lines: [] };

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const checksum = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', bytes));

const folderOf = async (create: boolean): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create });

const readBytes = async (folder: FileSystemDirectoryHandle, name: string): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await (await (await folder.getFileHandle(name)).getFile()).arrayBuffer());

const readJson = async <Value>(folder: FileSystemDirectoryHandle, name: string): Promise<Value> =>
  JSON.parse(new TextDecoder().decode(await readBytes(folder, name))) as Value;

/** A file appears whole when its writer closes; what was written is read back and compared. */
const writeChecked = async (
  folder: FileSystemDirectoryHandle,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> => {
  const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
  await writer.write(bytes);
  await writer.close();
  const written = await checksum(bytes);
  if ((await checksum(await readBytes(folder, name))) !== written)
    throw new KeepError('What was written could not be read back the same.');
  return written;
};

interface Pointer {
  readonly folder: string;
  readonly sha256: string;
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'NotFoundError';

/** Removes every generation but the one in force: leftovers of an import that was cut off. */
const removeOthers = async (folder: FileSystemDirectoryHandle, current: string): Promise<void> => {
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind === 'directory' && name !== current) await folder.removeEntry(name, { recursive: true });
  }
};

/**
 * Replaces what is kept, whole or not at all: everything is written into a folder of its own and read back; only then
 * does the pointer, one small file that is swapped at once, name it. Throws a `KeepError` that says what is still true.
 */
export const keepData = async (
  kept: KeptFacts,
  streams: readonly CanonicalStream[],
  downloads: readonly Download[],
  savedAt: string,
): Promise<void> => {
  const folder = await folderOf(true);
  const name = crypto.randomUUID();
  try {
    const generation = await folder.getDirectoryHandle(name, { create: true });
    const tables: Manifest['tables'][number][] = [];
    for (const [index, { table, stream }] of streams.entries()) {
      const bytes = new Uint8Array(stream);
      tables.push({
        table,
        bytes: bytes.length,
        sha256: await writeChecked(generation, `${index}.arrow`, bytes),
      });
    }
    const lists: NonNullable<Manifest['downloads']>[number][] = [];
    for (const [index, { content, ...download }] of downloads.entries()) {
      const bytes = new Uint8Array(await content.arrayBuffer());
      lists.push({
        ...download,
        bytes: bytes.length,
        sha256: await writeChecked(generation, `${index}.csv`, bytes),
      });
    }
    const manifest: Manifest = { version: 1, savedAt, ...kept, tables, downloads: lists };
    const sha256 = await writeChecked(
      generation,
      manifestName,
      new TextEncoder().encode(JSON.stringify(manifest)),
    );
    await writeChecked(
      folder,
      pointerName,
      new TextEncoder().encode(JSON.stringify({ folder: name, sha256 } satisfies Pointer)),
    );
    await removeOthers(folder, name);
  } catch (cause) {
    await folder.removeEntry(name, { recursive: true }).catch(() => undefined);
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    const needed =
      streams.reduce((sum, { stream }) => sum + stream.length, 0) +
      downloads.reduce((sum, { content }) => sum + content.size, 0);
    throw new KeepError(
      `The data could not be kept: ${cause instanceof Error ? cause.message : String(cause)} It needs ${Math.ceil(needed / 1e6)} MB, ${Math.floor((quota - usage) / 1e6)} MB are free. It is still open here; what was kept before is unchanged.`,
    );
  }
};

/** Reads what is kept and checks every byte of it; anything that fails its checksum is damaged, whatever else is whole. */
export const readKept = async (): Promise<KeptState> => {
  try {
    const folder = await folderOf(false);
    const pointer = await readJson<Pointer>(folder, pointerName);
    const generation = await folder.getDirectoryHandle(pointer.folder);
    if ((await checksum(await readBytes(generation, manifestName))) !== pointer.sha256)
      return { kind: 'damaged' };
    const {
      tables,
      downloads: lists = [],
      savedAt,
      files: ledgers,
      formats,
      facts,
      isSample,
    } = await readJson<Manifest>(generation, manifestName);
    const streams: CanonicalStream[] = [];
    for (const [index, { table, sha256 }] of tables.entries()) {
      const stream = await readBytes(generation, `${index}.arrow`);
      if ((await checksum(stream)) !== sha256) return { kind: 'damaged' };
      streams.push({ table, stream });
    }
    const downloads: Download[] = [];
    for (const [index, { sha256, file, kind, name }] of lists.entries()) {
      const list = await readBytes(generation, `${index}.csv`);
      if ((await checksum(list)) !== sha256) return { kind: 'damaged' };
      downloads.push({ file, kind, name, content: new Blob([list], { type: 'text/csv' }) });
    }
    const files = ledgers.map((file) => ({
      ...file,
      findings: file.findings.map((finding) => ({ ...withoutLines, ...finding })),
    }));
    const bytes = [...tables, ...lists].reduce((sum, table) => sum + table.bytes, 0);
    return { kind: 'kept', data: { savedAt, files, formats, facts, isSample, streams, downloads, bytes } };
  } catch (cause) {
    return isMissing(cause) && !(await hasPointer()) ? { kind: 'none' } : { kind: 'damaged' };
  }
};

const hasPointer = async (): Promise<boolean> => {
  try {
    await (await folderOf(false)).getFileHandle(pointerName);
    return true;
  } catch {
    return false;
  }
};

/** Removes everything that was kept; afterwards the store holds no byte. */
export const eraseKept = async (): Promise<void> => {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(folderName, { recursive: true }).catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause;
  });
};

/**
 * Makes this tab the one that may change what is kept, until it closes. False where another tab is; that one can still
 * be read from here.
 */
export const becomeKeeper = (): Promise<boolean> =>
  new Promise((resolve) => {
    void navigator.locks.request('throughline-keeper', { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise<never>(() => undefined);
    });
  });
