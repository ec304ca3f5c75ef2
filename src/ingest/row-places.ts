import type { ReasonCode } from './ledger.ts';

/** Where a row stood in its file: record and line from 1, bytes as a half-open range. */
export interface Row {
  readonly record: number;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Places of the rows of one file, in 12 bytes a row: where its bytes begin and how many they are. Records and lines
 * mostly count on with the rows, so that only the rows where they leap are noted.
 */
export class RowPlaces {
  #starts = new Float64Array(1 << 10);
  #sizes = new Uint32Array(1 << 10);
  #length = 0;
  readonly #leapRows: number[] = [];
  readonly #records: number[] = [];
  readonly #lines: number[] = [];

  append(record: number, line: number, from: number, to: number): void {
    const row = this.#length;
    if (row === this.#starts.length) this.#grow();
    this.#starts[row] = from;
    this.#sizes[row] = to - from;
    this.#length += 1;
    const since = row - (this.#leapRows.at(-1) ?? 0);
    if (record === (this.#records.at(-1) ?? 0) + since && line === (this.#lines.at(-1) ?? 0) + since) return;
    this.#leapRows.push(row);
    this.#records.push(record);
    this.#lines.push(line);
  }

  at(row: number): Row {
    const leap = this.#leapBefore(row);
    const since = row - (this.#leapRows[leap] ?? 0);
    const from = this.#starts[row] ?? 0;
    return {
      record: (this.#records[leap] ?? 0) + since,
      line: (this.#lines[leap] ?? 0) + since,
      from,
      to: from + (this.#sizes[row] ?? 0),
    };
  }

  #grow(): void {
    const starts = new Float64Array(this.#starts.length * 2);
    starts.set(this.#starts);
    this.#starts = starts;
    const sizes = new Uint32Array(starts.length);
    sizes.set(this.#sizes);
    this.#sizes = sizes;
  }

  /** The last leap at or before a row. */
  #leapBefore(row: number): number {
    let low = 0;
    let high = this.#leapRows.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#leapRows[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A record that is set aside, and the column to blame where there is one. */
export interface Rejected extends Row {
  readonly reason: ReasonCode;
  readonly column: string | null;
}
