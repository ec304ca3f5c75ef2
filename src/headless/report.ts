import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseAgreed } from '../ingest/agreed-file.ts';
import { parseDefinitions } from '../ingest/definition-file.ts';
import { ImportError } from '../ingest/ledger.ts';
import { parseMapping } from '../ingest/mapping-file.ts';
import { agreedHistory, nothingAgreed } from '../metrics/agreement.ts';
import { buildReport } from './build-report.ts';
import { startNodeEngine } from './node-engine.ts';
import { openFiles } from './read-files.ts';
import { reportJson } from './report-json.ts';
import { reportMarkdown } from './report-markdown.ts';
import { readOptions, UsageError } from './report-options.ts';
import { writeDownloads } from './write-downloads.ts';

/** Reads a file named on the command line by its parser; null where none was named. Throws an `ImportError` for one that cannot be read. */
const readNamed = async <Content>(
  what: string,
  path: string | null,
  parse: (name: string, text: string) => Content,
): Promise<Content | null> => {
  if (path === null) return null;
  const text = await readFile(path, 'utf8').catch(() => {
    throw new ImportError(
      path,
      `The ${what} ${path} cannot be read. Check the name and that the file exists.`,
    );
  });
  return parse(basename(path), text);
};

/** What went wrong on one line; a message that does not name its file is told with it. */
const oneLine = (cause: ImportError | UsageError, files: readonly string[]): string => {
  const file = cause instanceof ImportError && files.includes(cause.file) ? cause.file : '';
  const message = cause.message.includes(file) ? cause.message : `${file}: ${cause.message}`;
  return `throughline: ${message.replace(/\s+/g, ' ')}\n`;
};

/** Files in, report out: Markdown, or with `--json` one JSON object. Exit code 0, or 2 with one line on standard error. */
export const main = async (args: readonly string[]): Promise<number> => {
  try {
    const options = readOptions(args);
    const mapping = await readNamed('mapping', options.mapping, parseMapping);
    const record = (await readNamed('file of agreements', options.agreed, parseAgreed)) ?? nothingAgreed;
    const agreed = {
      definition:
        (await readNamed('file of definitions', options.definition, parseDefinitions)) ??
        agreedHistory(record),
      agreements: record.agreements,
      budgets: record.budgets,
      diff: await readNamed('file of definitions', options.diff, parseDefinitions),
    };
    const files = await openFiles(options.files);
    const report = await buildReport(await startNodeEngine(), files, mapping, options, agreed);
    if (options.setAside !== null) await writeDownloads(options.setAside, report.downloads);
    process.stdout.write(
      options.json ? `${JSON.stringify(reportJson(report), null, 2)}\n` : reportMarkdown(report),
    );
    return 0;
  } catch (cause) {
    if (!(cause instanceof ImportError) && !(cause instanceof UsageError)) throw cause;
    process.stderr.write(
      oneLine(
        cause,
        args.map((path) => basename(path)),
      ),
    );
    return 2;
  }
};
