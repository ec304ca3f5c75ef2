/** Encodings that can be told apart without asking. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the bytes say: the encoding, and how many leading bytes are its mark. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly mark: number;
}

const hasPrefix = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const zeroShare = (bytes: Uint8Array, parity: 0 | 1): number => {
  let zeros = 0;
  for (let index = parity; index < bytes.length; index += 2) if (bytes[index] === 0) zeros += 1;
  return zeros / Math.max(1, bytes.length >> 1);
};

/** Reads a byte-order mark, or recognises UTF-16 without one by the zero bytes of its Latin letters. Null: decide between UTF-8 and a code page. */
export const markedEncoding = (head: Uint8Array): EncodingFound | null => {
  if (hasPrefix(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', mark: 3 };
  if (hasPrefix(head, 0xff, 0xfe)) return { encoding: 'utf-16le', mark: 2 };
  if (hasPrefix(head, 0xfe, 0xff)) return { encoding: 'utf-16be', mark: 2 };
  if (zeroShare(head, 1) > 0.4 && zeroShare(head, 0) < 0.1) return { encoding: 'utf-16le', mark: 0 };
  if (zeroShare(head, 0) > 0.4 && zeroShare(head, 1) < 0.1) return { encoding: 'utf-16be', mark: 0 };
  return null;
};

const chunkBytes = 1 << 23;

/** Where the letter begins that the last bytes belong to: no UTF-8 letter is longer than four bytes. */
const lastLetter = (bytes: Uint8Array): number => {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
};

/** Whether every byte of the file is valid UTF-8, read in pieces of whole letters: streaming decoders are slower by far. */
const isUtf8 = async (file: Blob): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    let from = 0;
    while (from < file.size) {
      const piece = new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer());
      const isLast = from + piece.length >= file.size;
      const end = isLast || piece.length <= 4 ? piece.length : lastLetter(piece);
      decoder.decode(piece.subarray(0, end));
      from += end;
    }
    return true;
  } catch {
    return false;
  }
};

/** Decides a file's encoding from its mark and, without one, from all of its bytes: valid UTF-8, else Windows-1252. */
export const findEncoding = async (file: Blob): Promise<EncodingFound> => {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  return markedEncoding(head) ?? { encoding: (await isUtf8(file)) ? 'utf-8' : 'windows-1252', mark: 0 };
};

/** UTF-16 rewritten as UTF-8, so that commas, quotation marks and line ends are single bytes. Other encodings stay as they are. */
export const withSingleByteMarks = async (
  file: Blob,
  found: EncodingFound,
): Promise<{ readonly file: Blob; readonly encoding: 'utf-8' | 'windows-1252' }> => {
  const body = file.slice(found.mark);
  if (found.encoding === 'utf-8' || found.encoding === 'windows-1252')
    return { file: body, encoding: found.encoding };
  const decoder = new TextDecoder(found.encoding);
  const parts: string[] = [];
  for (let from = 0; from < body.size; from += chunkBytes) {
    parts.push(decoder.decode(await body.slice(from, from + chunkBytes).arrayBuffer(), { stream: true }));
  }
  return { file: new Blob([...parts, decoder.decode()]), encoding: 'utf-8' };
};

/** What Windows-1252 means by the bytes 0x80 to 0x9F. */
const upperMarks =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Turns bytes to text. Node reads the bytes 0x80 to 0x9F of Windows-1252 as control characters (nodejs/node#56542): put right here. */
export const textReader = (encoding: string): ((bytes: AllowSharedBufferSource) => string) => {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  if (encoding !== 'windows-1252') return (bytes) => decoder.decode(bytes);
  return (bytes) =>
    decoder
      .decode(bytes)
      .replace(/[\u0080-\u009f]/g, (letter) => upperMarks[letter.charCodeAt(0) - 0x80] ?? letter);
};
