import type { CanonicalTable } from '../domain/canonical.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { arrowStream } from './arrow-stream.ts';
import type { ColumnData } from './column-data.ts';
import type { FileLedger } from './ledger.ts';
import { openFiles } from './open-files.ts';
import { readAsChosen } from './read-as-chosen.ts';
import type { ImportProgress, ReadFile } from './read-file.ts';
import type { Question } from './question.ts';
import { settleKind } from './settle-kind.ts';
import { joinVocabularies, type Vocabulary } from './vocabulary.ts';
import { downloadName, withOwnNames, type Download } from './download.ts';
import { requireUnchanged, whileUnchanged } from './file-changed.ts';
import { progressOfAll } from './progress-of-all.ts';
import type { SourceFile } from './source-file.ts';

/** The choices that hold for a whole import. */
export interface ImportOptions {
  readonly formats: readonly CrmFormat[];
  readonly reportTimeZone: string;
}

/** What an import gives: canonical rows as Arrow streams, and what became of every record. */
export interface Imported {
  readonly files: readonly FileLedger[];
  /** What was set aside and what was left empty, as files to save. */
  readonly downloads: readonly Download[];
  readonly streams: readonly {
    readonly table: CanonicalTable;
    readonly stream: Uint8Array;
    readonly rows: number;
    /** The canonical columns its file speaks of. */
    readonly known: readonly string[];
  }[];
  /** The formats of the files, in the order of the files that named them first. */
  readonly formats: readonly CrmFormat[];
  /** What a person must tell before all cells can be read. */
  readonly questions: readonly Question[];
  /** The company's own words for stages, outcomes, channels and segments, and what each is taken for. */
  readonly vocabularies: readonly Vocabulary[];
  readonly currencies: readonly string[];
  readonly stamp: number | null;
  /** Why nothing can be shown of these files yet, in the reader's words; null where there are leads. */
  readonly refusal: string | null;
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
 * Reads files into canonical tables. All files of a kind are read before any is settled: their columns are decided
 * together, and a record named twice is found wherever it stands. A file of no known kind is listed with all its records
 * set aside. Throws an `ImportError` where a file cannot be opened or fails its second count.
 */
export const importFiles = async (
  files: readonly SourceFile[],
  options: ImportOptions,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<Imported> => {
  const ledgers: (FileLedger | null)[] = [];
  const kinds = new Map<string, { readonly read: ReadFile; readonly at: number }[]>();
  const opened = await openFiles(files);
  ledgers.push(...opened.unusable);
  const tell = progressOfAll(
    opened.sources.map(({ source }) => source.bytes),
    report,
  );
  for (const [index, { dropped, plain, source }] of opened.sources.entries()) {
    const read = await whileUnchanged(dropped, () =>
      readAsChosen(plain, source, options.formats, tell(index), signal),
    );
    if (!('raw' in read)) {
      ledgers.push(read);
      continue;
    }
    const kind = `${read.found.format.id} ${read.found.table.name}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), { read, at: ledgers.push(null) - 1 }]);
  }
  const streams: Imported['streams'][number][] = [];
  const currencies = new Set<string>();
  const formats = new Set<CrmFormat>();
  const questions: Question[] = [];
  const vocabularies: Vocabulary[] = [];
  const downloads: Download[] = [];
  for (const [kind, reads] of kinds) {
    signal.throwIfAborted();
    kinds.delete(kind);
    for (const { read } of reads) formats.add(read.found.format);
    const settled = await settleKind(
      reads.map(({ read }) => read),
      options.reportTimeZone,
      signal,
    ).catch(async (cause: unknown) => {
      await requireUnchanged(files);
      throw cause;
    });
    for (const [index, { at }] of reads.entries()) {
      const file = settled.files[index];
      if (file === undefined) continue;
      ledgers[at] = file.ledger;
      for (const { table, length, known, columns } of file.parts) {
        for (let first = 0; first === 0 || first < length; first += rowsPerStream) {
          const end = Math.min(length, first + rowsPerStream);
          const slice = columns(first, end);
          for (const currency of currenciesIn(table, slice)) currencies.add(currency);
          streams.push({ table, stream: arrowStream(slice, end - first), rows: end - first, known });
        }
      }
      for (const list of file.lists)
        downloads.push({ ...list, file: at, name: downloadName(file.ledger.name, list.kind) });
    }
    questions.push(...settled.questions);
    vocabularies.push(...settled.vocabularies);
  }
  await requireUnchanged(files);
  signal.throwIfAborted();
  const stamps = files.flatMap((file) => file.stamp ?? []);
  const closed = ledgers.flatMap((ledger) => ledger ?? []);
  const hasLeads = streams.some(({ table, rows }) => table === 'lead' && rows > 0);
  return {
    files: closed,
    downloads: withOwnNames(downloads),
    streams,
    formats: [...formats],
    questions,
    vocabularies: joinVocabularies(vocabularies),
    currencies: [...currencies].toSorted(),
    stamp: stamps.length === 0 ? null : Math.max(...stamps),
    refusal: hasLeads ? null : noLeads(closed),
  };
};

const noLeads = (ledgers: readonly FileLedger[]): string => {
  const unknown = ledgers.filter((ledger) => ledger.format === 'unknown').map((ledger) => ledger.name);
  const others = ledgers
    .filter((ledger) => ledger.format !== 'unknown')
    .map((ledger) => `${ledger.name} (${ledger.table})`);
  const seen = others.length === 0 ? '' : ` Recognised: ${others.join(', ')}.`;
  const missed = unknown.length === 0 ? '' : ` No known kind of file: ${unknown.join(', ')}.`;
  const notes = [...new Set(ledgers.flatMap((ledger) => ledger.note ?? []))]
    .map((note) => ` ${note}`)
    .join('');
  return `No leads were found.${seen}${missed}${notes} Add the file that lists your leads, or a mapping file that says which columns are which.`;
};
