/** Reads a file in pieces into one buffer, each behind what was kept of the piece before. */
export class PieceReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #pieceBytes: number;
  #buffer: Uint8Array<ArrayBuffer>;
  #kept = 0;
  #used = 0;

  constructor(file: Blob, pieceBytes: number) {
    this.#reader = file.stream().getReader();
    this.#pieceBytes = pieceBytes;
    this.#buffer = new Uint8Array(Math.min(file.size, 2 * pieceBytes));
  }

  /**
   * What was kept and at least as many bytes of a piece, and as many again as were kept, so that a long record is not looked
   * through too often; fewer where the file ends. Good until the next call.
   */
  async next(): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly isLast: boolean }> {
    const enough = this.#kept + Math.max(this.#pieceBytes, this.#kept);
    this.#used = this.#kept;
    while (this.#used < enough) {
      const { done, value } = await this.#reader.read();
      if (done) return { bytes: this.#buffer.subarray(0, this.#used), isLast: true };
      if (this.#used + value.length > this.#buffer.length) this.#grow(this.#used + value.length);
      this.#buffer.set(value, this.#used);
      this.#used += value.length;
    }
    return { bytes: this.#buffer.subarray(0, this.#used), isLast: false };
  }

  /** Keeps the bytes from `start` on, which belong to what the piece cuts off. */
  keepFrom(start: number): void {
    this.#buffer.copyWithin(0, start, this.#used);
    this.#kept = this.#used - start;
  }

  /** Reads no further. */
  cancel(): Promise<void> {
    return this.#reader.cancel();
  }

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(least, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#used));
    this.#buffer = larger;
  }
}
