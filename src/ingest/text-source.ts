import { findDialect } from './csv-dialect.ts';
import { readRecords } from './read-records.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { findEncoding, textReader, withSingleByteMarks } from './text-encoding.ts';

const headBytes = 1 << 18;
const shownBytes = 2000;

/** A delimited text file: its encoding is decided over all bytes, its dialect from the first records. */
export const textSource = async ({ name, content }: SourceFile): Promise<RecordSource> => {
  const found = await findEncoding(content);
  const { file, encoding } = await withSingleByteMarks(content, found);
  const dialect = findDialect(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  return {
    name,
    encoding: found.encoding,
    delimiter: dialect.delimiter,
    bytes: content.size,
    read: (take, report, signal) => readRecords(name, file, encoding, dialect, take, report, signal),
    textOf: async (from, to) =>
      textReader(encoding)(
        new Uint8Array(await file.slice(from, Math.min(to, from + shownBytes)).arrayBuffer()),
      ),
  };
};
