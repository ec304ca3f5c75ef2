import { Zip, ZipPassThrough } from 'fflate';

const pieceBytes = 1 << 22;

/** Files put together in one zip archive, uncompressed, so that a large one takes no longer than copying it. */
export const writeZip = async (
  files: readonly { readonly name: string; readonly content: Blob }[],
): Promise<Blob> => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, data) => {
    if (error !== null) throw error;
    parts.push(new Uint8Array(data));
  });
  for (const { name, content } of files) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    for (let from = 0; from < content.size; from += pieceBytes)
      entry.push(new Uint8Array(await content.slice(from, from + pieceBytes).arrayBuffer()));
    entry.push(new Uint8Array(0), true);
  }
  zip.end();
  return new Blob(parts, { type: 'application/zip' });
};
