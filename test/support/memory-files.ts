import type { KeptFiles } from '../../src/engine/kept-files.ts';

/** A file system in memory, whose bytes a test can look at and change. */
export interface MemoryFiles extends KeptFiles {
  readonly content: Map<string, Uint8Array<ArrayBuffer>>;
}

const isUnder = (name: string, top: string): boolean => name === top || name.startsWith(`${top}/`);

export const memoryFiles = (): MemoryFiles => {
  const content = new Map<string, Uint8Array<ArrayBuffer>>();
  return {
    content,
    list: async () => [...new Set(Array.from(content.keys(), (name) => name.split('/')[0] ?? ''))],
    read: async (name) => content.get(name)?.slice() ?? null,
    write: async (name, bytes) => void content.set(name, bytes.slice()),
    rename: async (from, to) => {
      const bytes = content.get(from);
      if (bytes === undefined) throw new DOMException('There is no such file.', 'NotFoundError');
      content.delete(from);
      content.set(to, bytes);
    },
    remove: async (top) => {
      for (const name of content.keys()) if (isUnder(name, top)) content.delete(name);
    },
    removeAll: async () => content.clear(),
    free: async () => 5_000_000,
  };
};

/** How the n-th change of a file system goes wrong. */
export type Fault = 'refused' | 'cut short' | 'page dies';

/** The page is gone: nothing more happens. */
export class PageDied extends Error {}

/**
 * The same files, whose n-th change (counted from 1) goes wrong: it is refused for want of room, it writes half of its
 * bytes and says nothing, or it writes half of them and the page dies. `changes` counts how many there were.
 */
export const faultyFiles = (
  files: KeptFiles,
  n: number,
  fault: Fault,
): KeptFiles & { readonly changes: () => number } => {
  let count = 0;
  const change = async (work: () => Promise<void>, half: () => Promise<void>): Promise<void> => {
    if (fault === 'page dies' && count >= n) throw new PageDied();
    count += 1;
    if (count !== n) return work();
    if (fault === 'refused') throw new DOMException('There is no room left.', 'QuotaExceededError');
    await half();
    if (fault === 'page dies') throw new PageDied();
  };
  return {
    ...files,
    changes: () => count,
    write: (name, bytes) =>
      change(
        () => files.write(name, bytes),
        () => files.write(name, bytes.slice(0, bytes.length >> 1)),
      ),
    rename: (from, to) =>
      change(
        () => files.rename(from, to),
        async () => undefined,
      ),
    remove: (name) =>
      change(
        () => files.remove(name),
        async () => undefined,
      ),
  };
};
