import type { ZoneClock } from '../domain/time-zone.ts';
import { epochDay, exists } from './civil-date.ts';
import { readClock, type ClockTime } from './clock-time.ts';
import { noDay } from './column-data.ts';
import { dateEvidence, dateOrder, type DateEvidence, type DateOrder } from './date-order.ts';
import { IsoReader, isoKinds } from './iso-bytes.ts';
import { withMonthNumber } from './month-names.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** What a cell says: a date, a wall-clock time without a zone, an instant with one, nothing, or something else. */
const kinds = { date: 0, wall: 1, instant: 2, empty: 3, other: 4 } as const;

type CellProblem = 'DATE_UNREADABLE' | 'DATE_IMPOSSIBLE' | 'DATE_AMBIGUOUS';

/** A column of dates and times, read: whole UTC seconds, local days, and the cells that could not be read. */
export interface Moments {
  readonly seconds: Float64Array;
  readonly days: Int32Array;
  readonly problems: ReadonlyMap<number, CellProblem>;
  readonly readAs: string;
  readonly evidence: string;
}

const digits = (text: string, from: number, count: number): number => {
  let value = 0;
  for (let index = from; index < from + count; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const dash = 45;
const colon = 58;

const slashed = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2}(?!\d))(.*)$/;
const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(.*)$/;

/** Years of two digits are those of 1970 to 2069, as spreadsheets shorten them. */
const fullYear = (year: string): number =>
  year.length > 2 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);

/** Collects the cells of one column of dates; ISO cells are read at once, the rest waits for the column's verdict. */
export class MomentColumn {
  #seconds = new Float64Array(1 << 8);
  #kinds = new Uint8Array(1 << 8);
  #length = 0;
  /** Seconds by which the written clock is ahead of UTC, where a cell says so and it is not 0. */
  readonly #offsets = new Map<number, number>();
  readonly #others = new Map<number, string>();
  readonly #iso = new IsoReader();
  #example = '';
  #borrowed: string | null = null;

  get example(): string {
    return this.#example;
  }

  /** A cell that decides the order of day and month; null where none does. */
  get decisive(): string | null {
    for (const cell of this.#others.values()) {
      const found = slashed.exec(cell);
      if (found !== null && (Number(found[1]) > 12 || Number(found[2]) > 12)) return cell;
    }
    return this.#borrowed;
  }

  /** Where no cell of its own decides the order of day and month, this cell of the same column elsewhere does. */
  borrow(cell: string): void {
    this.#borrowed = cell;
  }

  append(cell: string | null): void {
    if (this.#length === this.#seconds.length) this.#grow();
    const at = this.#length;
    this.#length += 1;
    if (cell === null) {
      this.#kinds[at] = kinds.empty;
      return;
    }
    if (this.#example === '') this.#example = cell;
    if (!this.#readIso(at, cell)) {
      this.#kinds[at] = kinds.other;
      this.#others.set(at, withMonthNumber(cell.trim()));
    }
  }

  /** The same for a filled cell of plain bytes: a string is made of it only where it is written in another way. */
  appendBytes(bytes: Uint8Array, from: number, to: number): void {
    const kind = this.#example === '' ? isoKinds.none : this.#iso.read(bytes, from, to);
    if (kind === isoKinds.none) {
      this.append(decoder.decode(bytes.subarray(from, to)));
      return;
    }
    if (this.#length === this.#seconds.length) this.#grow();
    this.#set(this.#length, this.#iso.seconds, kind);
    this.#length += 1;
  }

  #grow(): void {
    const seconds = new Float64Array(this.#seconds.length * 2);
    seconds.set(this.#seconds);
    this.#seconds = seconds;
    const cellKinds = new Uint8Array(seconds.length);
    cellKinds.set(this.#kinds);
    this.#kinds = cellKinds;
  }

  /** The fast way for `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS`, with anything RFC 3339 allows behind the seconds. */
  #readIso(at: number, cell: string): boolean {
    if (cell.charCodeAt(4) !== dash || cell.charCodeAt(7) !== dash) return false;
    const year = digits(cell, 0, 4);
    const month = digits(cell, 5, 2);
    const day = digits(cell, 8, 2);
    if (year < 0 || !exists(year, month, day)) return false;
    const midnight = epochDay(year, month, day) * 86400;
    if (cell.length === 10) {
      this.#set(at, midnight, kinds.date);
      return true;
    }
    const hour = digits(cell, 11, 2);
    const minute = digits(cell, 14, 2);
    const second = digits(cell, 17, 2);
    if (
      cell.length === 19 &&
      cell.charCodeAt(13) === colon &&
      cell.charCodeAt(16) === colon &&
      hour >= 0 &&
      hour < 24 &&
      minute >= 0 &&
      minute < 60 &&
      second >= 0 &&
      second < 60
    ) {
      this.#set(at, midnight + hour * 3600 + minute * 60 + second, kinds.wall);
      return true;
    }
    const time = readClock(cell.slice(10));
    if (time === null) return false;
    this.#setTimed(at, midnight, time);
    return true;
  }

  #set(at: number, seconds: number, kind: number): void {
    this.#seconds[at] = seconds;
    this.#kinds[at] = kind;
  }

  #setTimed(at: number, midnight: number, { seconds, offset }: ClockTime): void {
    this.#set(at, midnight + seconds, offset === null ? kinds.wall : kinds.instant);
    if (offset !== null && offset !== 0) this.#offsets.set(at, offset);
  }

  /** What the cells say, over all of them, of the order of day and month; a borrowed cell only where they say nothing. */
  evidence(): DateEvidence {
    const pairs: (readonly [number, number])[] = [];
    const take = (cell: string): void => {
      const found = slashed.exec(cell);
      if (found !== null) pairs.push([Number(found[1]), Number(found[2])]);
    };
    for (const cell of this.#others.values()) take(cell);
    const own = dateEvidence(pairs);
    if (own.dayFirst > 0 || own.monthFirst > 0 || this.#borrowed === null) return own;
    take(this.#borrowed);
    return dateEvidence(pairs);
  }

  /** The first cell that can be read either way; empty where there is none. */
  firstEither(): string {
    for (const cell of this.#others.values()) {
      const found = slashed.exec(cell);
      if (found !== null && dateEvidence([[Number(found[1]), Number(found[2])]]).either === 1) return cell;
    }
    return '';
  }

  #readOther(at: number, cell: string, order: DateOrder): CellProblem | null {
    const long = yearFirst.exec(cell);
    const short = slashed.exec(cell);
    if (long === null && short === null) return 'DATE_UNREADABLE';
    if (long === null && order === 'undecided' && short?.[1] !== short?.[2]) return 'DATE_AMBIGUOUS';
    const first = Number(short?.[1]);
    const second = Number(short?.[2]);
    const [year, month, day] =
      long === null
        ? [
            fullYear(short?.[3] ?? ''),
            order === 'month-first' ? first : second,
            order === 'month-first' ? second : first,
          ]
        : [Number(long[1]), Number(long[2]), Number(long[3])];
    const rest = (long ?? short)?.[4] ?? '';
    const time = rest.trim() === '' ? null : readClock(rest);
    if (rest.trim() !== '' && time === null) return 'DATE_UNREADABLE';
    if (!exists(year, month, day)) return 'DATE_IMPOSSIBLE';
    const midnight = epochDay(year, month, day) * 86400;
    if (time === null) this.#set(at, midnight, kinds.date);
    else this.#setTimed(at, midnight, time);
    return null;
  }

  /**
   * Converts the column. `source` is the clock of times without a zone, `report` that of days; a date without a time is
   * a local date and never shifted. With `dateOnly` any clock time is ignored. `order` is what its own cells say, unless
   * other files of the kind or a person say more.
   */
  finish(
    source: ZoneClock,
    report: ZoneClock,
    dateOnly: boolean,
    order: DateOrder = dateOrder(this.evidence()),
  ): Moments {
    const { dayFirst, monthFirst, either } = this.evidence();
    const problems = new Map<number, CellProblem>();
    for (const [at, cell] of this.#others) {
      const problem = this.#readOther(at, cell, order);
      if (problem !== null) problems.set(at, problem);
    }
    const seconds = new Float64Array(this.#length).fill(Number.NaN);
    const days = new Int32Array(this.#length).fill(noDay);
    const counts: [number, number, number] = [0, 0, 0];
    for (let at = 0; at < this.#length; at += 1) {
      const kind = this.#kinds[at] ?? kinds.empty;
      if (kind > kinds.instant) continue;
      const value = this.#seconds[at] ?? 0;
      counts[kind as 0 | 1 | 2] += 1;
      if (kind === kinds.date || dateOnly) {
        days[at] = Math.floor(value / 86400);
        seconds[at] = report.instantOf(Math.floor(value / 86400) * 86400);
      } else {
        const instant = kind === kinds.wall ? source.instantOf(value) : value - (this.#offsets.get(at) ?? 0);
        seconds[at] = instant;
        days[at] = Math.floor((instant + report.offsetAt(instant)) / 86400);
      }
    }
    const read = this.#others.size - problems.size;
    return {
      seconds,
      days,
      problems,
      readAs:
        dateOnly || counts[1] + counts[2] === 0
          ? 'date'
          : counts[0] === 0
            ? 'date and time'
            : 'date, partly with time',
      evidence:
        this.#others.size === 0
          ? `${counts[0] + counts[1] + counts[2]} of ${counts[0] + counts[1] + counts[2]} are year-month-day`
          : `${dayFirst} can only be day-first, ${monthFirst} only month-first, ${either} either; ${read} of ${this.#others.size} read`,
    };
  }
}
