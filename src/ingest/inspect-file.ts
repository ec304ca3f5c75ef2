import type { CrmFormat } from '../crm/crm-format.ts';
import { recognise } from '../crm/recognise.ts';
import type { ReasonCode } from './ledger.ts';
import type { ReadRecord } from './read-records.ts';
import type { RecordSource } from './record-source.ts';
import { isBlank } from './sort-records.ts';
import { tableLayout, type TableLayout } from './table-layout.ts';
import { typedColumn, type TypedColumn } from './value-type.ts';

/** One table as it was read, without any meaning given to its columns. */
export interface Inspection {
  readonly source: RecordSource;
  readonly format: string;
  readonly header: readonly string[];
  readonly records: number;
  readonly loaded: number;
  readonly setAside: number;
  readonly notData: number;
  readonly reasons: Readonly<Partial<Record<ReasonCode, number>>>;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly (TypedColumn & { readonly name: string })[];
}

const preambleRecords = 20;
const longestFooter = 12;

/** A known header stands where it is found; any other table is laid out by its shape. */
const layoutOf = (
  records: readonly ReadRecord[],
  formats: readonly CrmFormat[],
): { readonly layout: TableLayout; readonly format: string } => {
  const known = records
    .slice(0, preambleRecords)
    .findIndex(({ cells }) => cells !== null && recognise(cells, formats) !== null);
  const cells = records[known]?.cells;
  if (cells === undefined || cells === null) return { layout: tableLayout(records), format: 'unknown' };
  return {
    layout: { width: cells.length, header: known, firstRow: known + 1 },
    format: recognise(cells, formats)?.format.id ?? 'unknown',
  };
};

interface Sorted {
  readonly rows: (readonly string[])[];
  readonly reasons: Partial<Record<ReasonCode, number>>;
  setAside: number;
  notData: number;
}

/**
 * Where a footer begins: a blank record near the end, and behind it only records of one filled cell, such as a report's
 * name and its copyright line. The number of records where there is none.
 */
const footerStart = (records: readonly ReadRecord[], width: number): number => {
  if (width < 2) return records.length;
  const isNote = ({ cells }: ReadRecord): boolean =>
    cells !== null && cells.filter((cell) => cell.trim() !== '').length === 1;
  const isEmpty = ({ cells }: ReadRecord): boolean => cells !== null && isBlank(cells);
  const last = records.findLastIndex((record) => !isNote(record) && !isEmpty(record));
  const gap = records.findIndex((record, index) => index > last && isEmpty(record));
  return gap < 0 || records.length - gap > longestFooter ? records.length : gap;
};

const sorted = (records: readonly ReadRecord[], { width, header, firstRow }: TableLayout): Sorted => {
  const names = header === null ? null : (records[header]?.cells ?? null);
  const footer = footerStart(records, width);
  const result: Sorted = {
    rows: [],
    reasons: {},
    setAside: 0,
    notData: (header ?? firstRow) + records.length - Math.max(footer, firstRow),
  };
  const setAside = (reason: ReasonCode): void => {
    result.reasons[reason] = (result.reasons[reason] ?? 0) + 1;
    result.setAside += 1;
  };
  for (const { cells, trouble } of records.slice(firstRow, footer)) {
    if (cells === null) setAside(trouble === 'QUOTE_UNCLOSED' ? 'QUOTE_UNCLOSED' : 'QUOTE_STRAY');
    else if (isBlank(cells)) result.notData += 1;
    else if (cells.length !== width) setAside(cells.length < width ? 'FIELD_COUNT_LOW' : 'FIELD_COUNT_HIGH');
    else if (names !== null && names.every((name, column) => name === cells[column])) result.notData += 1;
    else result.rows.push(cells);
  }
  return result;
};

/**
 * Reads one table to its rows and types, with the ledger of its records: the header is no record; what stands before
 * it, blank records and repeated headers are not data. Needs no engine.
 */
export const inspectSource = async (
  source: RecordSource,
  formats: readonly CrmFormat[],
  signal: AbortSignal,
): Promise<Inspection> => {
  const records: ReadRecord[] = [];
  await source.read(
    (record) => records.push(record),
    () => undefined,
    signal,
  );
  const { layout, format } = layoutOf(records, formats);
  const { rows, reasons, setAside, notData } = sorted(records, layout);
  const header = layout.header === null ? [] : (records[layout.header]?.cells ?? []);
  const columns = Array.from({ length: layout.width }, (_, column) => ({
    name: header[column] ?? `column ${column + 1}`,
    ...typedColumn(rows.map((row) => row[column] ?? '')),
  }));
  return {
    source,
    format,
    header,
    records: records.length - (layout.header === null ? 0 : 1),
    loaded: rows.length,
    setAside,
    notData,
    reasons,
    rows,
    columns,
  };
};
