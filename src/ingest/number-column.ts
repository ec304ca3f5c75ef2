import { decimalMark, type DecimalEvidence, type DecimalMark } from './decimal-mark.ts';
import { numberOfBytes } from './number-bytes.ts';
import { shortAmount } from './short-amount.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A cell that is no number, or one such as 1.234 that no other cell explains: nobody knows yet whether it is large or small. */
export type NumberProblem = 'NUMBER_UNREADABLE' | 'NUMBER_AMBIGUOUS';

/** A column of numbers, read, and the cells that could not be. */
export interface Numbers {
  readonly values: Float64Array;
  readonly problems: ReadonlyMap<number, NumberProblem>;
  readonly readAs: string;
  readonly evidence: string;
}

const plain = /^-?\d+(?:\.(?:\d{1,2}|\d{4,}))?$/;
const noise = /[\s\u00a0\u202f'’$€£]|(?:^|\s)(?:EUR|USD|GBP|SEK|PLN|BRL)\b|\b(?:EUR|USD|GBP|SEK|PLN|BRL)$/g;

const onlyComma = /,\d{1,2}$|,\d{4,}$|\.\d{3},|\.\d{3}\./;
const onlyPoint = /\.\d{1,2}$|\.\d{4,}$|,\d{3}\.|,\d{3},/;
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
  #borrowed: string | null = null;
  #values: number[] = [];
  readonly #others = new Map<number, string>();
  readonly #scales = new Map<number, number>();
  #example = '';

  get example(): string {
    return this.#example;
  }

  append(cell: string | null): void {
    if (cell !== null && this.#example === '') this.#example = cell;
    const isPlain = cell !== null && plain.test(cell);
    if (cell !== null && !isPlain) {
      const short = shortAmount(cell);
      if (short !== null) this.#scales.set(this.#values.length, short.scale);
      this.#others.set(this.#values.length, tidy(short?.digits ?? cell));
    }
    this.#values.push(isPlain ? Number(cell) : Number.NaN);
  }

  /** The same for a filled cell of plain bytes: a string is made of it only where it is written in another way. */
  appendBytes(bytes: Uint8Array, from: number, to: number): void {
    const value = this.#example === '' ? Number.NaN : numberOfBytes(bytes, from, to);
    if (Number.isNaN(value)) this.append(decoder.decode(bytes.subarray(from, to)));
    else this.#values.push(value);
  }

  /** A cell that decides the decimal mark; null where none does. */
  get decisive(): string | null {
    for (const text of this.#others.values()) if (onlyComma.test(text) || onlyPoint.test(text)) return text;
    const fraction = this.#values.find((value) => !Number.isNaN(value) && !Number.isInteger(value));
    return fraction === undefined ? this.#borrowed : String(fraction);
  }

  /** Where no cell of its own decides the decimal mark, this cell of the same column elsewhere does. */
  borrow(cell: string): void {
    this.#borrowed = tidy(cell);
  }

  /** What the cells say, over all of them, of the mark before the decimals; a borrowed cell only where they say nothing. */
  evidence(): DecimalEvidence {
    let comma = 0;
    let point = 0;
    let either = 0;
    const take = (text: string): void => {
      if (onlyComma.test(text)) comma += 1;
      else if (onlyPoint.test(text)) point += 1;
      else if (loneGroup.test(text)) either += 1;
    };
    for (const value of this.#values) if (!Number.isNaN(value) && !Number.isInteger(value)) point += 1;
    for (const text of this.#others.values()) take(text);
    if (comma === 0 && point === 0 && this.#borrowed !== null) take(this.#borrowed);
    return { comma, point, either };
  }

  /** The first cell that is a large number or a small one; empty where there is none. */
  firstEither(): string {
    for (const text of this.#others.values()) if (loneGroup.test(text)) return text;
    return '';
  }

  /** Converts the column. `mark` is what its own cells say, unless other files of the kind or a person say more. */
  finish(mark: DecimalMark = decimalMark(this.evidence())): Numbers {
    const { comma, point, either } = this.evidence();
    const problems = new Map<number, NumberProblem>();
    const values = Float64Array.from(this.#values);
    for (const [at, text] of this.#others) {
      const isOpen = mark === 'undecided' && loneGroup.test(text);
      const value =
        text === '' || isOpen ? Number.NaN : toNumber(text, mark === 'undecided' ? 'point' : mark);
      values[at] = value * (this.#scales.get(at) ?? 1);
      if (Number.isNaN(value)) problems.set(at, isOpen ? 'NUMBER_AMBIGUOUS' : 'NUMBER_UNREADABLE');
    }
    if (mark === 'comma' && point > 0)
      for (const [at, value] of values.entries())
        if (!Number.isInteger(value) && !Number.isNaN(value) && !this.#others.has(at)) {
          values[at] = Number.NaN;
          problems.set(at, 'NUMBER_UNREADABLE');
        }
    return {
      values,
      problems,
      readAs: mark === 'comma' ? 'number, decimal comma' : 'number, decimal point',
      evidence:
        this.#others.size === 0
          ? 'all plain'
          : `${comma} can only have a decimal comma, ${point} only a decimal point, ${either} either`,
    };
  }
}
