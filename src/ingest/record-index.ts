import type { ColumnData } from './column-data.ts';

type TextColumn = Extract<ColumnData, { kind: 'text' }>;

/** Where a record was first seen. */
export interface FirstSeen {
  readonly part: number;
  readonly row: number;
}

/**
 * Finds records whose key was seen before, in this file or an earlier part of the same kind. Open addressing over
 * typed arrays: a million keys cost 16 bytes each and no string. Equal hashes are settled by comparing the keys.
 */
export class RecordIndex {
  #slots = new Int32Array(1 << 12);
  #hashes = new Int32Array(1 << 11);
  #parts = new Uint16Array(1 << 11);
  #rows = new Int32Array(1 << 11);
  #size = 0;
  readonly #keys: (readonly TextColumn[])[] = [];

  /** Announces the key columns of the next file. */
  addPart(keys: readonly TextColumn[]): number {
    this.#keys.push(keys);
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
    if (this.#size === this.#hashes.length) this.#growEntries();
    this.#hashes[this.#size] = hash;
    this.#parts[this.#size] = part;
    this.#rows[this.#size] = row;
    this.#size += 1;
    this.#slots[at] = this.#size;
    if (this.#size * 2 > this.#slots.length) this.#rehash();
  }

  #growEntries(): void {
    const length = this.#hashes.length * 2;
    const hashes = new Int32Array(length);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const parts = new Uint16Array(length);
    parts.set(this.#parts);
    this.#parts = parts;
    const rows = new Int32Array(length);
    rows.set(this.#rows);
    this.#rows = rows;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let index = 0; index < this.#size; index += 1) {
      let at = (this.#hashes[index] ?? 0) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = index + 1;
    }
    this.#slots = slots;
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
