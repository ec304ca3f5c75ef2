import { bytesBetween } from './bytes-between.ts';
import { maxEntries } from './inflation-limits.ts';

/** An entry as the directory at the end of a zip lists it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
  readonly packedBytes: number;
  readonly offset: number;
}

const directoryEnd = 0x06054b50;
const directoryEndBytes = 22;
const longestComment = 0xffff;
const entryMark = 0x02014b50;
const entryBytes = 46;
const localMark = 0x04034b50;
const localBytes = 30;

const viewOf = async (content: Blob, from: number, to: number): Promise<DataView> =>
  new DataView((await bytesBetween(content, from, to)).buffer);

const entryAt = (view: DataView, at: number): { readonly entry: ZipEntry; readonly next: number } | null => {
  if (at + entryBytes > view.byteLength || view.getUint32(at, true) !== entryMark) return null;
  const nameEnd = at + entryBytes + view.getUint16(at + 28, true);
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  if (next > view.byteLength) return null;
  const name = new Uint8Array(view.buffer, at + entryBytes, nameEnd - at - entryBytes);
  return {
    entry: {
      name: new TextDecoder().decode(name),
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      checksum: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    },
    next,
  };
};

/** The entries that the directory of a zip lists, at most one more than is allowed; null where it cannot be read. */
export const zipDirectory = async (content: Blob): Promise<readonly ZipEntry[] | null> => {
  const tail = await viewOf(content, content.size - directoryEndBytes - longestComment, content.size);
  let end = tail.byteLength - directoryEndBytes;
  while (end >= 0 && tail.getUint32(end, true) !== directoryEnd) end -= 1;
  if (end < 0) return null;
  const from = tail.getUint32(end + 16, true);
  const view = await viewOf(content, from, from + tail.getUint32(end + 12, true));
  const entries: ZipEntry[] = [];
  for (let at = 0; at < view.byteLength && entries.length <= maxEntries;) {
    const found = entryAt(view, at);
    if (found === null) return null;
    entries.push(found.entry);
    at = found.next;
  }
  return entries;
};

/** The packed bytes of an entry; null where they do not lie where the directory says. */
export const packedBytesOf = async (
  content: Blob,
  entry: ZipEntry,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const local = await viewOf(content, entry.offset, entry.offset + localBytes);
  if (local.byteLength < localBytes || local.getUint32(0, true) !== localMark) return null;
  const from = entry.offset + localBytes + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = await bytesBetween(content, from, from + entry.packedBytes);
  return bytes.length === entry.packedBytes ? bytes : null;
};
