import { importFiles } from './import-files.ts';
import type { IngestReply, IngestRequest } from './ingest-messages.ts';
import { ImportError } from './ledger.ts';

/** The import's own thread: bytes in, canonical rows out; nothing of the page or the engine is here. */
const running = new Map<number, AbortController>();

const reply = (message: IngestReply, transfer: Transferable[] = []): void =>
  self.postMessage(message, { transfer });

const failure = (id: number, cause: unknown): IngestReply => {
  if (cause instanceof DOMException && cause.name === 'AbortError') return { kind: 'cancelled', id };
  if (cause instanceof ImportError) return { kind: 'refused', id, file: cause.file, message: cause.message };
  if (cause instanceof DOMException && cause.name === 'NotReadableError') {
    return {
      kind: 'refused',
      id,
      file: '',
      message: 'A file changed or disappeared while it was read. Nothing was loaded. Drop the files again.',
    };
  }
  return {
    kind: 'refused',
    id,
    file: '',
    message: `The import stopped: ${cause instanceof Error ? cause.message : String(cause)}. Nothing was loaded; the data from before is still there.`,
  };
};

const runImport = async (request: Extract<IngestRequest, { kind: 'import' }>): Promise<void> => {
  const { id, files, formats, reportTimeZone } = request;
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const imported = await importFiles(
      files,
      { formats, reportTimeZone },
      (progress) => reply({ kind: 'progress', id, progress }),
      controller.signal,
    );
    reply(
      { kind: 'done', id, imported },
      imported.streams.map(({ stream }) => stream.buffer),
    );
  } catch (cause) {
    reply(failure(id, cause));
  } finally {
    running.delete(id);
  }
};

self.addEventListener('message', (event: MessageEvent<IngestRequest>) => {
  const request = event.data;
  if (request.kind === 'cancel') running.get(request.id)?.abort();
  else void runImport(request);
});
