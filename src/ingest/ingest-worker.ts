import { formatsWith } from '../crm/registry.ts';
import { importFiles } from './import-files.ts';
import type { IngestReply, IngestRequest } from './ingest-messages.ts';
import { ImportError } from './ledger.ts';
import { heldReply, holdLife } from './worker-life.ts';

/** The import's own thread: bytes in, canonical rows out; nothing of the page or the engine is here. */
const aliveEveryMs = 1000;

const reply = (message: IngestReply, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

const failure = (id: number, cause: unknown): IngestReply => {
  if (cause instanceof ImportError)
    return { kind: 'refused', id, file: cause.file, message: cause.message, reason: cause.reason };
  const said = cause instanceof Error ? cause.message : String(cause);
  return {
    kind: 'refused',
    id,
    file: '',
    message: `The import stopped: ${said}. Nothing was loaded; the data from before are still there.`,
    reason: null,
  };
};

const runImport = async ({
  id,
  files,
  mappings,
  reportTimeZone,
}: Extract<IngestRequest, { kind: 'import' }>): Promise<void> => {
  const alive = setInterval(() => reply({ kind: 'alive', id }), aliveEveryMs);
  try {
    const imported = await importFiles(
      files,
      { formats: formatsWith(mappings), reportTimeZone },
      (progress) => reply({ kind: 'progress', id, progress }),
      new AbortController().signal,
    );
    reply(
      { kind: 'done', id, imported },
      imported.streams.map(({ stream }) => stream.buffer),
    );
  } catch (cause) {
    reply(failure(id, cause));
  } finally {
    clearInterval(alive);
  }
};

self.addEventListener('message', (event: MessageEvent<IngestRequest>) => {
  const request = event.data;
  if (request.kind === 'ask') reply({ kind: 'alive', id: request.id });
  else void runImport(request);
});

void holdLife(self.name).then(() => reply(heldReply));
