import { behindSpace, valueEnd } from './json-bytes.ts';

const marks = {
  quote: 0x22,
  colon: 0x3a,
  open: 0x7b,
  close: 0x7d,
  openList: 0x5b,
  closeList: 0x5d,
  comma: 0x2c,
} as const;

/** A record of a JSON file as a half-open range of bytes. */
export interface JsonRange {
  readonly from: number;
  readonly to: number;
}

/** The records of one list, and the member of the outermost object that holds it; '' where there is none. */
export interface JsonList {
  readonly name: string;
  readonly ranges: readonly JsonRange[];
}

/** The lists of records in a JSON file, or the byte where its brackets stop making sense. */
export interface JsonLayout {
  readonly kind: 'json' | 'jsonl';
  readonly lists: readonly JsonList[];
  readonly fault: number | null;
}

/** Collects the elements between the commas of a list or an object; gives where it ends, or the fault. */
const elements = (
  bytes: Uint8Array,
  from: number,
  close: number,
  take: (at: number) => number,
): { readonly end: number; readonly fault: number | null } => {
  let at = behindSpace(bytes, from + 1);
  if (bytes[at] === close) return { end: at + 1, fault: null };
  for (;;) {
    const end = take(at);
    if (end <= at) return { end: bytes.length, fault: end < 0 ? bytes.length : at };
    at = behindSpace(bytes, end);
    if (bytes[at] === close) return { end: at + 1, fault: null };
    if (bytes[at] !== marks.comma) return { end: at, fault: at };
    at = behindSpace(bytes, at + 1);
  }
};

const listAt = (
  bytes: Uint8Array,
  from: number,
): { readonly ranges: readonly JsonRange[]; readonly end: number; readonly fault: number | null } => {
  const ranges: JsonRange[] = [];
  const found = elements(bytes, from, marks.closeList, (at) => {
    const end = valueEnd(bytes, at);
    if (end > at) ranges.push({ from: at, to: end });
    return end;
  });
  return { ranges, ...found };
};

/** The lists of objects that are members of one object. */
const listsIn = (bytes: Uint8Array, from: number): JsonLayout => {
  const lists: JsonList[] = [];
  let inner: number | null = null;
  const { fault } = elements(bytes, from, marks.close, (at) => {
    const nameEnd = bytes[at] === marks.quote ? valueEnd(bytes, at) : at;
    if (nameEnd <= at) return nameEnd;
    const colon = behindSpace(bytes, nameEnd);
    if (bytes[colon] !== marks.colon) return at;
    const value = behindSpace(bytes, colon + 1);
    if (bytes[value] !== marks.openList || bytes[behindSpace(bytes, value + 1)] !== marks.open)
      return valueEnd(bytes, value);
    const list = listAt(bytes, value);
    const name = new TextDecoder().decode(bytes.subarray(at + 1, nameEnd - 1));
    lists.push({ name, ranges: list.ranges });
    inner ??= list.fault;
    return list.fault === null ? list.end : -1;
  });
  return { kind: 'json', lists, fault: inner ?? fault };
};

const linesOf = (bytes: Uint8Array, from: number): readonly JsonRange[] => {
  const ranges: JsonRange[] = [];
  for (let at = from; at < bytes.length;) {
    const next = bytes.indexOf(0x0a, at);
    const end = next < 0 ? bytes.length : next;
    ranges.push({ from: at, to: bytes[end - 1] === 0x0d && end > at ? end - 1 : end });
    at = end + 1;
  }
  return ranges;
};

const objectsInARow = (bytes: Uint8Array, from: number): JsonLayout => {
  const ranges: JsonRange[] = [];
  let at = from;
  while (at < bytes.length) {
    const end = bytes[at] === marks.open ? valueEnd(bytes, at) : -1;
    if (end < 0)
      return {
        kind: 'jsonl',
        lists: [{ name: '', ranges }],
        fault: bytes[at] === marks.open ? bytes.length : at,
      };
    ranges.push({ from: at, to: end });
    at = behindSpace(bytes, end);
  }
  return { kind: 'jsonl', lists: [{ name: '', ranges }], fault: null };
};

/**
 * Finds the records of a JSON text by its brackets alone: the elements of a list, those of the lists inside one
 * object, or objects one behind the other, which are split by lines where each has a line of its own.
 */
export const jsonLayout = (bytes: Uint8Array, from: number): JsonLayout => {
  if (bytes[from] === marks.openList) {
    const { ranges, end, fault } = listAt(bytes, from);
    const rest = behindSpace(bytes, end);
    return {
      kind: 'json',
      lists: [{ name: '', ranges }],
      fault: fault ?? (rest < bytes.length ? rest : null),
    };
  }
  const firstEnd = valueEnd(bytes, from);
  const isAlone = firstEnd < 0 || behindSpace(bytes, firstEnd) === bytes.length;
  const outer = isAlone ? listsIn(bytes, from) : null;
  if (outer !== null && outer.lists.length > 0) return outer;
  const lineEnd = bytes.indexOf(0x0a, from);
  const hasOwnLine =
    firstEnd < 0 ? lineEnd >= 0 && bytes[behindSpace(bytes, lineEnd)] === marks.open : lineEnd >= firstEnd;
  return hasOwnLine
    ? { kind: 'jsonl', lists: [{ name: '', ranges: linesOf(bytes, from) }], fault: null }
    : objectsInARow(bytes, from);
};
