import type { CrmFormat } from '../crm/crm-format.ts';
import type { Imported } from './import-files.ts';
import type { IngestReply, IngestRequest } from './ingest-messages.ts';
import workerUrl from './ingest-worker.ts?worker&url';
import { ImportError } from './ledger.ts';
import type { ImportProgress } from './read-file.ts';
import type { SourceFile } from './source-file.ts';
import { startWorker } from './start-worker.ts';

/** Imports files in the worker; aborting the signal leaves everything as it was and rejects with an `AbortError`. */
export type RunImport = (
  files: readonly SourceFile[],
  formats: readonly CrmFormat[],
  reportTimeZone: string,
  report: (progress: ImportProgress) => void,
  signal: AbortSignal,
) => Promise<Imported>;

const stopped =
  'The import stopped unexpectedly, most likely because memory ran out. Nothing was loaded; the data from before is still there. Drop fewer or smaller files.';

/** Starts the import worker, which stays ready for every later import. */
export const startIngest = (): RunImport => {
  const worker = startWorker(workerUrl, 'module');
  let count = 0;
  return (files, formats, reportTimeZone, report, signal) =>
    new Promise((resolve, reject) => {
      count += 1;
      const id = count;
      const send = (request: IngestRequest) => worker.postMessage(request);
      const cancel = () => {
        send({ kind: 'cancel', id });
        settle(() => reject(new DOMException('The import was cancelled.', 'AbortError')));
      };
      const crash = () => settle(() => reject(new ImportError('', stopped)));
      const listen = (event: MessageEvent<IngestReply>) => {
        const message = event.data;
        if (message.id !== id) return;
        switch (message.kind) {
          case 'progress':
            report(message.progress);
            break;
          case 'done':
            settle(() => resolve(message.imported));
            break;
          case 'refused':
            settle(() => reject(new ImportError(message.file, message.message)));
            break;
          case 'cancelled':
            break;
        }
      };
      const settle = (end: () => void) => {
        worker.removeEventListener('message', listen);
        worker.removeEventListener('error', crash);
        signal.removeEventListener('abort', cancel);
        end();
      };
      worker.addEventListener('message', listen);
      worker.addEventListener('error', crash);
      signal.addEventListener('abort', cancel);
      send({ kind: 'import', id, files, formats, reportTimeZone });
    });
};
