/** A file on its way into an archive, with its CRC-32. */
export interface StoredFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly checksum: number;
}

const fileMark = 0x04034b50;
const fileHeaderBytes = 30;
const entryMark = 0x02014b50;
const entryHeaderBytes = 46;
const endMark = 0x06054b50;
const endBytes = 22;
const version = 20;
const namesInUtf8 = 1 << 11;

const encoder = new TextEncoder();

/** Checksum, both sizes and the length of the name stand in the same order before each file and in the directory. */
const writeFacts = (view: DataView, at: number, { bytes, checksum }: StoredFile, name: Uint8Array): void => {
  view.setUint32(at, checksum, true);
  view.setUint32(at + 4, bytes.length, true);
  view.setUint32(at + 8, bytes.length, true);
  view.setUint16(at + 12, name.length, true);
};

/** Files as a zip without compression. All of them together must stay below 4 GiB. */
export const storedZip = (files: ReadonlyMap<string, StoredFile>): Uint8Array<ArrayBuffer> => {
  const entries = [...files].map(([name, file]) => ({ name: encoder.encode(name), file }));
  const bodyBytes = entries.reduce(
    (sum, { name, file }) => sum + fileHeaderBytes + name.length + file.bytes.length,
    0,
  );
  const directoryBytes = entries.reduce((sum, { name }) => sum + entryHeaderBytes + name.length, 0);
  const zip = new Uint8Array(bodyBytes + directoryBytes + endBytes);
  const view = new DataView(zip.buffer);
  let at = 0;
  let entryAt = bodyBytes;
  for (const { name, file } of entries) {
    view.setUint32(entryAt, entryMark, true);
    view.setUint16(entryAt + 4, version, true);
    view.setUint16(entryAt + 6, version, true);
    view.setUint16(entryAt + 8, namesInUtf8, true);
    writeFacts(view, entryAt + 16, file, name);
    view.setUint32(entryAt + 42, at, true);
    zip.set(name, entryAt + entryHeaderBytes);
    entryAt += entryHeaderBytes + name.length;
    view.setUint32(at, fileMark, true);
    view.setUint16(at + 4, version, true);
    view.setUint16(at + 6, namesInUtf8, true);
    writeFacts(view, at + 14, file, name);
    zip.set(name, at + fileHeaderBytes);
    zip.set(file.bytes, at + fileHeaderBytes + name.length);
    at += fileHeaderBytes + name.length + file.bytes.length;
  }
  view.setUint32(entryAt, endMark, true);
  view.setUint16(entryAt + 8, entries.length, true);
  view.setUint16(entryAt + 10, entries.length, true);
  view.setUint32(entryAt + 12, directoryBytes, true);
  view.setUint32(entryAt + 16, bodyBytes, true);
  return zip;
};
