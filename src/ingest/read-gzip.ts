import { damaged } from './inflation-limits.ts';
import { ImportError } from './ledger.ts';
import type { SourceFile } from './source-file.ts';

/** The file inside a gzip, under the same name; `grown` counts its bytes. Throws an `ImportError` for damage or endless growth. */
export const readGzip = async (
  { name, content, stamp }: SourceFile,
  grown: (bytes: number) => void,
): Promise<SourceFile> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = content.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { name, content: new Blob(parts), stamp };
      grown(value.length);
      parts.push(new Uint8Array(value));
    }
  } catch (cause) {
    if (!(cause instanceof ImportError)) throw damaged(name);
    await reader.cancel();
    throw cause;
  }
};
