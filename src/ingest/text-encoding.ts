import { guessCodePage } from './code-page.ts';
import type { CodePage } from './letter-frequencies.ts';
import { PieceReader } from './piece-reader.ts';

/** Encodings that can be told apart without asking. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | CodePage;

/** All of them, as a person can choose them. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1252',
  'windows-1254',
  'iso-8859-2',
  'iso-8859-15',
] as const satisfies readonly Encoding[];

/** What the bytes say: the encoding, how many leading bytes are its mark, and whether some bytes are no text in it. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly mark: number;
  readonly isBroken: boolean;
}

const hasPrefix = (bytes: Uint8Array, ...prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const zeroShare = (bytes: Uint8Array, parity: 0 | 1): number => {
  let zeros = 0;
  for (let index = parity; index < bytes.length; index += 2) if (bytes[index] === 0) zeros += 1;
  return zeros / Math.max(1, bytes.length >> 1);
};

/** Reads a byte-order mark, or recognises UTF-16 without one by the zero bytes of its Latin letters. Null: decide between UTF-8 and a code page. */
export const markedEncoding = (head: Uint8Array): Pick<EncodingFound, 'encoding' | 'mark'> | null => {
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

/** How many bytes the letter here has in UTF-8: 0 where there is none, −1 where the bytes end within it. */
const letterLength = (bytes: Uint8Array, at: number): number => {
  const byte = bytes[at] ?? 0;
  const length = byte < 0xc2 ? 0 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 0;
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index];
    if (next === undefined) return -1;
    if ((next & 0xc0) !== 0x80) return 0;
  }
  return length;
};

/** Whether more bytes beyond ASCII are letters of UTF-8 than are not, or the file was only cut off within its last letter. */
const isMostlyUtf8 = async (file: Blob): Promise<boolean> => {
  let letters = 0;
  let others = 0;
  let isCut = false;
  for (let from = 0; from < file.size;) {
    const piece = new Uint8Array(await file.slice(from, from + chunkBytes).arrayBuffer());
    const isLast = from + piece.length >= file.size;
    const end = isLast || piece.length <= 4 ? piece.length : lastLetter(piece);
    for (let at = 0; at < end;) {
      const length = (piece[at] ?? 0) < 0x80 ? 1 : letterLength(piece, at);
      if (length > 1) letters += 1;
      else if (length === 0) others += 1;
      isCut ||= length < 0;
      at += length < 0 ? end : Math.max(1, length);
    }
    from += end;
  }
  return letters > others || (isCut && others === 0);
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

/** A person's choice of encoding, behind whatever mark the file has of it. */
export const chosenEncoding = async (file: Blob, encoding: Encoding): Promise<EncodingFound> => {
  const marked = markedEncoding(new Uint8Array(await file.slice(0, 4096).arrayBuffer()));
  const mark = marked?.encoding === encoding ? marked.mark : 0;
  return { encoding, mark, isBroken: encoding === 'utf-8' && !(await isUtf8(file)) };
};

/** Whether a text names an encoding a person can choose. */
export const isEncoding = (text: string): text is Encoding => encodings.some((encoding) => encoding === text);

/** Decides a file's encoding from its mark and, without one, from its bytes: UTF-8 where they are, but for a few, and else the likeliest code page. */
export const findEncoding = async (file: Blob): Promise<EncodingFound> => {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  const marked = markedEncoding(head);
  if (marked !== null && marked.encoding !== 'utf-8') return { ...marked, isBroken: false };
  const mark = marked?.mark ?? 0;
  if (await isUtf8(file)) return { encoding: 'utf-8', mark, isBroken: false };
  if (mark > 0 || (await isMostlyUtf8(file))) return { encoding: 'utf-8', mark, isBroken: true };
  return { encoding: guessCodePage(await tellingBytes(file)).encoding, mark: 0, isBroken: false };
};

const isText = async (file: Blob, encoding: Encoding): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let from = 0; from < file.size; from += chunkBytes)
      decoder.decode(await file.slice(from, from + chunkBytes).arrayBuffer(), { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
};

/** No text has this byte in UTF-8. */
const noLetter = Uint8Array.of(0xff);

/** Text whose unreadable letters become bytes that are unreadable again. */
const withBrokenLetters = (text: string): readonly BlobPart[] =>
  text.split('\ufffd').flatMap((part, index) => (index === 0 ? [part] : [noLetter, part]));

/**
 * UTF-16 rewritten as UTF-8, so that commas, quotation marks and line ends are single bytes; letters that are none stay
 * none. Other encodings stay as they are.
 */
export const withSingleByteMarks = async (
  file: Blob,
  found: EncodingFound,
): Promise<{ readonly file: Blob; readonly encoding: Encoding; readonly isBroken: boolean }> => {
  const body = file.slice(found.mark);
  if (found.encoding !== 'utf-16le' && found.encoding !== 'utf-16be')
    return { file: body, encoding: found.encoding, isBroken: found.isBroken };
  const isBroken = !(await isText(body, found.encoding));
  const decoder = new TextDecoder(found.encoding);
  const parts: BlobPart[] = [];
  const take = (text: string): void => {
    parts.push(...(isBroken ? withBrokenLetters(text) : [text]));
  };
  for (let from = 0; from < body.size; from += chunkBytes)
    take(decoder.decode(await body.slice(from, from + chunkBytes).arrayBuffer(), { stream: true }));
  take(decoder.decode());
  return { file: new Blob(parts), encoding: 'utf-8', isBroken };
};
