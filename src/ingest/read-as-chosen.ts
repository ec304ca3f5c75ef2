import type { CrmFormat, TextChoice } from '../crm/crm-format.ts';
import type { FileLedger } from './ledger.ts';
import { readFile, type ImportProgress, type ReadFile } from './read-file.ts';
import type { RecordSource } from './record-source.ts';
import { setAsideSource } from './set-aside-source.ts';
import type { SourceFile } from './source-file.ts';
import { textSource } from './text-source.ts';

const isFollowed = (
  { encoding, delimiter, repair }: TextChoice,
  source: Pick<RecordSource, 'encoding' | 'delimiter'>,
): boolean =>
  repair === undefined &&
  (encoding === undefined || encoding === source.encoding) &&
  (delimiter === undefined || delimiter === source.delimiter);

/** The choices a file could be read by: those of its own kind or, where it is of no known kind, those of all kinds. */
const choicesFor = (read: ReadFile | FileLedger, formats: readonly CrmFormat[]): readonly TextChoice[] =>
  'raw' in read
    ? [read.found.table.text ?? {}]
    : formats.flatMap(({ tables }) => tables.flatMap(({ text }) => text ?? []));

/**
 * Reads one table of records. A text file is first read as it says itself; where its kind was chosen to be read
 * otherwise, or only becomes known when read so, it is read again.
 */
export const readAsChosen = async (
  file: SourceFile,
  source: RecordSource,
  formats: readonly CrmFormat[],
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ReadFile | FileLedger> => {
  const read = await readFile(source, file.stamp, formats, report, signal);
  if (source.delimiter === '') return read;
  for (const choice of choicesFor(read, formats)) {
    if (isFollowed(choice, source)) continue;
    const again = await readFile(
      setAsideSource(await textSource(file, choice)),
      file.stamp,
      formats,
      report,
      signal,
    );
    if ('raw' in again) return again;
  }
  return read;
};
