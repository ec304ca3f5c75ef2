import { crc32 } from './crc32.ts';
import { damaged, inflationMeter, maxEntries } from './inflation-limits.ts';
import { ImportError } from './ledger.ts';
import type { SourceFile } from './source-file.ts';
import type { StoredFile } from './stored-zip.ts';
import { declaresDocumentType } from './xml-prolog.ts';
import { packedBytesOf, zipDirectory, type ZipEntry } from './zip-directory.ts';

/** Beyond this a part cannot be held as one text. */
const longestPart = 500 << 20;
/** Pictures, macros and the like are never looked at. */
const isRead = (name: string): boolean => /\.(?:xml|rels|bin)$|^mimetype$/i.test(name) && !/vba/i.test(name);

const joined = (parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> => {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

const inflated = async (
  packed: Uint8Array<ArrayBuffer>,
  method: number,
  grown: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  if (method === 0) {
    grown(packed.length);
    return packed;
  }
  if (method !== 8) return null;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joined(parts, size);
      grown(value.length);
      parts.push(value);
      size += value.length;
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    throw cause;
  }
};

const inflatedPart = async (
  packed: Uint8Array<ArrayBuffer>,
  { method, checksum }: ZipEntry,
  name: string,
  grown: (bytes: number) => void,
): Promise<Uint8Array<ArrayBuffer>> => {
  let bytes: Uint8Array<ArrayBuffer> | null = null;
  try {
    bytes = await inflated(packed, method, grown);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
  }
  if (bytes === null || crc32(bytes, 0) !== checksum) throw damaged(name);
  return bytes;
};

/**
 * The parts of a workbook that are read, unpacked under the limits for archives, so that whatever reads them next
 * sees only what was counted here. Throws an `ImportError` for a workbook that is
 * damaged, locked, grows beyond the limits or defines entities.
 */
export const checkedPackage = async ({
  name,
  content,
}: SourceFile): Promise<ReadonlyMap<string, StoredFile>> => {
  const entries = await zipDirectory(content);
  if (entries === null) throw damaged(name);
  if (entries.length > maxEntries)
    throw new ImportError(
      name,
      `${name} holds more than ${maxEntries} parts and was refused. Save the sheets you need as a new workbook.`,
    );
  const grown = inflationMeter(name, content.size);
  const parts = new Map<string, StoredFile>();
  for (const entry of entries) {
    if (!isRead(entry.name)) continue;
    const packed = entry.isEncrypted ? null : await packedBytesOf(content, entry);
    if (packed === null) throw damaged(name);
    const bytes = await inflatedPart(packed, entry, name, grown);
    if (bytes.length > longestPart)
      throw new ImportError(
        name,
        `A sheet of ${name} is larger than can be read at once. Save it as CSV and drop that file.`,
      );
    if (declaresDocumentType(bytes))
      throw new ImportError(
        name,
        `${name} defines entities of its own, as no export does, and was refused. Save the sheets you need as a new workbook.`,
      );
    parts.set(entry.name, { bytes, checksum: entry.checksum });
  }
  return parts;
};
