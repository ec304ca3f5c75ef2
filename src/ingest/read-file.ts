import type { CrmFormat } from '../crm/crm-format.ts';
import type { Recognised } from '../crm/recognise.ts';
import { countReasons } from './count-reasons.ts';
import type { FileLedger } from './ledger.ts';
import { columnsWithNul, withoutNul, type NulCell } from './nul-cells.ts';
import { RawTable } from './raw-table.ts';
import type { RecordSource } from './record-source.ts';
import { RowPlaces, type Rejected } from './row-places.ts';
import { RecordSorter } from './sort-records.ts';

/** Progress of one file. */
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
}

/** Reads one table of records; one of no known kind comes back as its finished ledger. */
export const readFile = async (
  source: RecordSource,
  formats: readonly CrmFormat[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ReadFile | FileLedger> => {
  const places = new RowPlaces();
  const nulCells: NulCell[] = [];
  let raw: RawTable | null = null;
  const sorter = new RecordSorter(formats, ({ found, header }) => {
    if (found === null) return () => undefined;
    const table = new RawTable(found.table, header, found.format);
    raw = table;
    return (cells, { line, from, to, hasNul }, number) => {
      if (hasNul) for (const column of columnsWithNul(cells)) nulCells.push({ row: table.rows, column });
      table.append(hasNul ? withoutNul(cells) : cells);
      places.append(number, line, from, to);
    };
  });
  await source.read(
    (record) => sorter.take(record),
    ({ bytes, totalBytes }) => report({ file: source.name, rows: sorter.records, bytes, totalBytes }),
    signal,
  );
  const { found, header } = sorter.finish();
  if (raw === null || found === null) return unknownFile(source, sorter);
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
  };
};

/** The ledger of a file of no known kind: what would be its rows is set aside with that reason. */
export const unknownFile = (
  { name, encoding, delimiter, bytes }: Pick<RecordSource, 'name' | 'encoding' | 'delimiter' | 'bytes'>,
  { records, notData, rejected }: Pick<RecordSorter, 'records' | 'notData' | 'rejected'>,
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
  };
};
