import type { CanonicalTable } from '../domain/canonical.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { arrowStream } from './arrow-stream.ts';
import type { ColumnData } from './column-data.ts';
import { ImportError, type FileLedger } from './ledger.ts';
import { openContainer } from './open-container.ts';
import { openSources } from './open-sources.ts';
import { readFile, type ImportProgress } from './read-file.ts';
import { noRecords, settleFile, type KnownRecords } from './settle-file.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';

/** The choices that hold for a whole import. */
export interface ImportOptions {
  readonly formats: readonly CrmFormat[];
  readonly reportTimeZone: string;
}

/** What an import gives: canonical rows as Arrow streams, and what became of every record. */
export interface Imported {
  readonly files: readonly FileLedger[];
  readonly streams: readonly {
    readonly table: CanonicalTable;
    readonly stream: Uint8Array;
    readonly rows: number;
  }[];
  readonly format: CrmFormat;
  readonly currencies: readonly string[];
  readonly stamp: number | null;
}

/** Rows of one stream: few enough that neither side holds a whole table twice. */
const rowsPerStream = 1 << 19;

const currenciesIn = (
  table: CanonicalTable,
  columns: Readonly<Record<string, ColumnData>>,
): readonly string[] => {
  const column = table === 'opportunity' ? columns['currency'] : undefined;
  if (column?.kind !== 'category') return [];
  const used = new Set(column.codes);
  return column.values.filter((_, code) => used.has(code));
};

/**
 * Reads files into canonical tables. Each file is loaded whole or not at all; a file of no known kind is listed with
 * all its records set aside. Throws an `ImportError` where no file can be used or one fails its second count.
 */
export const importFiles = async (
  files: readonly SourceFile[],
  options: ImportOptions,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Imported> => {
  const ledgers: FileLedger[] = [];
  const streams: Imported['streams'][number][] = [];
  const currencies = new Set<string>();
  const known = new Map<string, KnownRecords>();
  let format: CrmFormat | null = null;
  const sources: RecordSource[] = [];
  for (const file of files) {
    for (const plain of await openContainer(file)) sources.push(...(await openSources(plain)));
  }
  for (const source of sources) {
    const read = await readFile(source, options.formats, report, signal);
    if (!('raw' in read)) {
      ledgers.push(read);
      continue;
    }
    format ??= read.found.format;
    const kind = `${read.found.format.id} ${read.found.table.name}`;
    const seen = known.get(kind) ?? noRecords();
    known.set(kind, seen);
    const settled = await settleFile(read, seen, options.reportTimeZone);
    ledgers.push(settled.ledger);
    for (const part of settled.parts) {
      for (let first = 0; first === 0 || first < part.length; first += rowsPerStream) {
        const end = Math.min(part.length, first + rowsPerStream);
        const columns = part.columns(first, end);
        for (const currency of currenciesIn(part.table, columns)) currencies.add(currency);
        streams.push({ table: part.table, stream: arrowStream(columns, end - first), rows: end - first });
      }
    }
  }
  if (format === null || !streams.some(({ table, rows }) => table === 'lead' && rows > 0)) {
    throw new ImportError(files.map((file) => file.name).join(', '), noLeads(ledgers));
  }
  signal.throwIfAborted();
  const stamps = files.flatMap((file) => file.stamp ?? []);
  return {
    files: ledgers,
    streams,
    format,
    currencies: [...currencies].toSorted(),
    stamp: stamps.length === 0 ? null : Math.max(...stamps),
  };
};

const noLeads = (ledgers: readonly FileLedger[]): string => {
  const unknown = ledgers.filter((ledger) => ledger.format === 'unknown').map((ledger) => ledger.name);
  const others = ledgers
    .filter((ledger) => ledger.format !== 'unknown')
    .map((ledger) => `${ledger.name} (${ledger.table})`);
  const seen = others.length === 0 ? '' : ` Recognised: ${others.join(', ')}.`;
  const missed = unknown.length === 0 ? '' : ` No known kind of file: ${unknown.join(', ')}.`;
  return `No leads were found.${seen}${missed} Add the file that lists your leads, or a mapping file that says which columns are which.`;
};
