import { behindSpace, valueEnd } from './json-bytes.ts';
import type { JsonRange } from './json-layout.ts';
import { JsonFault, JsonReader, type JsonMember } from './json-reader.ts';
import { ImportError } from './ledger.ts';

const judgedBytes = 1 << 16;

/** Counts the lines before a byte; asked for later and later bytes. */
export const lineCounter = (bytes: Uint8Array): ((at: number) => number) => {
  let line = 1;
  let next = bytes.indexOf(0x0a);
  return (at) => {
    while (next >= 0 && next < at) {
      line += 1;
      next = bytes.indexOf(0x0a, next + 1);
    }
    return line;
  };
};

/** The members of a record; null where it is no object or damaged. */
export const membersOf = (text: string): readonly JsonMember[] | null => {
  try {
    return new JsonReader(text).record();
  } catch (cause) {
    if (cause instanceof JsonFault) return null;
    throw cause;
  }
};

/** Whether a text begins with an object that is right, or right as far as it goes: only then is it taken for JSON. */
export const beginsWithRecord = (
  bytes: Uint8Array,
  from: number,
  decode: (bytes: Uint8Array) => string,
): boolean => {
  const start = bytes[from] === 0x5b ? behindSpace(bytes, from + 1) : from;
  if (bytes[start] !== 0x7b) return false;
  const end = valueEnd(bytes, start);
  const text = decode(bytes.subarray(start, Math.min(end < 0 ? bytes.length : end, start + judgedBytes)));
  try {
    return new JsonReader(text).record().length > 0;
  } catch (cause) {
    return (
      cause instanceof JsonFault &&
      (cause.isCut || cause.at > text.indexOf(':')) &&
      /^\{\s*"[^"]*"\s*:/.test(text)
    );
  }
};

/** The refusal of a JSON file, with the place of the damage. */
export const damagedJson = (name: string, bytes: Uint8Array, at: number): ImportError => {
  const where = at >= bytes.length ? 'ends in the middle of a record' : `is no JSON from byte ${at} on`;
  return new ImportError(
    name,
    `${name} ${where} (line ${lineCounter(bytes)(at)}). Nothing of it was loaded. Export it again, or put the damaged place right.`,
  );
};

/** The cells of a record under the columns; one cell where it is damaged, so that it is set aside by its width. */
export const cellsOf = (text: string, columns: ReadonlyMap<string, number>): readonly string[] => {
  if (text.trim() === '') return [''];
  const members = membersOf(text);
  if (members === null) return columns.size === 1 ? [text, ''] : [text];
  const cells = Array.from({ length: columns.size }, () => '');
  for (const [name, value] of members) cells[columns.get(name) ?? 0] = value;
  return cells;
};

/** The refusal of a JSON file for one of its records. */
export const faultIn = (name: string, bytes: Uint8Array, { from }: JsonRange, text: string): ImportError => {
  try {
    new JsonReader(text).record();
  } catch (cause) {
    if (cause instanceof JsonFault)
      return damagedJson(name, bytes, from + new TextEncoder().encode(text.slice(0, cause.at)).length);
  }
  return damagedJson(name, bytes, from);
};
