import type { CanonicalPart } from './canonical-part.ts';
import { canonicalise, type Canonicalised } from './canonicalise.ts';
import type { ReadingRules } from './converted-column.ts';
import { countReasons } from './count-reasons.ts';
import {
  ImportError,
  isBalanced,
  setAsideShown,
  type ColumnDecision,
  type ColumnReading,
  type FileLedger,
  type SetAside,
} from './ledger.ts';
import type { Download } from './download.ts';
import { leftEmptyCells } from './left-empty-file.ts';
import { nulFindings } from './nul-cells.ts';
import type { ReadFile } from './read-file.ts';
import { setAsideFile } from './set-aside-file.ts';
import type { Rejected } from './row-places.ts';

/** One file's canonical rows, its ledger, and the lists of what it did not give. */
export interface Settled {
  readonly ledger: FileLedger;
  readonly parts: readonly CanonicalPart[];
  readonly lists: readonly Pick<Download, 'kind' | 'content'>[];
}

/** The column of the file that each canonical column comes from, the first of several. */
const firstSources = (readings: readonly ColumnReading[]): FileLedger['columns'] => {
  const sources = new Map<string, string>();
  for (const { source, canonical } of readings)
    for (const name of canonical) if (!sources.has(name)) sources.set(name, source);
  return Object.fromEntries(sources);
};

/** One file whose columns are typed and whose repeated records are known. */
export interface TypedFile {
  readonly read: ReadFile;
  readonly result: Canonicalised;
  /** 1 for the rows that are loaded. */
  readonly keep: Uint8Array;
  readonly rejected: Rejected[];
}

/** Types a file's columns; rows that mean nothing without an id or a date are set aside, all rows of a file no figure needs too. */
export const typeFile = (read: ReadFile, rules: ReadingRules): TypedFile => {
  const { raw, found } = read;
  const result = canonicalise(raw, rules);
  const keep = new Uint8Array(raw.rows).fill(1);
  const rejected: Rejected[] = [...read.rejected];
  for (const { row, reason, column } of result.refusals) {
    keep[row] = 0;
    rejected.push({ ...read.places.at(row), reason, column });
  }
  if (found.table.rows.length === 0) {
    for (let row = 0; row < raw.rows; row += 1)
      rejected.push({ ...read.places.at(row), reason: 'NOT_USED', column: null });
    keep.fill(0);
  }
  return { read, result, keep, rejected };
};

/** Closes a file's ledger; `duplicates` of its records are said by another one too. */
export const closeFile = async (
  { read, result, keep, rejected }: TypedFile,
  duplicates: number,
  decided: readonly ColumnDecision[],
  signal: AbortSignal,
): Promise<Settled> => {
  const { found } = read;
  const { parts, leftEmpty } = result.finish(keep);
  const { findings, list } = await leftEmptyCells(read, leftEmpty, signal);
  rejected.sort((a, b) => a.record - b.record);
  const setAsideList = await setAsideFile(read, rejected, signal);
  const examples: SetAside[] = [];
  for (const { reason, record, line, from, to, column } of rejected
    .filter((entry) => entry.reason !== 'NOT_USED')
    .slice(0, setAsideShown)) {
    examples.push({
      reason,
      record,
      line,
      bytes: [from, to],
      column,
      text: await read.source.textOf(from, to),
    });
  }
  const loaded = keep.reduce((sum, kept) => sum + kept, 0);
  const ledger: FileLedger = {
    name: read.source.name,
    format: found.format.id,
    table: found.table.name,
    encoding: read.source.encoding,
    delimiter: read.source.delimiter,
    bytes: read.source.bytes,
    records: read.records,
    loaded,
    setAside: rejected.length,
    duplicates,
    notData: read.notData,
    reasons: countReasons(rejected),
    columns: firstSources(result.readings),
    readings: result.readings,
    findings: [...findings, ...nulFindings(read, keep)],
    ...(found.table.note === undefined ? {} : { note: found.table.note }),
    examples,
    decided: decided.filter(({ column }) => read.raw.has(column)),
    sketch: read.sketch,
  };
  if (!isBalanced(ledger))
    throw new ImportError(
      read.source.name,
      'The records of this file do not add up. Nothing of it was loaded; please report this with the shape of the file.',
    );
  return {
    ledger,
    parts,
    lists: [
      ...(setAsideList === null ? [] : [{ kind: 'set aside', content: setAsideList } as const]),
      ...(list === null ? [] : [{ kind: 'cells left empty', content: list } as const]),
    ],
  };
};
