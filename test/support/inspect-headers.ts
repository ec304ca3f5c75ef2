import type { ReadRecord } from '../../src/ingest/read-record.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { openSources } from '../../src/ingest/open-sources.ts';

/** The cells of a file's first record. */
export const inspectHeaders = async (file: SourceFile): Promise<readonly string[]> => {
  const [source] = await openSources(file);
  const records: ReadRecord[] = [];
  await source?.read(
    (record) => records.push(record),
    () => undefined,
    new AbortController().signal,
  );
  return records[0]?.cells ?? [];
};
