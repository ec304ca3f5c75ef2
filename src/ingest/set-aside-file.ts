import { reasonWords, type ReasonCode } from './ledger.ts';
import type { ReadFile } from './read-file.ts';
import { setAsideColumns } from './set-aside-columns.ts';
import type { Rejected } from './row-places.ts';
import { turn } from './turn.ts';
import { CsvWriter, rowsBetweenTurns } from './write-csv.ts';

/** Records whose cells are not known for certain: none is filled in rather than one shifted. */
const unsplit: ReadonlySet<ReasonCode> = new Set([
  'FIELD_COUNT_LOW',
  'FIELD_COUNT_HIGH',
  'QUOTE_UNCLOSED',
  'QUOTE_STRAY',
  'FILE_TRUNCATED',
  'LIMIT_EXCEEDED',
]);

/** Of these the whole file is as it was. */
const untouched: ReadonlySet<ReasonCode> = new Set(['NOT_USED', 'FORMAT_UNKNOWN']);

/**
 * The records of a file that were set aside, as a CSV file to correct and drop again: the original columns with their
 * cells as written, then why, where and the whole record. Null where there are none. `rejected` is in the order of the
 * file, from which every record is read once more.
 */
export const setAsideFile = async (
  { source, raw }: Pick<ReadFile, 'source' | 'raw'>,
  rejected: readonly Rejected[],
  signal: AbortSignal,
): Promise<Blob | null> => {
  const { headers } = raw;
  const decisive = JSON.stringify(Object.fromEntries(raw.decisiveCells()));
  const writer = new CsvWriter();
  for (const { reason, column, line, from, to } of rejected) {
    if (untouched.has(reason)) continue;
    if (writer.rows % rowsBetweenTurns === 0) {
      await turn();
      signal.throwIfAborted();
    }
    if (writer.rows === 0) writer.append([...headers, ...Object.values(setAsideColumns)]);
    const { cells, text } = await source.recordAt(from, to);
    const isCertain = cells.length === headers.length && !unsplit.has(reason);
    const own: Readonly<Record<keyof typeof setAsideColumns, string>> = {
      reason: reasonWords[reason],
      code: reason,
      column: column ?? '',
      file: source.name,
      line: String(line),
      bytes: `${from} to ${to}`,
      text,
      decisive,
    };
    writer.append([...(isCertain ? cells : headers.map(() => '')), ...Object.values(own)]);
  }
  return writer.rows === 0 ? null : writer.finish();
};
