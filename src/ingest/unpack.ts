import { ImportError } from './ledger.ts';
import type { SourceFile } from './source-file.ts';

/** Limits counted while inflating, never read from the header. */
const limits = { bytes: 2 ** 31, ratio: 200 } as const;

/** The content of a file, inflated where it is gzip. Refuses what grows beyond 2 GiB or 200 times its size. */
export const unpack = async ({ name, content }: SourceFile): Promise<Blob> => {
  const magic = new Uint8Array(await content.slice(0, 2).arrayBuffer());
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return content;
  const allowed = Math.min(limits.bytes, Math.max(content.size * limits.ratio, 1 << 20));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = content.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts);
      size += value.length;
      if (size > allowed) {
        await reader.cancel();
        throw new ImportError(
          name,
          `The file grows to more than ${allowed} bytes when unpacked and was refused. Unpack it yourself and drop the files inside.`,
        );
      }
      parts.push(new Uint8Array(value));
    }
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw new ImportError(name, 'The file is damaged and cannot be unpacked. Export it again.');
  }
};
