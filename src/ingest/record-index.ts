import type { ColumnData } from './column-data.ts';

/** A fuller table has long runs of taken slots to walk over. */
const fewestSlotsPerEntry = 1.5;

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

/** Where a record was first seen. */
export interface FirstSeen {
  readonly part: number;
  readonly row: number;
}

/**
 * Finds records whose key was seen before, in this file or an earlier part of the same kind. Open addressing over
 * typed arrays: a key costs 16 to 22 bytes and no string. Equal hashes are settled by comparing the keys.
 */
export class RecordIndex {
  #slots = new Int32Array(1 << 8);
  #hashes = new Int32Array(0);
  #parts = new Uint16Array(0);
  #rows = new Int32Array(0);
  #size = 0;
  readonly #keys: (readonly TextColumn[])[] = [];

  /** Announces the key columns of the next file; room for all its records is made at once. */
  addPart(keys: readonly TextColumn[]): number {
    this.#keys.push(keys);
    this.#reserve(this.#size + (keys[0]?.missing.length ?? 0));
    return this.#keys.length - 1;
  }

  /** Remembers a record; gives back the first record of the same key, or null where this is the first. */
  add(part: number, row: number): FirstSeen | null {
    const keys = this.#keys[part] ?? [];
    const hash = hashOf(keys, row);
    const mask = this.#slots.length - 1;
    let at = hash & mask;
    for (let entry = this.#slots[at] ?? 0; entry !== 0; entry = this.#slots[at] ?? 0) {
      const index = entry - 1;
      if (this.#hashes[index] === hash) {
        const seen = { part: this.#parts[index] ?? 0, row: this.#rows[index] ?? 0 };
        if (sameKey(keys, row, this.#keys[seen.part] ?? [], seen.row)) return seen;
      }
      at = (at + 1) & mask;
    }
    this.#insert(at, hash, part, row);
    return null;
  }

  #insert(at: number, hash: number, part: number, row: number): void {
    this.#hashes[this.#size] = hash;
    this.#parts[this.#size] = part;
    this.#rows[this.#size] = row;
    this.#size += 1;
    this.#slots[at] = this.#size;
  }

  #reserve(entries: number): void {
    const hashes = new Int32Array(entries);
    hashes.set(this.#hashes.subarray(0, this.#size));
    this.#hashes = hashes;
    const parts = new Uint16Array(entries);
    parts.set(this.#parts.subarray(0, this.#size));
    this.#parts = parts;
    const rows = new Int32Array(entries);
    rows.set(this.#rows.subarray(0, this.#size));
    this.#rows = rows;
    let slots = this.#slots.length;
    while (slots < entries * fewestSlotsPerEntry) slots *= 2;
    this.#slots = new Int32Array(slots);
    for (let index = 0; index < this.#size; index += 1) {
      let at = (hashes[index] ?? 0) & (slots - 1);
      while (this.#slots[at] !== 0) at = (at + 1) & (slots - 1);
      this.#slots[at] = index + 1;
    }
  }
}

/** 32-bit FNV-1a over the key's bytes, with a final mix (MurmurHash3's) so that low bits are even. */
const hashOf = (keys: readonly TextColumn[], row: number): number => {
  let hash = 0x811c9dc5 | 0;
  for (const key of keys) {
    const end = key.offsets[row + 1] ?? 0;
    for (let at = key.offsets[row] ?? 0; at < end; at += 1)
      hash = Math.imul(hash ^ (key.bytes[at] ?? 0), 0x01000193);
    hash = Math.imul(hash ^ 0xff, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
};

const sameText = (a: TextColumn, rowA: number, b: TextColumn, rowB: number): boolean => {
  const fromA = a.offsets[rowA] ?? 0;
  const fromB = b.offsets[rowB] ?? 0;
  const length = (a.offsets[rowA + 1] ?? 0) - fromA;
  if (length !== (b.offsets[rowB + 1] ?? 0) - fromB || a.missing[rowA] !== b.missing[rowB]) return false;
  for (let index = 0; index < length; index += 1)
    if (a.bytes[fromA + index] !== b.bytes[fromB + index]) return false;
  return true;
};

const sameKey = (a: readonly TextColumn[], rowA: number, b: readonly TextColumn[], rowB: number): boolean =>
  a.every((key, index) => {
    const other = b[index];
    return other !== undefined && sameText(key, rowA, other, rowB);
  });
