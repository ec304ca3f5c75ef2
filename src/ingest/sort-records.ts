import type { CrmFormat } from '../crm/crm-format.ts';
import { filledCells, isBlank } from './blank-cells.ts';
import type { ReasonCode } from './ledger.ts';
import { plainRows, type IsPlainRow } from './plain-rows.ts';
import type { ReadRecord } from './read-record.ts';
import type { RecordRun } from './record-run.ts';
import type { Rejected } from './row-places.ts';
import { endFates, isNote } from './table-end.ts';
import { tableLayout, type TableLayout } from './table-layout.ts';

/** Records looked at before the table's header and width are decided. */
const judgedRecords = 300;
const longestEnd = 1000;

/** Takes a row of the table, and the number of its record from 1. */
export type TakeRow = (cells: readonly string[], record: ReadRecord, number: number) => void;

/** Takes the records of a run up to `end` as rows, and the number of the first of them from 1. */
export type TakeRows = (end: number, number: number) => void;

const sameCells = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((cell, index) => cell === b[index]);

/** Why a record cannot be a row; null where it can. */
const flawOf = ({ cells, trouble }: ReadRecord, width: number): ReasonCode | null => {
  if (trouble !== 'none') return trouble;
  if (cells === null) return 'QUOTE_STRAY';
  if (cells.length === width) return null;
  return cells.length < width ? 'FIELD_COUNT_LOW' : 'FIELD_COUNT_HIGH';
};

/**
 * Sorts the records of one table, in order, into rows, what is set aside and what is not data: titles above the header,
 * further lines of it, blank records, repeated headers and footers. The one route for every kind of table, known or not.
 */
export class RecordSorter {
  readonly rejected: Rejected[] = [];
  records = 0;
  notData = 0;
  #layout: TableLayout | null = null;
  #head: ReadRecord[] = [];
  #below: ReadRecord[] = [];
  #headerLines: readonly (readonly string[])[] = [];
  #takeRow: TakeRow = () => undefined;
  #isPlainRow: IsPlainRow | null = null;
  readonly #formats: readonly CrmFormat[];
  readonly #begin: (layout: TableLayout) => TakeRow;

  /** `begin` is called once, when the layout of the table is known, and gives what takes its rows. */
  constructor(formats: readonly CrmFormat[], begin: (layout: TableLayout) => TakeRow) {
    this.#formats = formats;
    this.#begin = begin;
  }

  take(record: ReadRecord): void {
    if (this.#layout !== null) this.#sort(record, this.#layout);
    else if (this.#head.push(record) === judgedRecords) this.#layOut();
  }

  /** Hands the plain rows of a run from `first` on to `takeRows`; gives back the first record that `take` must judge. */
  takeRun(run: RecordRun, first: number, takeRows: TakeRows): number {
    const isPlainRow = this.#isPlainRow;
    if (isPlainRow === null || this.#below.length > 0) return first;
    let end = first;
    while (end < run.records && isPlainRow(run, end)) end += 1;
    if (end > first) takeRows(end, this.records + 1);
    this.records += end - first;
    return end;
  }

  /** Settles what stands below the last row, and gives the layout of the table. */
  finish(): TableLayout {
    const layout = this.#layout ?? this.#layOut();
    const below = this.#below.splice(0);
    const fates = endFates(below, layout.width, layout.found?.format.footer ?? []);
    for (const [index, record] of below.entries()) {
      if (fates[index] === 'footer') this.#leaveOut();
      else if (fates[index] === 'truncated') this.#reject(record, 'FILE_TRUNCATED');
      else this.#place(record, layout);
    }
    return layout;
  }

  #layOut(): TableLayout {
    const layout = tableLayout(this.#head, this.#formats);
    this.#layout = layout;
    this.#takeRow = this.#begin(layout);
    this.#headerLines = layout.headerAt.flatMap((at) => {
      const cells = this.#head[at]?.cells;
      return cells === undefined || cells === null ? [] : [cells];
    });
    for (const [index, record] of this.#head.splice(0).entries()) {
      if (index >= layout.firstRow) this.#sort(record, layout);
      else if (!layout.headerAt.includes(index)) this.#placeAbove(record, layout);
      else if (index !== layout.headerAt[0]) this.#leaveOut();
    }
    this.#isPlainRow = plainRows(this.#headerLines, layout.width);
    return layout;
  }

  /** A record with more filled cells than a title has is what is left of a row. */
  #placeAbove(record: ReadRecord, { width }: TableLayout): void {
    const { cells } = record;
    if (cells !== null && filledCells(cells) <= Math.max(1, (width + 1) >> 1)) this.#leaveOut();
    else this.#reject(record, flawOf(record, width) ?? 'FIELD_COUNT_LOW');
  }

  /** A record that may belong to the end of the table waits until a row follows. */
  #sort(record: ReadRecord, layout: TableLayout): void {
    const { cells } = record;
    const isRow =
      cells !== null &&
      cells.length === layout.width &&
      (cells[0] !== '' ? !isNote(record, layout.width) : !isBlank(cells));
    if (!isRow && this.#below.length < longestEnd) {
      this.#below.push(record);
      return;
    }
    for (const earlier of this.#below.splice(0)) this.#place(earlier, layout);
    this.#place(record, layout);
  }

  #place(record: ReadRecord, layout: TableLayout): void {
    const { cells } = record;
    if (cells !== null && this.#isNoData(cells)) {
      this.#leaveOut();
      return;
    }
    const flaw = flawOf(record, layout.width);
    if (flaw !== null || cells === null) {
      this.#reject(record, flaw ?? 'QUOTE_STRAY');
      return;
    }
    this.records += 1;
    this.#takeRow(cells, record, this.records);
  }

  #isNoData(cells: readonly string[]): boolean {
    if (cells[0]?.trim() === '') return isBlank(cells);
    return this.#headerLines.some((line) => cells[0] === line[0] && sameCells(cells, line));
  }

  #leaveOut(): void {
    this.records += 1;
    this.notData += 1;
  }

  #reject({ line, from, to }: ReadRecord, reason: ReasonCode): void {
    this.records += 1;
    this.rejected.push({ record: this.records, line, from, to, reason, column: null });
  }
}
