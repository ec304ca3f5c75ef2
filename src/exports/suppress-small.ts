import { minimumSample } from '../domain/definitions.ts';
import type { Rate } from '../domain/rate.ts';
import { rateOf } from '../metrics/rate-of.ts';
import type {
  DocumentBlock,
  DocumentCell,
  DocumentColumn,
  DocumentRow,
  DocumentTable,
  ReviewDocument,
} from './review-document.ts';

/** The fewest people a number may be about in a file that is passed on. */
export const fewestPeople = minimumSample.hide;

/** What the groups under that are counted together as. */
export const pooledName = '(other)';

const isRate = (cell: DocumentCell): cell is Rate => typeof cell === 'object' && cell !== null;

/** How many people a cell is about; null where it counts nobody. */
const peopleIn = ({ kind }: DocumentColumn, cell: DocumentCell): number | null => {
  const people = isRate(cell) ? cell.n : kind === 'people' && typeof cell === 'number' ? cell : 0;
  return people > 0 ? people : null;
};

/** The smallest number of people that a cell of a row is about; 0 of nobody tells of nobody. */
const sizeOf = (columns: readonly DocumentColumn[], row: DocumentRow): number =>
  Math.min(...columns.map((column, index) => peopleIn(column, row[index] ?? null) ?? Infinity));

const sumOf = ({ kind }: DocumentColumn, cells: readonly DocumentCell[]): DocumentCell => {
  if (kind === 'rate') {
    const rates = cells.filter(isRate);
    const total = (pick: 'k' | 'n') => rates.reduce((sum, rate) => sum + rate[pick], 0);
    return rates.length === 0 ? null : rateOf(total('k'), total('n'));
  }
  if (kind !== 'people' && kind !== 'money' && kind !== 'points') return null;
  const numbers = cells.filter((cell) => typeof cell === 'number');
  return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0);
};

const pooled = (columns: readonly DocumentColumn[], rows: readonly DocumentRow[]): DocumentRow =>
  columns.map((column, index) => {
    if (index === 0) return pooledName;
    return sumOf(
      column,
      rows.map((row) => row[index] ?? null),
    );
  });

/** A column about fewer than five people in all rows together is left empty: no pooling would make it larger. */
const withoutSmallColumns = ({ columns, rows, total, ...table }: DocumentTable): DocumentTable => {
  const isSmall = columns.map((column, index) => {
    const all = rows.reduce((sum, row) => sum + (peopleIn(column, row[index] ?? null) ?? 0), 0);
    return all > 0 && all < fewestPeople;
  });
  const emptied = (row: DocumentRow): DocumentRow =>
    row.map((cell, index) => (isSmall[index] === true ? null : cell));
  return { ...table, columns, rows: rows.map(emptied), total: total === null ? null : emptied(total) };
};

/**
 * Groups with a number about fewer than five people are added up. One such group alone could be had by subtraction from
 * the total, so the next smallest goes with them until the sum is about five or more.
 */
const poolGroups = ({ columns, rows, total, ...table }: DocumentTable): DocumentTable => {
  const size = (row: DocumentRow): number => sizeOf(columns, row);
  const bySize = rows.toSorted((a, b) => size(a) - size(b));
  let places = bySize.filter((row) => size(row) < fewestPeople).length;
  while (places > 0 && places < rows.length && size(pooled(columns, bySize.slice(0, places))) < fewestPeople)
    places += 1;
  const small = new Set(bySize.slice(0, places));
  const large = rows.filter((row) => !small.has(row));
  const rest = places === 0 ? [] : [pooled(columns, [...small])];
  return {
    ...table,
    columns,
    rows: [...large, ...rest.filter((row) => size(row) >= fewestPeople)],
    total: total !== null && size(total) < fewestPeople ? null : total,
  };
};

/** Rows that keep their place lose what is about fewer than five, and the sums that stand beside it. */
const blankCells = ({ columns, rows, total, ...table }: DocumentTable): DocumentTable => {
  const isSmall = (row: DocumentRow, index: number): boolean => {
    const column = columns[index];
    return column !== undefined && (peopleIn(column, row[index] ?? null) ?? Infinity) < fewestPeople;
  };
  const blanked = (row: DocumentRow): DocumentRow =>
    row.map((cell, index) => {
      const column = columns[index];
      if (column === undefined || column.kind === 'text') return cell;
      if (peopleIn(column, cell) !== null) return isSmall(row, index) ? null : cell;
      const isAbout = column.about === undefined ? columns.map((_, place) => place) : [column.about];
      return isAbout.some((place) => isSmall(row, place)) ? null : cell;
    });
  return { ...table, columns, rows: rows.map(blanked), total: total === null ? null : blanked(total) };
};

const address = /[^\s@]+@[^\s@]+/g;

/** A text without what looks like the address of a person. */
const withoutAddresses = (text: string): string => text.replaceAll(address, '(address)');

const cleanRow = (row: DocumentRow): DocumentRow =>
  row.map((cell) => (typeof cell === 'string' ? withoutAddresses(cell) : cell));

const aggregateTable = (table: DocumentTable): DocumentTable => {
  const safe = table.rowsAre === 'groups' ? poolGroups(withoutSmallColumns(table)) : blankCells(table);
  return { ...safe, rows: safe.rows.map(cleanRow), total: safe.total === null ? null : cleanRow(safe.total) };
};

const aggregateBlock = (block: DocumentBlock): DocumentBlock => ({
  ...block,
  answer: withoutAddresses(block.answer),
  definition: withoutAddresses(block.definition),
  notes: block.notes.map(withoutAddresses),
  table: block.table === null ? null : aggregateTable(block.table),
});

/**
 * A document that can be passed on: no sentence or block about single records, no number about fewer than five people, no address. In
 * a table of groups the small ones are counted under `(other)`; elsewhere they are left empty. Doing it twice changes
 * nothing more.
 */
export const aggregatesOnly = (document: ReviewDocument): ReviewDocument => ({
  ...document,
  summary: document.summary
    .filter(({ namesRecords }) => !namesRecords)
    .map((sentence) => ({ ...sentence, text: withoutAddresses(sentence.text) })),
  blocks: document.blocks.filter(({ namesRecords }) => !namesRecords).map(aggregateBlock),
});
