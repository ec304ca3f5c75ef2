/** A table of a FlatBuffer: its bytes, where it lies, and how to look at its fields without ever reading beyond the bytes. */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;
  readonly #fields: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
    this.#fields = at - view.getInt32(at, true);
  }

  /** The table at the root of a buffer. */
  static root(view: DataView): FlatTable {
    return new FlatTable(view, view.getUint32(0, true));
  }

  #place(field: number): number | null {
    const slot = 4 + field * 2;
    if (slot >= this.#view.getUint16(this.#fields, true)) return null;
    const offset = this.#view.getUint16(this.#fields + slot, true);
    return offset === 0 ? null : this.#at + offset;
  }

  byte(field: number): number {
    const place = this.#place(field);
    return place === null ? 0 : this.#view.getUint8(place);
  }

  long(field: number): bigint {
    const place = this.#place(field);
    return place === null ? 0n : this.#view.getBigInt64(place, true);
  }

  table(field: number): FlatTable | null {
    const place = this.#place(field);
    return place === null ? null : new FlatTable(this.#view, place + this.#view.getUint32(place, true));
  }

  /** How many elements a list has. Throws where so many do not fit behind its beginning. */
  count(field: number, elementBytes: number): number {
    const place = this.#place(field);
    if (place === null) return 0;
    const list = place + this.#view.getUint32(place, true);
    const count = this.#view.getUint32(list, true);
    if (list + 4 + count * elementBytes > this.#view.byteLength) throw new RangeError('A list is cut off.');
    return count;
  }

  /** The tables of a list. */
  tables(field: number): readonly FlatTable[] {
    const count = this.count(field, 4);
    const place = this.#place(field);
    if (place === null) return [];
    const list = place + this.#view.getUint32(place, true) + 4;
    return Array.from({ length: count }, (_, index) => {
      const at = list + index * 4;
      return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
    });
  }

  /** The elements of a list of structures, each with its bytes. */
  structures(field: number, elementBytes: number): readonly DataView[] {
    const count = this.count(field, elementBytes);
    const place = this.#place(field);
    if (place === null) return [];
    const list = place + this.#view.getUint32(place, true) + 4;
    return Array.from(
      { length: count },
      (_, index) =>
        new DataView(this.#view.buffer, this.#view.byteOffset + list + index * elementBytes, elementBytes),
    );
  }
}
