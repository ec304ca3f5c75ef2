import type { CrmFormat } from '../crm/crm-format.ts';
import { countReasons } from './count-reasons.ts';
import type { FileLedger } from './ledger.ts';
import { withoutNul } from './nul-cells.ts';
import type { RecordSource } from './record-source.ts';
import { RecordSorter } from './sort-records.ts';
import type { TableLayout } from './table-layout.ts';
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
  readonly reasons: FileLedger['reasons'];
  readonly rows: readonly (readonly string[])[];
  /** What the header leaves open; null where it names every column. */
  readonly headerQuestion: string | null;
  readonly columns: readonly (TypedColumn & { readonly name: string })[];
}

const headerQuestion = ({ header, names, width }: TableLayout): string | null =>
  header.length > 0 && names === null
    ? `The header names ${header.length} columns, but the rows have ${width} cells. Which name belongs to which column?`
    : null;

/**
 * Reads one table to its rows and types, with the ledger of its records: the header is no record; what stands before
 * it, blank records and repeated headers are not data. Needs no engine.
 */
export const inspectSource = async (
  source: RecordSource,
  formats: readonly CrmFormat[],
  signal: AbortSignal,
): Promise<Inspection> => {
  const rows: (readonly string[])[] = [];
  let hasNul = false;
  const sorter = new RecordSorter(formats, () => (cells, record) => {
    rows.push(cells);
    hasNul ||= record.hasNul;
  });
  await source.read(
    (record) => sorter.take(record),
    () => undefined,
    signal,
  );
  const layout = sorter.finish();
  const columns = Array.from({ length: layout.width }, (_, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    return {
      name: layout.names?.[column] ?? `column ${column + 1}`,
      ...typedColumn(hasNul ? withoutNul(cells) : cells),
    };
  });
  return {
    source,
    format: layout.found?.format.id ?? 'unknown',
    header: layout.header,
    records: sorter.records,
    loaded: rows.length,
    setAside: sorter.rejected.length,
    notData: sorter.notData,
    reasons: countReasons(sorter.rejected),
    rows,
    headerQuestion: headerQuestion(layout),
    columns,
  };
};
