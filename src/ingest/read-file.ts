import type { CrmFormat } from '../crm/crm-format.ts';
import type { Recognised } from '../crm/recognise.ts';
import { findDialect } from './csv-dialect.ts';
import type { FileLedger } from './ledger.ts';
import type { RawTable } from './raw-table.ts';
import { readRecords, type ReadRecord } from './read-records.ts';
import { isBlank, RecordSorter, type Rejected, type RowPlaces } from './sort-records.ts';
import type { SourceFile } from './source-file.ts';
import { findEncoding, withSingleByteMarks } from './text-encoding.ts';

const headBytes = 1 << 18;

/** Progress of one file. */
export interface ImportProgress {
  readonly file: string;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

/** A file read and split, before its columns are typed. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly text: Blob;
  readonly encoding: string;
  readonly delimiter: string;
  readonly found: Recognised;
  readonly raw: RawTable;
  readonly places: RowPlaces;
  readonly records: number;
  readonly notData: number;
  readonly rejected: readonly Rejected[];
}

/** Reads one file; a file of no known kind comes back as its finished ledger. */
export const readFile = async (
  file: SourceFile,
  formats: readonly CrmFormat[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ReadFile | FileLedger> => {
  const encoding = await findEncoding(file.content);
  const readable = await withSingleByteMarks(file.content, encoding);
  const dialect = findDialect(new Uint8Array(await readable.file.slice(0, headBytes).arrayBuffer()));
  const sorter = new RecordSorter(formats);
  await readRecords(
    file.name,
    readable.file,
    readable.encoding,
    dialect,
    (record) => sorter.take(record),
    ({ bytes, totalBytes }) => report({ file: file.name, rows: sorter.records, bytes, totalBytes }),
    signal,
  );
  const { delimiter } = dialect;
  if (sorter.raw === null || sorter.found === null)
    return unknownFile(file, readable.file, encoding.encoding, delimiter, sorter.before);
  return {
    file,
    text: readable.file,
    encoding: encoding.encoding,
    delimiter,
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
  file: SourceFile,
  text: Blob,
  encoding: string,
  delimiter: string,
  before: readonly ReadRecord[],
): FileLedger => {
  const records = Math.max(0, before.length - 1);
  const blank = before.slice(1).filter((record) => record.cells !== null && isBlank(record.cells)).length;
  return {
    name: file.name,
    format: 'unknown',
    table: '',
    encoding,
    delimiter,
    bytes: text.size,
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
