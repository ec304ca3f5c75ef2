import type { CrmFormat } from '../crm/crm-format.ts';
import type { Imported } from './import-files.ts';
import { openIngestLine, type IngestLine } from './ingest-line.ts';
import type { IngestReply } from './ingest-messages.ts';
import { ImportError } from './ledger.ts';
import type { ImportProgress } from './read-file.ts';
import { secondsLeft } from './seconds-left.ts';
import type { SourceFile } from './source-file.ts';

/**
 * Imports files in the worker, under a person's mappings and the known formats. Aborting the signal ends the worker, whatever it is doing, leaves everything as it was
 * and rejects with an `AbortError`; a worker that dies or falls silent rejects with an `ImportError`.
 */
export type RunImport = (
  files: readonly SourceFile[],
  mappings: readonly CrmFormat[],
  reportTimeZone: string,
  report: (progress: TimedProgress) => void,
  signal: AbortSignal,
) => Promise<Imported>;

/** Progress of an import, and about how long it will go on; null while nobody can say. */
export interface TimedProgress extends ImportProgress {
  readonly secondsLeft: number | null;
}

const withSecondsLeft = (
  progress: ImportProgress,
  first: { readonly at: number; readonly bytes: number },
): TimedProgress => ({
  ...progress,
  secondsLeft: secondsLeft({
    bytes: progress.bytes - first.bytes,
    totalBytes: progress.totalBytes - first.bytes,
    milliseconds: performance.now() - first.at,
  }),
});

const unchanged = 'Nothing was loaded; the data from before are still there.';
const died = `The reading of your files was ended by the browser, most likely because memory ran out. ${unchanged} Try again; if it happens again, close other tabs or drop fewer files.`;
const silent = `The reading of your files has not moved for minutes and was ended. ${unchanged} Try again; if it happens again, drop fewer files, or save them once more first.`;

/** So long a worker may be silent before it is asked, and so long it may take to answer: one long column is no death. */
const silenceMs = 60_000;

/** Imports over lines to workers: one worker serves until it is ended or dies, the next import starts another. */
export const ingestOver = (open: () => IngestLine): RunImport => {
  let kept: IngestLine | null = null;
  let count = 0;
  return (files, mappings, reportTimeZone, report, signal) =>
    new Promise((resolve, reject) => {
      count += 1;
      const id = count;
      if (kept?.isGone() === true) kept = null;
      const line = (kept ??= open());
      let first: { readonly at: number; readonly bytes: number } | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const settle = (end: () => void): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        line.listen(null);
        end();
      };
      const giveUp = (cause: Error): void =>
        settle(() => {
          line.end();
          kept = null;
          reject(cause);
        });
      const cancel = (): void => giveUp(new DOMException('The import was cancelled.', 'AbortError'));
      const wait = (then: () => void): void => {
        clearTimeout(timer);
        timer = setTimeout(then, silenceMs);
      };
      const ask = (): void => {
        line.send({ kind: 'ask', id });
        wait(() => giveUp(new ImportError('', silent)));
      };
      const hear = (message: IngestReply): void => {
        wait(ask);
        if (message.id !== id) return;
        switch (message.kind) {
          case 'alive':
            break;
          case 'progress':
            first ??= { at: performance.now(), bytes: message.progress.bytes };
            report(withSecondsLeft(message.progress, first));
            break;
          case 'done':
            settle(() => resolve(message.imported));
            break;
          case 'refused':
            settle(() => reject(new ImportError(message.file, message.message, message.reason)));
            break;
        }
      };
      if (signal.aborted) {
        cancel();
        return;
      }
      signal.addEventListener('abort', cancel);
      line.listen({ hear, gone: () => giveUp(new ImportError('', died)) });
      wait(ask);
      line.send({ kind: 'import', id, files, mappings, reportTimeZone });
    });
};

/** Imports in a worker of this page, which is started with the first import. */
export const startIngest = (): RunImport => ingestOver(openIngestLine);
