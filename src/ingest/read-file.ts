import type { CrmFormat } from '../crm/crm-format.ts';
import type { Recognised } from '../crm/recognise.ts';
import { countReasons } from './count-reasons.ts';
import type { ColumnSketch, FileLedger } from './ledger.ts';
import { columnsWithNul, withoutNul, type NulCell } from './nul-cells.ts';
import { RawTable } from './raw-table.ts';
import type { RecordSource } from './record-source.ts';
import { RowPlaces, type Rejected } from './row-places.ts';
import { sketchColumns, sketchedRows } from './sketch-columns.ts';
import { RecordSorter } from './sort-records.ts';
import type { TableLayout } from './table-layout.ts';

/** How far one table is read, or all of an import together; `file` names the one that is being read. */
export interface ImportProgress {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** A file read and split, before its columns are typed. */
export interface ReadFile {
  readonly source: RecordSource;
  readonly found: Recognised;
  readonly raw: RawTable;
  readonly headers: readonly string[];
  readonly places: RowPlaces;
  /** The cells that NUL bytes were left out of. */
  readonly nulCells: readonly NulCell[];
  readonly records: number;
  readonly notData: number;
  readonly rejected: readonly Rejected[];
  readonly sketch: readonly ColumnSketch[];
  readonly stamp: number | null;
}

/** Reads one table of records; one of no known kind comes back as its finished ledger. */
export const readFile = async (
  source: RecordSource,
  stamp: number | null,
  formats: readonly CrmFormat[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ReadFile | FileLedger> => {
  const places = new RowPlaces();
  const nulCells: NulCell[] = [];
  const firstRows: (readonly string[])[] = [];
  let raw: RawTable | null = null;
  const sorter = new RecordSorter(formats, ({ found, header }) => {
    const look = (cells: readonly string[]): void => {
      if (firstRows.length < sketchedRows) firstRows.push(cells);
    };
    if (found === null) return look;
    const table = new RawTable(found.table, header, found.format);
    raw = table;
    return (cells, { line, from, to, hasNul }, number) => {
      look(cells);
      if (hasNul) for (const column of columnsWithNul(cells)) nulCells.push({ row: table.rows, column });
      table.append(hasNul ? withoutNul(cells) : cells);
      places.append(number, line, from, to);
    };
  });
  await source.read(
    (record) => sorter.take(record),
    ({ bytes, totalBytes }) => report({ file: source.name, rows: sorter.records, bytes, totalBytes }),
    signal,
    (run, from, offset, line) =>
      firstRows.length < sketchedRows
        ? from
        : sorter.takeRun(run, from, (end, number) => {
            raw?.appendRun(run, from, end);
            for (let record = from; record < end; record += 1)
              places.append(
                number + record - from,
                line + (run.linesBefore[record] ?? 0),
                offset + (run.recordStarts[record] ?? 0),
                offset + (run.recordEnds[record] ?? 0),
              );
          }),
  );
  const layout = sorter.finish();
  const { found, header } = layout;
  const sketch = sketchColumns(namesOf(layout), firstRows);
  if (raw === null || found === null) return unknownFile(source, sorter, sketch);
  (raw as RawTable).borrow(source.decisiveCells?.() ?? new Map());
  return {
    source,
    found,
    raw,
    headers: header,
    places,
    nulCells,
    records: sorter.records,
    notData: sorter.notData,
    rejected: sorter.rejected,
    sketch,
    stamp,
  };
};

/** What the columns are called; those without a name are numbered. */
const namesOf = ({ header, names, found, width }: TableLayout): readonly string[] =>
  (found === null ? names : header) ?? Array.from({ length: width }, (_, column) => `column ${column + 1}`);

/** A file of no known kind: what would be its rows is set aside with that reason. */
const unknownFile = (
  { name, encoding, delimiter, bytes }: RecordSource,
  { records, notData, rejected }: RecordSorter,
  sketch: readonly ColumnSketch[],
): FileLedger => {
  const unknown = records - notData - rejected.length;
  return {
    name,
    format: 'unknown',
    table: '',
    encoding,
    delimiter,
    bytes,
    records,
    loaded: 0,
    setAside: records - notData,
    duplicates: 0,
    notData,
    reasons: { ...countReasons(rejected), ...(unknown > 0 ? { FORMAT_UNKNOWN: unknown } : {}) },
    columns: {},
    readings: [],
    findings: [],
    examples: [],
    decided: [],
    sketch,
  };
};
