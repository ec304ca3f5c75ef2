const encoder = new TextEncoder();

/** The texts that stand for an empty cell, asked by text or by UTF-8 bytes. */
export class EmptyCells {
  readonly #texts: readonly string[];
  readonly #bytes: readonly Uint8Array[];

  constructor(texts: readonly string[]) {
    this.#texts = ['', ...texts];
    this.#bytes = texts.map((text) => encoder.encode(text));
  }

  hasText(text: string): boolean {
    return this.#texts.includes(text);
  }

  hasBytes(bytes: Uint8Array, from: number, to: number): boolean {
    if (from === to) return true;
    for (const empty of this.#bytes) {
      if (empty.length !== to - from || empty[0] !== bytes[from]) continue;
      let at = 1;
      while (at < empty.length && empty[at] === bytes[from + at]) at += 1;
      if (at === empty.length) return true;
    }
    return false;
  }
}
