import { ByteCodes } from './byte-codes.ts';
import { noDay, noFlag, type ColumnData } from './column-data.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Collects text values as UTF-8 bytes, without keeping a string per value. */
export class TextBuilder {
  #bytes = new Uint8Array(1 << 12);
  #offsets = new Int32Array(1 << 8);
  #missing = new Uint8Array(1 << 8);
  #used = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(value: string | null): void {
    if (value === null) this.#missing[this.#length] = 1;
    else this.#write(value);
    this.#close();
  }

  /** Appends a value that stands in `source` as UTF-8. */
  appendBytes(source: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    const bytes = this.#bytes;
    let used = this.#used;
    for (let at = from; at < to; at += 1, used += 1) bytes[used] = source[at] ?? 0;
    this.#used = used;
    this.#close();
  }

  #close(): void {
    this.#length += 1;
    if (this.#length >= this.#missing.length) {
      this.#offsets = grown(this.#offsets, this.#offsets.length * 2);
      this.#missing = grown(this.#missing, this.#missing.length * 2);
    }
    this.#offsets[this.#length] = this.#used;
  }

  #reserve(more: number): void {
    const needed = this.#used + more;
    if (needed > this.#bytes.length)
      this.#bytes = grown(this.#bytes, Math.max(needed, this.#bytes.length * 2));
  }

  #write(value: string): void {
    this.#reserve(value.length * 3);
    const bytes = this.#bytes;
    let at = this.#used;
    for (let index = 0; index < value.length; index += 1) {
      const unit = value.charCodeAt(index);
      if (unit >= 0x80) {
        at = this.#used + encoder.encodeInto(value, bytes.subarray(this.#used)).written;
        break;
      }
      bytes[at] = unit;
      at += 1;
    }
    this.#used = at;
  }

  /** The values so far, not copied: nothing may be appended afterwards. */
  finish(): Extract<ColumnData, { kind: 'text' }> {
    return {
      kind: 'text',
      bytes: this.#bytes.subarray(0, this.#used),
      offsets: this.#offsets.subarray(0, this.#length + 1),
      missing: this.#missing.subarray(0, this.#length),
    };
  }
}

type Growable = Uint8Array | Int32Array | Float64Array;

const grown = <Values extends Growable>(values: Values, length: number): Values => {
  const larger = new (values.constructor as new (length: number) => Values)(length);
  larger.set(values);
  return larger;
};

/** Collects text values that repeat: each different value is kept once. */
export class CategoryBuilder {
  #codes = new Int32Array(1 << 8);
  readonly #byValue = new Map<string, number>();
  readonly #byBytes = new ByteCodes();
  readonly #values: string[] = [];
  #length = 0;

  append(value: string | null): void {
    this.#push(value === null ? -1 : this.#codeOf(value));
  }

  /** Appends a value that stands in `source` as UTF-8. */
  appendBytes(source: Uint8Array, from: number, to: number): void {
    let code = this.#byBytes.find(source, from, to);
    if (code < 0) {
      code = this.#codeOf(decoder.decode(source.subarray(from, to)));
      this.#byBytes.add(source, from, to, code);
    }
    this.#push(code);
  }

  #push(code: number): void {
    if (this.#length === this.#codes.length) this.#codes = grown(this.#codes, this.#codes.length * 2);
    this.#codes[this.#length] = code;
    this.#length += 1;
  }

  #codeOf(value: string): number {
    const known = this.#byValue.get(value);
    if (known !== undefined) return known;
    const code = this.#values.length;
    this.#values.push(value);
    this.#byValue.set(value, code);
    return code;
  }

  finish(): ColumnData {
    return { kind: 'category', codes: this.#codes.subarray(0, this.#length), values: this.#values };
  }
}

/** Collects numbers of one width; `absent` stands for a missing value. */
class NumericBuilder<Values extends Float64Array | Int32Array | Uint8Array> {
  #values: Values;
  readonly #absent: number;
  readonly #wrap: (values: Values) => ColumnData;
  #length = 0;

  constructor(empty: Values, absent: number, wrap: (values: Values) => ColumnData) {
    this.#values = empty;
    this.#absent = absent;
    this.#wrap = wrap;
  }

  append(value: number | null): void {
    if (this.#length === this.#values.length) this.#values = grown(this.#values, this.#values.length * 2);
    this.#values[this.#length] = value ?? this.#absent;
    this.#length += 1;
  }

  finish(): ColumnData {
    return this.#wrap(this.#values.subarray(0, this.#length) as Values);
  }
}

export const instantBuilder = () =>
  new NumericBuilder(new Float64Array(1 << 8), Number.NaN, (seconds) => ({ kind: 'instant', seconds }));
export const dayBuilder = () =>
  new NumericBuilder(new Int32Array(1 << 8), noDay, (days) => ({ kind: 'day', days }));
export const numberBuilder = () =>
  new NumericBuilder(new Float64Array(1 << 8), Number.NaN, (numbers) => ({ kind: 'number', numbers }));
export const flagBuilder = () =>
  new NumericBuilder(new Uint8Array(1 << 8), noFlag, (flags) => ({ kind: 'flag', flags }));
