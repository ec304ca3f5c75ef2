import type { IngestReply, IngestRequest } from './ingest-messages.ts';
import workerUrl from './ingest-worker.ts?worker&url';
import { startWorker } from './start-worker.ts';
import { saysItIsHeld, whenLifeEnds } from './worker-life.ts';

/** What somebody hears of a worker: its messages, and that it is gone. */
export interface IngestListener {
  readonly hear: (message: IngestReply) => void;
  readonly gone: () => void;
}

/** A line to one import worker. One listens at a time. */
export interface IngestLine {
  /** Whether the worker died, also while nobody listened. */
  readonly isGone: () => boolean;
  readonly send: (request: IngestRequest) => void;
  readonly listen: (listener: IngestListener | null) => void;
  readonly end: () => void;
}

/** Starts an import worker and watches over its life. */
export const openIngestLine = (): IngestLine => {
  const life = `throughline-ingest-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
  const worker = startWorker(workerUrl, 'module', life);
  const ended = new AbortController();
  let listener: IngestListener | null = null;
  let isGone = false;
  let isWatched = false;
  const gone = (): void => {
    isGone = true;
    listener?.gone();
  };
  worker.addEventListener('error', gone);
  worker.addEventListener('messageerror', gone);
  worker.addEventListener('message', ({ data }: MessageEvent<IngestReply>) => {
    if (!isWatched && saysItIsHeld(data)) {
      isWatched = true;
      whenLifeEnds(life, gone, ended.signal);
    }
    listener?.hear(data);
  });
  return {
    send: (request) => worker.postMessage(request),
    isGone: () => isGone,
    listen: (next) => {
      listener = next;
    },
    end: () => {
      ended.abort();
      worker.terminate();
    },
  };
};
