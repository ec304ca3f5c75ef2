import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Imported } from '../../src/ingest/import-files.ts';
import { ingestOver, type RunImport, type TimedProgress } from '../../src/ingest/ingest-client.ts';
import type { IngestLine, IngestListener } from '../../src/ingest/ingest-line.ts';
import type { IngestReply, IngestRequest } from '../../src/ingest/ingest-messages.ts';
import { ImportError } from '../../src/ingest/ledger.ts';

/** A worker that says what the test lets it say. */
class ActedWorker {
  readonly asked: IngestRequest[] = [];
  isEnded = false;
  isDead = false;
  listener: IngestListener | null = null;
  readonly line: IngestLine = {
    isGone: () => this.isDead,
    send: (request) => this.asked.push(request),
    listen: (listener) => {
      this.listener = listener;
    },
    end: () => {
      this.isEnded = true;
    },
  };
  /** The id of the import it was asked for last. */
  get id(): number {
    return this.asked.at(-1)?.id ?? 0;
  }
  say(message: IngestReply): void {
    this.listener?.hear(message);
  }
  die(): void {
    this.isDead = true;
    this.listener?.gone();
  }
}

const workers: ActedWorker[] = [];
const told: TimedProgress[] = [];
let run: RunImport;
let controller: AbortController;

const start = (): Promise<Imported> =>
  run([], [], 'UTC', (progress) => told.push(progress), controller.signal);

/** The last worker that was started. */
const last = (): ActedWorker => {
  const worker = workers.at(-1);
  if (worker === undefined) throw new Error('No worker was started.');
  return worker;
};

const imported: Imported = {
  files: [],
  downloads: [],
  streams: [],
  formats: [],
  questions: [],
  vocabularies: [],
  refusal: null,
  currencies: [],
  stamp: null,
};

/** Lets a new import run to its end. */
const retried = async (): Promise<Imported> => {
  const result = start();
  last().say({ kind: 'done', id: last().id, imported });
  return result;
};

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
  told.length = 0;
  controller = new AbortController();
  run = ingestOver(() => {
    const worker = new ActedWorker();
    workers.push(worker);
    return worker.line;
  });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an import in its worker', () => {
  it('gives what the worker found, and the worker serves the next import too', async () => {
    expect(await retried()).toBe(imported);
    expect(await retried()).toBe(imported);
    expect(workers).toHaveLength(1);
  });

  it('says that the browser ended it when the worker dies, and the next one starts anew', async () => {
    const result = start();
    last().die();
    await expect(result).rejects.toThrow('ended by the browser');
    await expect(result).rejects.toBeInstanceOf(ImportError);
    expect(await retried()).toBe(imported);
    expect(workers).toHaveLength(2);
  });

  it('starts anew where the worker died between two imports', async () => {
    await retried();
    last().die();
    expect(await retried()).toBe(imported);
    expect(workers).toHaveLength(2);
  });

  it('asks a silent worker, waits for its answer, and ends it only without one', async () => {
    const result = start();
    result.catch(() => undefined);
    vi.advanceTimersByTime(60_000);
    expect(last().asked.at(-1)?.kind).toBe('ask');
    vi.advanceTimersByTime(59_000);
    last().say({ kind: 'alive', id: last().id });
    vi.advanceTimersByTime(60_000);
    expect(last().isEnded).toBe(false);
    vi.advanceTimersByTime(60_000);
    await expect(result).rejects.toThrow('has not moved for minutes');
    expect(last().isEnded).toBe(true);
    expect(await retried()).toBe(imported);
  });

  it('never ends a worker that gives a sign of life, however long it takes', async () => {
    const result = start();
    for (let minute = 0; minute < 30; minute += 1) {
      vi.advanceTimersByTime(59_000);
      last().say({ kind: 'alive', id: last().id });
    }
    last().say({ kind: 'done', id: last().id, imported });
    expect(await result).toBe(imported);
  });

  it('ends the worker at once when it is cancelled, and says nothing more', async () => {
    const result = start();
    const worker = last();
    controller.abort();
    await expect(result).rejects.toMatchObject({ name: 'AbortError' });
    expect(worker.isEnded).toBe(true);
    worker.say({
      kind: 'progress',
      id: worker.id,
      progress: { file: 'a', rows: 1, bytes: 1, totalBytes: 2 },
    });
    expect(told).toEqual([]);
    controller = new AbortController();
    expect(await retried()).toBe(imported);
    expect(workers).toHaveLength(2);
  });

  it('names the file and the reason of a refusal, and keeps the worker', async () => {
    const result = start();
    last().say({
      kind: 'refused',
      id: last().id,
      file: 'Lead.csv',
      message: 'It changed.',
      reason: 'FILE_CHANGED_WHILE_READING',
    });
    await expect(result).rejects.toMatchObject({ file: 'Lead.csv', reason: 'FILE_CHANGED_WHILE_READING' });
    await retried();
    expect(workers).toHaveLength(1);
  });

  it('tells how long it will go on, by the speed since the first word', async () => {
    const result = start();
    const say = (bytes: number) =>
      last().say({
        kind: 'progress',
        id: last().id,
        progress: { file: 'a', rows: 1, bytes, totalBytes: 110 },
      });
    vi.advanceTimersByTime(50_000);
    say(10);
    vi.advanceTimersByTime(2000);
    say(60);
    last().say({ kind: 'done', id: last().id, imported });
    await result;
    expect(told.map(({ secondsLeft }) => secondsLeft)).toEqual([null, 2]);
  });
});
