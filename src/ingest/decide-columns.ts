import { headerKey } from '../crm/header-key.ts';
import type { Recognised } from '../crm/recognise.ts';
import { dateOrder, sumDateEvidence, type DateOrder } from './date-order.ts';
import { decimalMark, sumDecimalEvidence, type DecimalMark } from './decimal-mark.ts';
import type { Question } from './question.ts';
import type { RawTable } from './raw-table.ts';

/** One file of a kind, as far as the decision needs it. */
export interface UndecidedFile {
  readonly name: string;
  readonly raw: RawTable;
}

/** What was decided of each column of one kind of file, and what a person is asked. */
export interface ColumnDecisions {
  readonly dateOrder: (column: string) => DateOrder;
  readonly decimalMark: (column: string) => DecimalMark;
  readonly questions: readonly Question[];
}

const columnsOf = (files: readonly UndecidedFile[], role: 'moment' | 'number'): readonly string[] => [
  ...new Set(files.flatMap(({ raw }) => raw.columnsOf(role))),
];

/**
 * Decides each column of dates or numbers over all rows of all files of its kind, so that a file means the same whole
 * and in parts. A person's choice goes before the evidence.
 */
export const decideColumns = (
  { format, table }: Recognised,
  files: readonly UndecidedFile[],
): ColumnDecisions => {
  const dates = new Map<string, DateOrder>();
  const decimals = new Map<string, DecimalMark>();
  const questions: Question[] = [];
  const choices = new Map(
    Object.entries(table.readings ?? {}).map(([column, choice]) => [headerKey(column), choice]),
  );
  const ask = (
    asks: Question['asks'],
    column: string,
    example: string,
    cells: number,
    evidence: string,
  ): void => {
    const having = files.filter(({ raw }) => raw.has(column));
    questions.push({
      asks,
      format: format.id,
      table: table.name,
      column,
      written: having[0]?.raw.written(column) ?? column,
      files: having.map(({ name }) => name),
      example,
      cells,
      evidence,
    });
  };
  for (const column of columnsOf(files, 'moment')) {
    const holders = files.flatMap(({ raw }) => raw.moments(column) ?? []);
    const evidence = sumDateEvidence(holders.map((holder) => holder.evidence()));
    const order = choices.get(headerKey(column))?.dates ?? dateOrder(evidence);
    dates.set(headerKey(column), order);
    if (order === 'undecided' && evidence.either > 0)
      ask(
        'dates',
        column,
        holders.map((holder) => holder.firstEither()).find((cell) => cell !== '') ?? '',
        evidence.either,
        `${evidence.dayFirst} dates can only be day-first, ${evidence.monthFirst} only month-first, ${evidence.either} either`,
      );
  }
  for (const column of columnsOf(files, 'number')) {
    const holders = files.flatMap(({ raw }) => raw.numbers(column) ?? []);
    const evidence = sumDecimalEvidence(holders.map((holder) => holder.evidence()));
    const mark = choices.get(headerKey(column))?.decimals ?? decimalMark(evidence);
    decimals.set(headerKey(column), mark);
    if (mark === 'undecided' && evidence.either > 0)
      ask(
        'decimals',
        column,
        holders.map((holder) => holder.firstEither()).find((cell) => cell !== '') ?? '',
        evidence.either,
        `${evidence.comma} numbers can only have a decimal comma, ${evidence.point} only a decimal point, ${evidence.either} either`,
      );
  }
  return {
    dateOrder: (column) => dates.get(headerKey(column)) ?? 'undecided',
    decimalMark: (column) => decimals.get(headerKey(column)) ?? 'undecided',
    questions,
  };
};
