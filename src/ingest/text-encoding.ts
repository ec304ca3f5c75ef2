import { guessCodePage } from './code-page.ts';
import type { CodePage } from './letter-frequencies.ts';
import { PieceReader } from './piece-reader.ts';

/** Encodings that can be told apart without asking. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;

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
const enoughLetters = 20_000;

/** Where the letter begins that the last bytes belong to: no UTF-8 letter is longer than four bytes. */
const lastLetter = (bytes: Uint8Array): number => {
  let at = bytes.length - 1;
  while (at > bytes.length - 4 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at -= 1;
  return at;
};

/** Whether all bytes are ASCII; `bytes` begin where their buffer does, so that most can be asked four at a time. */
const isAscii = (bytes: Uint8Array<ArrayBuffer>): boolean => {
  const words = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
  let seen = 0;
  for (let at = 0; at < words.length; at += 1) seen |= words[at] ?? 0;
  for (let at = words.length * 4; at < bytes.length; at += 1) seen |= bytes[at] ?? 0;
  return (seen & 0x80808080) === 0;
};

/** Whether every byte of the file is valid UTF-8, read in pieces of whole letters: streaming decoders are slower by far. */
const isUtf8 = async (file: Blob): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const pieces = new PieceReader(file, chunkBytes);
  for (;;) {
    const { bytes, isLast } = await pieces.next();
    const end = isLast || bytes.length <= 4 ? bytes.length : lastLetter(bytes);
    try {
      if (!isAscii(bytes)) decoder.decode(bytes.subarray(0, end));
    } catch {
      await pieces.cancel();
      return false;
    }
    if (isLast) return true;
    pieces.keepFrom(end);
  }
};

/** The first bytes that are not ASCII, with what surrounds them: enough to tell the language. */
const tellingBytes = async (file: Blob): Promise<Uint8Array> => {
  const telling: number[] = [];
  for (let from = 0; from < file.size && telling.length < enoughLetters; from += chunkBytes) {
    for (const byte of new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer()))
      if (byte >= 0x80) telling.push(byte);
  }
  return Uint8Array.from(telling);
};

/** Decides a file's encoding from its mark and, without one, from its bytes: all valid UTF-8, else the likeliest code page. */
export const findEncoding = async (file: Blob): Promise<EncodingFound> => {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const marked = markedEncoding(head);
  if (marked !== null) return marked;
  if (await isUtf8(file)) return { encoding: 'utf-8', mark: 0 };
  return { encoding: guessCodePage(await tellingBytes(file)).encoding, mark: 0 };
};

/** UTF-16 rewritten as UTF-8, so that commas, quotation marks and line ends are single bytes. Other encodings stay as they are. */
export const withSingleByteMarks = async (
  file: Blob,
  found: EncodingFound,
): Promise<{ readonly file: Blob; readonly encoding: Encoding }> => {
  const body = file.slice(found.mark);
  if (found.encoding !== 'utf-16le' && found.encoding !== 'utf-16be')
    return { file: body, encoding: found.encoding };
  const decoder = new TextDecoder(found.encoding);
  const parts: string[] = [];
  for (let from = 0; from < body.size; from += chunkBytes) {
    parts.push(decoder.decode(await body.slice(from, from + chunkBytes).arrayBuffer(), { stream: true }));
  }
  return { file: new Blob([...parts, decoder.decode()]), encoding: 'utf-8' };
};
