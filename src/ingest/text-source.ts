import type { TextChoice } from '../crm/crm-format.ts';
import { findDialect } from './csv-dialect.ts';
import type { Dialect } from './dialect.ts';
import { withoutMojibake } from './mojibake.ts';
import { readRecords } from './read-records.ts';
import { recordCutter } from './record-scanner.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { chosenEncoding, findEncoding, isEncoding, withSingleByteMarks } from './text-encoding.ts';
import { splitRecords } from './split-records.ts';
import { textReader } from './text-reader.ts';
import { windowedBytes } from './windowed-bytes.ts';

const headBytes = 1 << 18;
const shownBytes = 2000;

/** How the first records end, where line ends inside quoted cells are none, and how many cells most of them have. */
const shapeOf = (
  head: Uint8Array,
  dialect: Dialect,
): { readonly eol: RecordSource['eol']; readonly width: number } => {
  const cut = recordCutter(dialect);
  const ends = new Set<'lf' | 'crlf' | 'cr'>();
  const widths = new Map<number, number>();
  for (let at = 0; at < head.length;) {
    const range = cut(head, at, true);
    if (range === null) break;
    if (range.next - range.end === 2) ends.add('crlf');
    else if (range.next > range.end) ends.add(head[range.end] === 0x0d ? 'cr' : 'lf');
    if (range.trouble === 'none') widths.set(range.cells, (widths.get(range.cells) ?? 0) + 1);
    at = range.next;
  }
  const [usual] = [...widths].toSorted((a, b) => b[1] - a[1]);
  return { eol: ends.size > 1 ? 'mixed' : ([...ends][0] ?? 'lf'), width: usual?.[0] ?? 0 };
};

/** A delimited text file: its encoding is decided over all bytes, its dialect from the first records, unless a person chose them. */
export const textSource = async (
  { name, content }: SourceFile,
  choice: TextChoice = {},
): Promise<RecordSource> => {
  const found =
    choice.encoding !== undefined && isEncoding(choice.encoding)
      ? await chosenEncoding(content, choice.encoding)
      : await findEncoding(content);
  const { file, encoding, isBroken } = await withSingleByteMarks(content, found);
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const decode = textReader(encoding);
  const dialect = findDialect(head, head.length === file.size, choice.delimiter);
  const { eol, width } = shapeOf(head, dialect);
  const bytesAt = windowedBytes(file);
  return {
    name,
    encoding: found.encoding,
    delimiter: dialect.delimiter,
    bom: found.mark > 0,
    eol,
    bytes: content.size,
    read: (take, report, signal, takeRun) =>
      readRecords(
        { name, file, encoding, dialect, width, isBroken },
        choice.repair === true
          ? (record) => take({ ...record, cells: record.cells?.map(withoutMojibake) ?? null })
          : take,
        report,
        signal,
        choice.repair === true ? undefined : takeRun,
      ),
    textOf: async (from, to) => decode(await bytesAt(from, Math.min(to, from + shownBytes))),
    recordAt: async (from, to) => {
      const text = decode(await bytesAt(from, to));
      const cells = splitRecords(text, dialect, dialect.lineEnd === 'cr' ? '\r' : '\n')[0] ?? [];
      return { text, cells: choice.repair === true ? cells.map(withoutMojibake) : cells };
    },
  };
};
