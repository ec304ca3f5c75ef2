import type { CrmFormat } from '../crm/crm-format.ts';
import type { Recognised } from '../crm/recognise.ts';
import type { FileLedger } from './ledger.ts';
import type { RawTable } from './raw-table.ts';
import type { ReadRecord } from './read-records.ts';
import type { RecordSource } from './record-source.ts';
import type { RowPlaces } from './row-places.ts';
import { isBlank, RecordSorter, type Rejected } from './sort-records.ts';

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
  readonly places: RowPlaces;
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
  const sorter = new RecordSorter(formats);
  await source.read(
    (record) => sorter.take(record),
    ({ bytes, totalBytes }) => report({ file: source.name, rows: sorter.records, bytes, totalBytes }),
    signal,
    (run, first, offset, line) => sorter.takeRun(run, first, offset, line),
  );
  sorter.finish();
  if (sorter.raw === null || sorter.found === null) return unknownFile(source, sorter.before);
  return {
    source,
    found: sorter.found,
    raw: sorter.raw,
    places: sorter.places,
    records: sorter.records,
    notData: sorter.notData,
    rejected: sorter.rejected,
  };
};

/** A file of no known kind: its first record is taken for the header, all others are set aside with that reason. */
const unknownFile = (
  { name, encoding, delimiter, bytes }: RecordSource,
  before: readonly ReadRecord[],
): FileLedger => {
  const records = Math.max(0, before.length - 1);
  const blank = before.slice(1).filter((record) => record.cells !== null && isBlank(record.cells)).length;
  return {
    name,
    format: 'unknown',
    table: '',
    encoding,
    delimiter,
    bytes,
    records,
    loaded: 0,
    setAside: records - blank,
    duplicates: 0,
    notData: blank,
    reasons: records > blank ? { FORMAT_UNKNOWN: records - blank } : {},
    columns: {},
    readings: [],
    findings: [],
    examples: [],
  };
};
