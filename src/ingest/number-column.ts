import { numberOfBytes } from './number-bytes.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Which mark separates the decimals, decided over the whole column. */
export type DecimalMark = 'point' | 'comma' | 'undecided';

/** A column of numbers, read, and the cells that could not be. */
export interface Numbers {
  readonly values: Float64Array;
  readonly problems: ReadonlyMap<number, 'NUMBER_UNREADABLE'>;
  readonly readAs: string;
  readonly evidence: string;
  /** Whether a lone group such as 1.234 occurs that no other cell explains: read with a decimal point until somebody decides. */
  readonly isUndecided: boolean;
}

const plain = /^-?\d+(?:\.(?:\d{1,2}|\d{4,}))?$/;
const noise = /[\s\u00a0\u202f'’$€£]|(?:^|\s)(?:EUR|USD|GBP|SEK|PLN|BRL)\b|\b(?:EUR|USD|GBP|SEK|PLN|BRL)$/g;

const loneGroup = /^-?[1-9]\d{0,2}[.,]\d{3}$/;

const tidy = (cell: string): string => {
  const bare = cell.replace(noise, '').replace(/\u2212/g, '-');
  return /^\(.*\)$/.test(bare) ? `-${bare.slice(1, -1)}` : bare;
};

/** Whole groups only, of three digits or, as in India, of two before the last: 1,5 is not 15 where the point separates decimals. */
const wellFormed = {
  point: /^-?(?:\d+|\d{1,3}(?:,\d{2,3})*,\d{3})(?:\.\d+)?$/,
  comma: /^-?(?:\d+|\d{1,3}(?:\.\d{2,3})*\.\d{3})(?:,\d+)?$/,
} as const;

const toNumber = (text: string, mark: 'point' | 'comma'): number => {
  if (!wellFormed[mark].test(text)) return Number.NaN;
  return Number(mark === 'comma' ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, ''));
};

/** Collects the cells of one column of numbers; what cannot be mistaken is read at once, the rest waits for the verdict. */
export class NumberColumn {
  #values: number[] = [];
  readonly #others = new Map<number, string>();
  #example = '';

  get example(): string {
    return this.#example;
  }

  append(cell: string | null): void {
    if (cell !== null && this.#example === '') this.#example = cell;
    const isPlain = cell !== null && plain.test(cell);
    if (cell !== null && !isPlain) this.#others.set(this.#values.length, tidy(cell));
    this.#values.push(isPlain ? Number(cell) : Number.NaN);
  }

  /** The same for a filled cell of plain bytes: a string is made of it only where it is written in another way. */
  appendBytes(bytes: Uint8Array, from: number, to: number): void {
    const value = this.#example === '' ? Number.NaN : numberOfBytes(bytes, from, to);
    if (Number.isNaN(value)) this.append(decoder.decode(bytes.subarray(from, to)));
    else this.#values.push(value);
  }

  #mark(): { readonly mark: DecimalMark; readonly comma: number; readonly point: number } {
    let comma = 0;
    let point = this.#values.some((value) => !Number.isNaN(value) && !Number.isInteger(value)) ? 1 : 0;
    for (const text of this.#others.values()) {
      if (/,\d{1,2}$|,\d{4,}$|\.\d{3},|\.\d{3}\./.test(text)) comma += 1;
      if (/\.\d{1,2}$|\.\d{4,}$|,\d{3}\.|,\d{3},/.test(text)) point += 1;
    }
    return {
      mark: comma > 0 && point === 0 ? 'comma' : point > 0 && comma === 0 ? 'point' : 'undecided',
      comma,
      point,
    };
  }

  /** Decides the decimal mark over all rows and converts. */
  finish(): Numbers {
    const { mark, comma, point } = this.#mark();
    const problems = new Map<number, 'NUMBER_UNREADABLE'>();
    const values = Float64Array.from(this.#values);
    for (const [at, text] of this.#others) {
      const value = text === '' ? Number.NaN : toNumber(text, mark === 'undecided' ? 'point' : mark);
      values[at] = value;
      if (Number.isNaN(value)) problems.set(at, 'NUMBER_UNREADABLE');
    }
    return {
      values,
      problems,
      isUndecided: mark === 'undecided' && [...this.#others.values()].some((text) => loneGroup.test(text)),
      readAs: mark === 'comma' ? 'number, decimal comma' : 'number, decimal point',
      evidence:
        this.#others.size === 0
          ? 'all plain'
          : `${comma} fit only a decimal comma, ${point} only a decimal point`,
    };
  }
}
