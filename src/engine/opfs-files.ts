import type { KeptFiles } from './kept-files.ts';

const folderName = 'throughline';

/** Known to every browser that has this storage, and not yet to the type library. */
interface Movable {
  readonly move: (name: string) => Promise<void>;
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof DOMException && cause.name === 'NotFoundError';

/** What is asked for, or null where it is missing. */
const ifThere = async <Value>(work: Promise<Value>): Promise<Value | null> => {
  try {
    return await work;
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
};

const topFolder = async (create: boolean): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create });

const fileHandle = async (name: string, create: boolean): Promise<FileSystemFileHandle> => {
  const parts = name.split('/');
  let folder = await topFolder(create);
  for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, { create });
  return folder.getFileHandle(parts.at(-1) ?? '', { create });
};

/** This site's own storage in this browser. */
export const opfsFiles: KeptFiles = {
  list: async () => {
    const folder = await ifThere(topFolder(false));
    const names: string[] = [];
    if (folder !== null) for await (const name of folder.keys()) names.push(name);
    return names;
  },
  read: async (name) => {
    const handle = await ifThere(fileHandle(name, false));
    const file = handle === null ? null : await ifThere(handle.getFile());
    return file === null ? null : new Uint8Array(await file.arrayBuffer());
  },
  write: async (name, bytes) => {
    const writer = await (await fileHandle(name, true)).createWritable();
    await writer.write(bytes);
    await writer.close();
  },
  rename: async (from, to) => {
    const handle: unknown = await fileHandle(from, false);
    await (handle as Movable).move(to);
  },
  remove: async (name) => {
    const folder = await ifThere(topFolder(false));
    if (folder !== null) await ifThere(folder.removeEntry(name, { recursive: true }));
  },
  removeAll: async () => {
    const root = await navigator.storage.getDirectory();
    await ifThere(root.removeEntry(folderName, { recursive: true }));
  },
  free: async () => {
    const { usage = 0, quota = 0 } = await navigator.storage.estimate();
    return quota - usage;
  },
};
