import { basename } from 'node:path';
import { crmFormats } from '../crm/registry.ts';
import { inspectSource, type Inspection } from '../ingest/inspect-file.ts';
import { whileUnchanged } from '../ingest/file-changed.ts';
import { ImportError } from '../ingest/ledger.ts';
import { openContainer } from '../ingest/open-container.ts';
import { openSources } from '../ingest/open-sources.ts';
import { openFiles } from './read-files.ts';

type Rows = 'none' | 'text' | 'typed';

const rowsOf = ({ rows, columns }: Inspection, wanted: Rows) =>
  wanted === 'none'
    ? {}
    : {
        rows:
          wanted === 'text'
            ? rows
            : rows.map((_, row) => columns.map((column) => column.values[row] ?? null)),
      };

const withoutRecords = (name: string, header: readonly string[]): string =>
  header.length === 0
    ? `${name} is empty. Export it again.`
    : `${name} has a header and no records. If it should have some, export it again.`;

const line = (inspection: Inspection, wanted: Rows) => {
  const { source, format, header, records, loaded, setAside, notData, reasons, columns, headerQuestion } =
    inspection;
  return {
    name: source.name,
    format,
    encoding: source.encoding,
    bom: source.bom,
    delimiter: source.delimiter,
    eol: source.eol,
    header,
    records,
    loaded,
    setAside,
    duplicates: 0,
    notData,
    reasons,
    columns: columns.map(({ name, type, evidence }) => ({ name, type, evidence })),
    questions: [
      ...(headerQuestion === null ? [] : [{ column: null, question: headerQuestion }]),
      ...columns.flatMap(({ name, question }) => (question === null ? [] : [{ column: name, question }])),
    ],
    ...(records === 0 ? { message: withoutRecords(source.name, header) } : {}),
    ...rowsOf(inspection, wanted),
  };
};

const refused = (name: string, cause: unknown): object => {
  if (!(cause instanceof ImportError)) throw cause;
  return { name, error: cause.message };
};

/** The lines of one file: of an archive, one each for what is inside, though some of it cannot be used. */
const inspected = async (path: string, wanted: Rows): Promise<readonly object[]> => {
  const lines: object[] = [];
  try {
    for (const file of await openFiles([path])) {
      await whileUnchanged(file, async () => {
        for (const plain of await openContainer(file)) {
          try {
            for (const source of await openSources(plain))
              lines.push(line(await inspectSource(source, crmFormats, new AbortController().signal), wanted));
          } catch (cause) {
            lines.push(refused(plain.name, cause));
          }
        }
      });
    }
  } catch (cause) {
    lines.push(refused(basename(path), cause));
  }
  return lines;
};

const readArguments = (
  args: readonly string[],
): { readonly wanted: Rows; readonly paths: readonly string[] } | null => {
  const at = args.indexOf('--rows');
  const value = at < 0 ? 'none' : args[at + 1];
  const paths = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (value !== 'none' && value !== 'text' && value !== 'typed') return null;
  return paths.length === 0 || paths.some((path) => path.startsWith('--')) ? null : { wanted: value, paths };
};

/** How files were read, one JSON line a table, without engine or meaning. A file that cannot be used is a line with `error`. */
export const main = async (args: readonly string[]): Promise<number> => {
  const call = readArguments(args);
  if (call === null) {
    process.stderr.write('throughline: usage: npm run --silent inspect -- [--rows text|typed] FILE…\n');
    return 2;
  }
  for (const path of call.paths) {
    for (const entry of await inspected(path, call.wanted))
      process.stdout.write(`${JSON.stringify(entry)}\n`);
  }
  return 0;
};
