import { zoneClock } from '../domain/time-zone.ts';
import type { CanonicalPart } from './canonical-part.ts';
import { canonicalise } from './canonicalise.ts';
import {
  ImportError,
  isBalanced,
  setAsideShown,
  type ColumnReading,
  type FileLedger,
  type ReasonCode,
  type SetAside,
} from './ledger.ts';
import type { ReadFile } from './read-file.ts';
import { RecordIndex } from './record-index.ts';
import { sameContent, type Content } from './same-content.ts';
import type { Rejected } from './sort-records.ts';

const countBy = (rejected: readonly Rejected[]): Partial<Record<ReasonCode, number>> => {
  const counts: Partial<Record<ReasonCode, number>> = {};
  for (const { reason } of rejected) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};

/** One file's canonical rows and its ledger. */
export interface Settled {
  readonly ledger: FileLedger;
  readonly parts: readonly CanonicalPart[];
}

/** Records seen so far of one kind of file, and what they said. */
export interface KnownRecords {
  readonly index: RecordIndex;
  readonly contents: Content[];
}

/** The column of the file that each canonical column comes from, the first of several. */
const firstSources = (readings: readonly ColumnReading[]): FileLedger['columns'] => {
  const sources = new Map<string, string>();
  for (const { source, canonical } of readings)
    for (const name of canonical) if (!sources.has(name)) sources.set(name, source);
  return Object.fromEntries(sources);
};

const noContent: Content = new Map();

/** The start of a kind of file: nothing seen yet. */
export const noRecords = (): KnownRecords => ({ index: new RecordIndex(), contents: [] });

/** Types a file's columns, settles its duplicates against all files of its kind and closes its ledger. */
export const settleFile = async (
  read: ReadFile,
  known: KnownRecords,
  reportTimeZone: string,
): Promise<Settled> => {
  const { raw, found } = read;
  const result = canonicalise(raw, {
    format: found.format,
    source: zoneClock(found.format.timeZone === 'report' ? reportTimeZone : found.format.timeZone),
    report: zoneClock(reportTimeZone),
  });
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
  let duplicates = 0;
  const { keys } = result;
  const keyHeader = found.table.key.map((column) => raw.written(column))[0] ?? null;
  if (keys.length > 0) {
    const part = known.index.addPart(keys);
    known.contents.push(result.content);
    for (let row = 0; row < raw.rows; row += 1) {
      if (keep[row] !== 1 || keys.every((key) => key.missing[row] === 1)) continue;
      const seen = known.index.add(part, row);
      if (seen === null) continue;
      keep[row] = 0;
      if (sameContent(result.content, row, known.contents[seen.part] ?? noContent, seen.row)) duplicates += 1;
      else rejected.push({ ...read.places.at(row), reason: 'ID_CONFLICT', column: keyHeader });
    }
  }
  const { parts, findings } = result.finish(keep);
  rejected.sort((a, b) => a.record - b.record);
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
    reasons: countBy(rejected),
    columns: firstSources(result.readings),
    readings: result.readings,
    findings,
    examples,
  };
  if (!isBalanced(ledger))
    throw new ImportError(
      read.source.name,
      'The records of this file do not add up. Nothing of it was loaded; please report this with the shape of the file.',
    );
  return { ledger, parts };
};
