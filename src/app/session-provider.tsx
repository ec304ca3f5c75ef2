import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { formatsWith } from '../crm/registry.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { datasetFacts, reportZone } from '../engine/dataset.ts';
import { becomeKeeper, eraseKept, keepData, readKept } from '../engine/kept-store.ts';
import { workspaceOver, type Workspace } from '../engine/workspace.ts';
import { startIngest, type RunImport, type TimedProgress } from '../ingest/ingest-client.ts';
import { ImportError } from '../ingest/ledger.ts';
import { parseMapping } from '../ingest/mapping-file.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import {
  SessionContext,
  type Draft,
  type Keeping,
  type OpenData,
  type Session,
  type Work,
} from '../queries/session.ts';
import { count, megabytes } from '../sentences/format.ts';
import { timeLeft } from '../sentences/time-left.ts';
import { previewer } from './previewer.ts';
import { fetchSample } from './sample.ts';

const progressWork = ({ file, rows, bytes, totalBytes, secondsLeft }: TimedProgress): Work => ({
  label: `Reading ${file}`,
  detail: [`${count(rows)} rows`, `${megabytes(bytes)} of ${megabytes(totalBytes)}`, timeLeft(secondsLeft)]
    .filter((part) => part !== '')
    .join(', '),
  value: totalBytes === 0 ? 1 : bytes / totalBytes,
  cancellable: true,
});

const step = (label: string, detail: string, cancellable: boolean): Work => ({
  label,
  detail,
  value: null,
  cancellable,
});

/** A mapping file says so in its first line; any other JSON is data. */
const isMapping = async (file: File): Promise<boolean> =>
  file.name.toLowerCase().endsWith('.json') &&
  /^\ufeff?\s*\{\s*"mapping"/.test(await file.slice(0, 1000).text());

interface Dropped {
  readonly mappings: readonly CrmFormat[];
  readonly files: readonly SourceFile[];
}

const sortDropped = async (files: readonly File[]): Promise<Dropped> => {
  const mappings: CrmFormat[] = [];
  const data: SourceFile[] = [];
  for (const file of files) {
    if (await isMapping(file)) mappings.push(parseMapping(file.name, await file.text()));
    else data.push({ name: file.name, content: file, stamp: file.lastModified });
  }
  return { mappings, files: data };
};

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Rejects where the engine fails to start, and says nothing otherwise: no file is read to its end for nothing. */
const failureOf = async (engine: Promise<unknown>): Promise<never> => {
  await engine;
  return new Promise<never>(() => undefined);
};

const inMemory: Keeping = { isKept: false, isShown: false, savedAt: null, bytes: 0, isElsewhere: false };

const damagedStore =
  'What was kept on this computer is damaged and is not shown: no number can be trusted that rests on it. Erase it on the Data page and drop your files again.';

const loadEngine = async (report: (step: string) => void): Promise<Workspace> => {
  const { startBrowserEngine } = await import('../engine/browser-engine.ts');
  return workspaceOver(await startBrowserEngine(), report);
};

/** Holds the engine, the import worker and the data on screen; starts with the bundled sample. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [workspace, setWorkspace] = useState<Workspace | null>(null);
  const [data, setData] = useState<OpenData | null>(null);
  const [work, setWork] = useState<Work | null>(step('Opening the sample', '', false));
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef<{ readonly engine: Promise<Workspace>; readonly runImport: RunImport } | null>(null);
  const controller = useRef<AbortController | null>(null);
  const [keeping, setKeeping] = useState<Keeping>(inMemory);
  const [draft, setDraft] = useState<Draft | null>(null);
  const atHand = useRef<Dropped | null>(null);
  const generation = useRef(0);
  const keeper = useRef<Promise<boolean> | null>(null);

  const start = useCallback(() => {
    started.current ??= {
      engine: loadEngine((name) => setWork((current) => current && step('Computing', name, false))),
      runImport: startIngest(),
    };
    return started.current;
  }, []);

  const show = useCallback((opened: Workspace, shown: Omit<OpenData, 'id'>) => {
    generation.current += 1;
    setWorkspace(opened);
    setData({ id: generation.current, ...shown });
  }, []);

  const open = useCallback(
    async (find: () => Promise<Dropped>, isSample: boolean) => {
      const { engine, runImport } = start();
      const abort = new AbortController();
      controller.current = abort;
      setWork(step(isSample ? 'Opening the sample' : 'Reading your files', '', true));
      try {
        const found = await find();
        const { files, mappings } = found;
        const zone = reportZone(null, mappings);
        const imported = await Promise.race([
          runImport(
            files,
            formatsWith(mappings),
            zone,
            (progress) => setWork(progressWork(progress)),
            abort.signal,
          ),
          failureOf(engine),
        ]);
        const { streams, downloads: _downloads, stamp: _stamp, currencies: _currencies, ...seen } = imported;
        const readAs = (isShown: boolean): void => {
          atHand.current = found;
          setDraft((last) => ({ id: (last?.id ?? 0) + 1, isSample, mappings, seen, isShown }));
        };
        if (imported.refusal !== null) {
          readAs(false);
          throw new ImportError('', imported.refusal);
        }
        setWork(step('Starting the calculation engine', '', true));
        const opened = await engine;
        abort.signal.throwIfAborted();
        setWork(step('Computing', 'loading the tables', false));
        const facts = datasetFacts(imported, zone);
        await opened.open(streams, facts);
        await opened.analysis({ asOf: null, anchor: null });
        const { files: ledgers, downloads, formats } = imported;
        show(opened, { isSample, files: ledgers, downloads, formats, facts });
        readAs(true);
        setKeeping((known) => ({ ...known, isShown: false }));
      } catch (cause) {
        abort.abort();
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) setProblem(messageOf(cause));
      } finally {
        controller.current = null;
        setWork(null);
      }
    },
    [start, show],
  );

  const keep = useCallback(() => {
    const save = async () => {
      if (workspace === null || data === null) return;
      setProblem(null);
      keeper.current ??= becomeKeeper();
      if (!(await keeper.current)) {
        keeper.current = null;
        setKeeping((known) => ({ ...known, isElsewhere: true }));
        return;
      }
      setWork(step('Keeping the data on this computer', '', false));
      try {
        const savedAt = new Date().toISOString();
        const streams = await workspace.dump();
        const { files, downloads, formats, facts, isSample } = data;
        await keepData({ files, formats, facts, isSample }, streams, downloads, savedAt);
        await navigator.storage.persist();
        setKeeping({
          isKept: true,
          isShown: true,
          savedAt,
          bytes:
            streams.reduce((sum, { stream }) => sum + stream.length, 0) +
            downloads.reduce((sum, { content }) => sum + content.size, 0),
          isElsewhere: false,
        });
      } catch (cause) {
        setProblem(messageOf(cause));
      } finally {
        setWork(null);
      }
    };
    void save();
  }, [workspace, data]);

  const erase = useCallback(() => {
    const remove = async () => {
      keeper.current ??= becomeKeeper();
      if (!(await keeper.current)) {
        keeper.current = null;
        setKeeping((known) => ({ ...known, isElsewhere: true }));
        return;
      }
      await eraseKept();
      setProblem(null);
      setKeeping(inMemory);
    };
    void remove().catch((cause: unknown) => setProblem(messageOf(cause)));
  }, []);

  const openKept = useCallback(async (): Promise<boolean> => {
    const kept = await readKept();
    if (kept.kind === 'damaged') {
      setProblem(damagedStore);
      setKeeping({ ...inMemory, isKept: true });
    }
    if (kept.kind !== 'kept') return false;
    const { engine } = start();
    const { streams, files, downloads, formats, facts, isSample, savedAt, bytes } = kept.data;
    setWork(step('Opening what was kept', '', false));
    const opened = await engine;
    await opened.open(streams, facts);
    await opened.analysis({ asOf: null, anchor: null });
    show(opened, { isSample, files, downloads, formats, facts });
    setKeeping({ isKept: true, isShown: true, savedAt, bytes, isElsewhere: false });
    setWork(null);
    return true;
  }, [start, show]);

  const readSample = useCallback(
    () => void open(async () => ({ files: await fetchSample(), mappings: [] }), true),
    [open],
  );
  const openSample = useCallback(() => {
    setProblem(null);
    readSample();
  }, [readSample]);
  const drop = useCallback(
    (files: readonly File[]) => {
      setProblem(null);
      void open(() => sortDropped(files), false);
    },
    [open],
  );
  const isSample = draft?.isSample ?? false;
  const apply = useCallback(
    (mappings: readonly CrmFormat[]) => {
      const files = atHand.current?.files;
      if (files === undefined) return;
      setProblem(null);
      void open(async () => ({ files, mappings }), isSample);
    },
    [open, isSample],
  );
  const [previews] = useState(() => previewer(startIngest, loadEngine));
  const preview = useCallback(
    (mappings: readonly CrmFormat[], signal: AbortSignal) =>
      previews(atHand.current?.files ?? [], mappings, signal),
    [previews],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);

  useEffect(() => {
    if (started.current !== null) return;
    start();
    const openFirst = async (): Promise<void> => {
      try {
        if (!(await openKept())) readSample();
      } catch (cause) {
        setProblem(messageOf(cause));
        setWork(null);
      }
    };
    void openFirst();
  }, [openKept, readSample, start]);

  const session = useMemo<Session>(
    () => ({
      workspace,
      data,
      work,
      problem,
      drop,
      openSample,
      cancel,
      draft,
      apply,
      preview,
      keeping,
      keep,
      erase,
    }),
    [workspace, data, work, problem, drop, openSample, cancel, draft, apply, preview, keeping, keep, erase],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
