import type { CrmFormat } from '../crm/crm-format.ts';
import { recognise, type Recognised } from '../crm/recognise.ts';
import type { ReasonCode } from './ledger.ts';
import { plainRows, type IsPlainRow } from './plain-rows.ts';
import { RawTable } from './raw-table.ts';
import type { ReadRecord } from './read-records.ts';
import type { RecordRun } from './record-run.ts';
import { RowPlaces, type Row } from './row-places.ts';

const preambleRecords = 20;

/** A record that is set aside, and the column to blame where there is one. */
export interface Rejected extends Row {
  readonly reason: ReasonCode;
  readonly column: string | null;
}

/** Whether every cell of a record is empty. */
export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, index) => cell === b[index]);

const firstCell = ({ cells }: ReadRecord): string => cells?.[0]?.trim() ?? '';

/** Whether a record has one filled cell, the first, or none. */
const isShort = (cells: readonly string[] | null): boolean =>
  cells !== null && cells.every((cell, index) => index === 0 || cell.trim() === '');

/** Takes the records of one file in order: what stands before the header is preamble, what follows is sorted into rows, rejects and blanks. */
export class RecordSorter {
  raw: RawTable | null = null;
  found: Recognised | null = null;
  readonly places = new RowPlaces();
  readonly rejected: Rejected[] = [];
  readonly before: ReadRecord[] = [];
  headers: readonly string[] = [];
  records = 0;
  notData = 0;
  #isPlainRow: IsPlainRow | null = null;
  readonly #below: ReadRecord[] = [];
  readonly #formats: readonly CrmFormat[];

  constructor(formats: readonly CrmFormat[]) {
    this.#formats = formats;
  }

  take(record: ReadRecord): void {
    if (this.raw === null) this.#lookForHeader(record);
    else this.#sort(record, this.raw);
  }

  /** Takes the plain rows of a run from `first` on; gives back the first record that `take` must judge. */
  takeRun(run: RecordRun, first: number, offset: number, line: number): number {
    const { raw } = this;
    const isPlainRow = this.#isPlainRow;
    if (raw === null || isPlainRow === null || run.width !== this.headers.length) return first;
    if (this.#below.length > 0) return first;
    let end = first;
    for (; end < run.records && isPlainRow(run, end); end += 1) {
      this.records += 1;
      const from = offset + (run.recordStarts[end] ?? 0);
      const to = offset + (run.recordEnds[end] ?? 0);
      this.places.append(this.records, line + (run.linesBefore[end] ?? 0), from, to);
    }
    raw.appendRun(run, first, end);
    return end;
  }

  #lookForHeader(record: ReadRecord): void {
    const cells = record.cells ?? [];
    if (this.before.length < preambleRecords) {
      const found = recognise(cells, this.#formats);
      if (found !== null) {
        this.found = found;
        this.headers = cells;
        this.raw = new RawTable(found.table, cells, found.format);
        this.#isPlainRow = plainRows(cells, found.format.footer !== undefined && cells.length > 2);
        this.records += this.before.length;
        this.notData += this.before.length;
        return;
      }
    }
    this.before.push(record);
  }

  /** Settles what stands below the last row: the lines of a report's footer are no data. */
  finish(): void {
    const { raw } = this;
    if (raw === null) return;
    const words = this.found?.format.footer ?? [];
    const isFooter = this.#below.some((record) => words.some((word) => firstCell(record).startsWith(word)));
    for (const record of this.#below.splice(0)) {
      if (isFooter) {
        this.records += 1;
        this.notData += 1;
      } else this.#take(record, raw);
    }
  }

  /** With a footer to come, a record of one filled cell waits until a fuller one follows. */
  #sort(record: ReadRecord, raw: RawTable): void {
    if (this.found?.format.footer !== undefined && this.headers.length > 2 && isShort(record.cells)) {
      this.#below.push(record);
      return;
    }
    for (const earlier of this.#below.splice(0)) this.#take(earlier, raw);
    this.#take(record, raw);
  }

  #take(record: ReadRecord, raw: RawTable): void {
    this.records += 1;
    this.#place(record, raw);
  }

  #place(record: ReadRecord, raw: RawTable): void {
    const { cells } = record;
    if (cells === null) {
      this.#reject(record, record.trouble === 'QUOTE_UNCLOSED' ? 'QUOTE_UNCLOSED' : 'QUOTE_STRAY');
      return;
    }
    if (cells.length !== this.headers.length) {
      if (isBlank(cells)) this.notData += 1;
      else this.#reject(record, cells.length < this.headers.length ? 'FIELD_COUNT_LOW' : 'FIELD_COUNT_HIGH');
      return;
    }
    if (cells[0] === '' ? isBlank(cells) : cells[0] === this.headers[0] && sameCells(cells, this.headers)) {
      this.notData += 1;
      return;
    }
    raw.append(cells);
    this.places.append(this.records, record.line, record.from, record.to);
  }

  #reject({ line, from, to }: ReadRecord, reason: ReasonCode): void {
    this.rejected.push({ record: this.records, line, from, to, reason, column: null });
  }
}
