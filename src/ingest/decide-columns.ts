import type { ColumnChoice } from '../crm/crm-format.ts';
import { headerKey } from '../crm/header-key.ts';
import type { Recognised } from '../crm/recognise.ts';
import { dateOrder, sumDateEvidence, type DateOrder } from './date-order.ts';
import { decimalMark, sumDecimalEvidence, type DecimalMark } from './decimal-mark.ts';
import type { ColumnDecision } from './ledger.ts';
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
  readonly decided: readonly ColumnDecision[];
  readonly questions: readonly Question[];
}

/** A column's evidence in words, and the cells that can be read either way. */
interface Weighed<Reading> {
  readonly reading: Reading;
  readonly told: number;
  readonly either: number;
  readonly evidence: string;
  readonly example: string;
}

const firstFilled = (cells: readonly string[]): string => cells.find((cell) => cell !== '') ?? '';

const weighDates = (
  files: readonly UndecidedFile[],
  column: string,
  choice: ColumnChoice | undefined,
): Weighed<DateOrder> => {
  const holders = files.flatMap(({ raw }) => raw.moments(column) ?? []);
  const evidence = sumDateEvidence(holders.map((holder) => holder.evidence()));
  const { dayFirst, monthFirst, either } = evidence;
  return {
    reading: choice?.dates ?? dateOrder(evidence),
    told: dayFirst + monthFirst,
    either,
    evidence: `${dayFirst} dates can only be day-first, ${monthFirst} only month-first, ${either} either`,
    example: firstFilled(holders.map((holder) => holder.firstEither())),
  };
};

const weighNumbers = (
  files: readonly UndecidedFile[],
  column: string,
  choice: ColumnChoice | undefined,
): Weighed<DecimalMark> => {
  const holders = files.flatMap(({ raw }) => raw.numbers(column) ?? []);
  const evidence = sumDecimalEvidence(holders.map((holder) => holder.evidence()));
  const { comma, point, either } = evidence;
  return {
    reading: choice?.decimals ?? decimalMark(evidence),
    told: comma + point,
    either,
    evidence: `${comma} numbers can only have a decimal comma, ${point} only a decimal point, ${either} either`,
    example: firstFilled(holders.map((holder) => holder.firstEither())),
  };
};

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
  const choices = new Map(
    Object.entries(table.readings ?? {}).map(([column, choice]) => [headerKey(column), choice]),
  );
  const decided: ColumnDecision[] = [];
  const questions: Question[] = [];
  const note = (
    asks: Question['asks'],
    column: string,
    { reading, told, either, evidence, example }: Weighed<DateOrder | DecimalMark>,
  ): void => {
    const having = files.filter(({ raw }) => raw.has(column));
    const written = having[0]?.raw.written(column) ?? column;
    if (told + either > 0) decided.push({ column, written, asks, reading, evidence });
    if (reading !== 'undecided' || either === 0) return;
    const names = having.map(({ name }) => name);
    questions.push({
      asks,
      format: format.id,
      table: table.name,
      column,
      written,
      files: names,
      example,
      cells: either,
      evidence,
    });
  };
  const dates = new Map<string, DateOrder>();
  for (const column of columnsOf(files, 'moment')) {
    const weighed = weighDates(files, column, choices.get(headerKey(column)));
    dates.set(headerKey(column), weighed.reading);
    note('dates', column, weighed);
  }
  const decimals = new Map<string, DecimalMark>();
  for (const column of columnsOf(files, 'number')) {
    const weighed = weighNumbers(files, column, choices.get(headerKey(column)));
    decimals.set(headerKey(column), weighed.reading);
    note('decimals', column, weighed);
  }
  return {
    dateOrder: (column) => dates.get(headerKey(column)) ?? 'undecided',
    decimalMark: (column) => decimals.get(headerKey(column)) ?? 'undecided',
    decided,
    questions,
  };
};
