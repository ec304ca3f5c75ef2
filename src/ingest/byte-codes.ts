const seed = 0x811c9dc5 | 0;

/** A dictionary from the bytes of a value to its code, so that a value seen before needs no string. */
export class ByteCodes {
  #slots = new Int32Array(1 << 8);
  #bytes = new Uint8Array(1 << 12);
  readonly #ends: number[] = [0];
  readonly #hashes: number[] = [];
  readonly #codes: number[] = [];

  /** The code of these bytes, or −1 where they were never added. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const mask = this.#slots.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const entry = (this.#slots[at] ?? 0) - 1;
      if (entry < 0) return -1;
      if (this.#hashes[entry] === hash && this.#isSame(entry, bytes, from, to))
        return this.#codes[entry] ?? -1;
    }
  }

  /** Adds bytes that were not found. */
  add(bytes: Uint8Array, from: number, to: number, code: number): void {
    const used = this.#ends.at(-1) ?? 0;
    const end = used + to - from;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), used);
    this.#ends.push(end);
    this.#codes.push(code);
    this.#hashes.push(hashOf(bytes, from, to));
    if (this.#codes.length * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2);
      for (let entry = 0; entry < this.#codes.length; entry += 1) this.#place(entry);
    } else this.#place(this.#codes.length - 1);
  }

  #place(entry: number): void {
    const mask = this.#slots.length - 1;
    let at = (this.#hashes[entry] ?? 0) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = entry + 1;
  }

  #isSame(entry: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.#ends[entry] ?? 0;
    if ((this.#ends[entry + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (bytes[at] !== this.#bytes[start + at - from]) return false;
    return true;
  }
}

/** 32-bit FNV-1a, its high bits folded into the low ones. */
const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = seed;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
};
