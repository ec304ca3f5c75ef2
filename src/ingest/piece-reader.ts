/** Reads a file in pieces into one buffer, each behind what was kept of the piece before. */
export class PieceReader {
  readonly #file: Blob;
  readonly #pieceBytes: number;
  #buffer: Uint8Array;
  #kept = 0;
  #used = 0;
  #at = 0;

  constructor(file: Blob, pieceBytes: number) {
    this.#file = file;
    this.#pieceBytes = pieceBytes;
    this.#buffer = new Uint8Array(Math.min(file.size, 2 * pieceBytes));
  }

  /** What was kept and the next piece: good until the next call. */
  async next(): Promise<Uint8Array> {
    const piece = new Uint8Array(await this.#file.slice(this.#at, this.#at + this.#pieceBytes).arrayBuffer());
    this.#at += piece.length;
    this.#used = this.#kept + piece.length;
    if (this.#used > this.#buffer.length) {
      const larger = new Uint8Array(this.#used * 2);
      larger.set(this.#buffer.subarray(0, this.#kept));
      this.#buffer = larger;
    }
    this.#buffer.set(piece, this.#kept);
    return this.#buffer.subarray(0, this.#used);
  }

  /** Keeps the bytes from `start` on, which belong to a record that the piece cuts off. */
  keepFrom(start: number): void {
    this.#buffer.copyWithin(0, start, this.#used);
    this.#kept = this.#used - start;
  }
}
