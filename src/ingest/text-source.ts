import { findDialect } from './csv-dialect.ts';
import type { Dialect } from './dialect.ts';
import { readRecords } from './read-records.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { findEncoding, withSingleByteMarks } from './text-encoding.ts';
import { textReader } from './text-reader.ts';

const headBytes = 1 << 18;
const shownBytes = 2000;

/** How the first records end. */
const lineEndsOf = (head: Uint8Array, { lineEnd }: Dialect): RecordSource['eol'] => {
  if (lineEnd === 'cr') return 'cr';
  let bare = 0;
  let paired = 0;
  for (let at = head.indexOf(0x0a); at >= 0; at = head.indexOf(0x0a, at + 1)) {
    if (head[at - 1] === 0x0d) paired += 1;
    else bare += 1;
  }
  if (paired === 0) return 'lf';
  return bare === 0 ? 'crlf' : 'mixed';
};

/** A delimited text file: its encoding is decided over all bytes, its dialect from the first records. */
export const textSource = async ({ name, content }: SourceFile): Promise<RecordSource> => {
  const found = await findEncoding(content);
  const { file, encoding } = await withSingleByteMarks(content, found);
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const dialect = findDialect(head);
  return {
    name,
    encoding: found.encoding,
    delimiter: dialect.delimiter,
    bom: found.mark > 0,
    eol: lineEndsOf(head, dialect),
    bytes: content.size,
    read: (take, report, signal, takeRun) =>
      readRecords(name, file, encoding, dialect, take, report, signal, takeRun),
    textOf: async (from, to) =>
      textReader(encoding)(
        new Uint8Array(await file.slice(from, Math.min(to, from + shownBytes)).arrayBuffer()),
      ),
  };
};
