const magic = 'ARROW1';
const headBytes = 8;
const tailBytes = 10;

const startsWithMagic = (bytes: Uint8Array): boolean =>
  Array.from(magic).every((letter, index) => bytes[index] === letter.charCodeAt(0));

/**
 * The stream inside an Arrow IPC file: the engine answers in the file form (magic, stream, footer, its length, magic),
 * but loads only the stream. Bytes that already are a stream come back as they are.
 */
export const streamOfFile = (bytes: Uint8Array): Uint8Array => {
  if (!startsWithMagic(bytes)) return bytes;
  const footer = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(
    bytes.length - tailBytes,
    true,
  );
  return bytes.slice(headBytes, bytes.length - tailBytes - footer);
};
