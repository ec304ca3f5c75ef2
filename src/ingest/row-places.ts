import type { ReasonCode } from './ledger.ts';

/** Where a row stood in its file: record and line from 1, bytes as a half-open range. */
export interface Row {
  readonly record: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Places of the rows of one file, kept as numbers: record, line and byte range. */
export class RowPlaces {
  #numbers = new Float64Array(1 << 10);
  #length = 0;

  append(record: number, line: number, from: number, to: number): void {
    if ((this.#length + 1) * 4 > this.#numbers.length) {
      const larger = new Float64Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers.set([record, line, from, to], this.#length * 4);
    this.#length += 1;
  }

  at(row: number): Row {
    const [record = 0, line = 0, from = 0, to = 0] = this.#numbers.subarray(row * 4, row * 4 + 4);
    return { record, line, from, to };
  }
}

/** A record that is set aside, and the column to blame where there is one. */
export interface Rejected extends Row {
  readonly reason: ReasonCode;
  readonly column: string | null;
}
