import { zoneClock } from '../domain/time-zone.ts';
import { decideColumns } from './decide-columns.ts';
import type { Question } from './question.ts';
import type { ReadFile } from './read-file.ts';
import { repeatedRecords } from './same-record.ts';
import { closeFile, typeFile, type Settled } from './settle-file.ts';
import { vocabulariesOf, type Vocabulary } from './vocabulary.ts';

/** All files of one kind, settled in the order they were given. */
export interface SettledKind {
  readonly files: readonly Settled[];
  readonly questions: readonly Question[];
  readonly vocabularies: readonly Vocabulary[];
}

/** Settles all files of one kind together: one decision for a column, one record for a name. */
export const settleKind = async (
  reads: readonly ReadFile[],
  reportTimeZone: string,
  signal: AbortSignal,
): Promise<SettledKind> => {
  const [first] = reads;
  if (first === undefined) return { files: [], questions: [], vocabularies: [] };
  const { format, table } = first.found;
  const zone = table.timeZone ?? format.timeZone;
  const { dateOrder, decimalMark, decided, questions } = decideColumns(
    first.found,
    reads.map(({ source, raw }) => ({ name: source.name, raw })),
  );
  const typed = reads.map((read) =>
    typeFile(read, {
      format,
      source: zoneClock(zone === 'report' ? reportTimeZone : zone),
      report: zoneClock(reportTimeZone),
      dateOrder,
      decimalMark,
    }),
  );
  const duplicates = typed.map(() => 0);
  const repeated = repeatedRecords(
    typed.map(({ read, result, keep }) => ({
      keys: result.keys,
      content: result.content,
      rows: read.raw.rows,
      keep,
      stamp: read.stamp,
    })),
  );
  for (const { file, row, isConflict } of repeated) {
    const one = typed[file];
    if (one === undefined) continue;
    if (isConflict) {
      const column = table.key.map((name) => one.read.raw.written(name))[0] ?? null;
      one.rejected.push({ ...one.read.places.at(row), reason: 'ID_CONFLICT', column });
    } else duplicates[file] = (duplicates[file] ?? 0) + 1;
  }
  const files: Settled[] = [];
  for (const [index, file] of typed.entries())
    files.push(await closeFile(file, duplicates[index] ?? 0, decided, signal));
  return {
    files,
    questions,
    vocabularies: reads.flatMap(({ found, raw }) => vocabulariesOf(found.format, raw)),
  };
};
