import type { CrmFormat } from '../crm/crm-format.ts';
import { recognise, type Recognised } from '../crm/recognise.ts';
import { isBlank, filledCells } from './blank-cells.ts';
import { namesColumns, namesSomething } from './names-columns.ts';
import type { ReadRecord } from './read-record.ts';

/** Which of its first records are a table's header and its rows. */
export interface TableLayout {
  readonly found: Recognised | null;
  /** How many cells a row has. */
  readonly width: number;
  /** The header's cells as written, of several lines joined; empty where there is none. */
  readonly header: readonly string[];
  /** The header's names by column; null where there is no header, or it has more or fewer names than rows have cells. */
  readonly names: readonly string[] | null;
  /** Where the header stands, with the lines that belong to it. */
  readonly headerAt: readonly number[];
  /** Where the rows begin; what stands before and is no header is above the table. */
  readonly firstRow: number;
}

const highestHeader = 20;
const judgedRows = 100;
const mostHeaderLines = 3;
const otherDelimiters = [',', ';', '\t', '|', ' '] as const;
/** A title can have fewer words than this. */
const fewestNames = 4;

const isNarrow = ({ cells }: ReadRecord): boolean => cells !== null && (cells.length < 2 || isBlank(cells));

/**
 * The width that most filled records have; of equals, the one that comes first. Records of one cell at either end are
 * titles and notes, not a table, unless there is nothing else.
 */
const usualWidth = (records: readonly ReadRecord[]): number => {
  const first = records.findIndex((record) => record.cells !== null && !isNarrow(record));
  const last = records.findLastIndex((record) => record.cells !== null && !isNarrow(record));
  const inner = records.slice(Math.max(0, first), last + 1);
  const isTable = inner.length > 1 || (last === records.length - 1 && (inner[0]?.cells?.length ?? 0) > 2);
  const widths = new Map<number, number>();
  for (const { cells } of isTable ? inner : records)
    if (cells !== null && !isBlank(cells)) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  let usual = 0;
  for (const [width, count] of widths) if (count > (widths.get(usual) ?? 0)) usual = width;
  return usual;
};

const rowsOf = (records: readonly ReadRecord[], from: number, width: number) =>
  records
    .slice(from, from + judgedRows)
    .flatMap(({ cells }) => (cells !== null && cells.length === width && !isBlank(cells) ? [cells] : []));

const cellsAt = (records: readonly ReadRecord[], at: number): readonly string[] =>
  records[at]?.cells ?? records[at]?.loose ?? [];

/** The first record that is as full as a row of the table, and not a title with empty cells behind it. */
const firstFull = (records: readonly ReadRecord[], width: number): number => {
  const filled = records.map(({ cells }) =>
    cells !== null && cells.length === width ? filledCells(cells) : 0,
  );
  const fullest = Math.max(0, ...filled);
  return filled.findIndex((count) => count > 0 && count * 2 > fullest);
};

/** The cells of a header that is written with another delimiter than the rows; as they are where it is not. */
const otherwiseCut = (cells: readonly string[], width: number): readonly string[] => {
  if (cells.length !== 1 || width < fewestNames) return cells;
  for (const delimiter of otherDelimiters) {
    const names = (cells[0] ?? '').split(delimiter).map((name) => name.replaceAll(/^"|"$/g, ''));
    if (names.length === width && filledCells(names) === width) return names;
  }
  return cells;
};

/** Without its empty names, where those are just as many as the header has too many. */
const withoutSurplus = (cells: readonly string[], width: number): readonly string[] =>
  cells.length > width && filledCells(cells) === width ? cells.filter((cell) => cell.trim() !== '') : cells;

/**
 * A header with a delimiter or a quotation mark too many or too few, or with another delimiter, right above the first
 * row; null where there is none.
 */
const damagedHeader = (
  records: readonly ReadRecord[],
  first: number,
  width: number,
): { readonly at: number; readonly header: readonly string[] } | null => {
  const at = records.findLastIndex(
    ({ cells }, index) => index < first && (cells === null || !isBlank(cells)),
  );
  if (at < 0) return null;
  const cells = otherwiseCut(cellsAt(records, at), width);
  const difference = Math.abs(cells.length - width);
  if (difference > Math.max(1, width >> 2) || filledCells(cells) * 2 <= width || !namesSomething(cells))
    return null;
  return { at, header: withoutSurplus(cells, width) };
};

/** How many records, from the first full one on, name columns: 0 where the table has no header. */
const headerLines = (records: readonly ReadRecord[], at: number, width: number): number => {
  for (let lines = mostHeaderLines; lines > 0; lines -= 1) {
    const below = rowsOf(records, at + lines, width);
    const header = records.slice(at, at + lines);
    const isHeader = header.every(
      ({ cells }) => cells?.length === width && namesColumns(cells, below, lines > 1),
    );
    if (isHeader && header.length === lines) return lines;
  }
  return 0;
};

const joinedLines = (lines: readonly (readonly string[])[]): readonly string[] =>
  (lines[0] ?? []).map((_, column) =>
    lines
      .map((cells) => cells[column]?.trim() ?? '')
      .filter((name) => name !== '')
      .join(' '),
  );

const known = (records: readonly ReadRecord[], formats: readonly CrmFormat[]): TableLayout | null => {
  for (const [at, { cells, loose }] of records.slice(0, highestHeader).entries()) {
    const written = cells ?? loose?.map((cell) => cell.replaceAll(/^["']|["']$/g, '')) ?? [];
    const found = recognise(written, formats);
    if (found === null) continue;
    return {
      found,
      width: written.length,
      header: written,
      names: written,
      headerAt: [at],
      firstRow: at + 1,
    };
  }
  return null;
};

/**
 * Finds header and rows from the first records of a table. A known header stands where it is found. Of any other table
 * the first full record of the usual width is the header, unless it looks like one of the rows.
 */
export const tableLayout = (records: readonly ReadRecord[], formats: readonly CrmFormat[]): TableLayout => {
  const recognised = known(records, formats);
  if (recognised !== null) return recognised;
  const width = usualWidth(records);
  const first = firstFull(records, width);
  const none = { found: null, width, header: [], names: null, headerAt: [] };
  if (first < 0) return { ...none, firstRow: 0 };
  const lines = headerLines(records, first, width);
  if (lines > 0) {
    const headerAt = Array.from({ length: lines }, (_, line) => first + line);
    const header =
      lines === 1 ? cellsAt(records, first) : joinedLines(headerAt.map((at) => cellsAt(records, at)));
    return { ...none, header, names: header, headerAt, firstRow: first + lines };
  }
  const damaged = damagedHeader(records, first, width);
  if (damaged === null) {
    const firstRow = records.findIndex(
      ({ cells }) => cells !== null && cells.length === width && filledCells(cells) > Math.min(1, width - 1),
    );
    return { ...none, firstRow };
  }
  const { at, header } = damaged;
  const names = header.length === width ? header : null;
  return { ...none, header, names, headerAt: [at], firstRow: at + 1 };
};
