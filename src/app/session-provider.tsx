import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { crmFormats } from '../crm/registry.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { heldStreams, type DataImport, type ImportAbout } from '../engine/data-import.ts';
import { reportZone } from '../engine/dataset.ts';
import { aboutImport } from '../engine/new-import.ts';
import { workspaceOver, type Workspace } from '../engine/workspace.ts';
import { startIngest, type RunImport } from '../ingest/ingest-client.ts';
import { parseMapping } from '../ingest/mapping-file.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import {
  SessionContext,
  type ArrivalChoice,
  type OpenData,
  type Session,
  type Work,
} from '../queries/session.ts';
import { noChoices, openData, type Arrived } from './open-data.ts';
import { fetchSample } from './sample.ts';
import { useKeptData } from './use-kept-data.ts';
import { useKeeping } from './use-keeping.ts';
import { messageOf, progressWork, step } from './work-steps.ts';

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
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const generation = useRef(0);
  const shown = useRef<OpenData | null>(null);
  const store = useKeeping();
  const { keeping, claim, save, showingOther } = store;

  const start = useCallback(() => {
    started.current ??= {
      engine: loadEngine((name) => setWork((current) => current && step('Computing', name, false))),
      runImport: startIngest(),
    };
    return started.current;
  }, []);

  const show = useCallback((opened: Workspace, imports: readonly ImportAbout[]) => {
    generation.current += 1;
    shown.current = { id: generation.current, ...openData(imports) };
    setWorkspace(opened);
    setData(shown.current);
  }, []);

  /** Opens a data set, then keeps it where what was on screen before is kept. */
  const openImports = useCallback(
    async (imports: readonly DataImport[], isKept: boolean) => {
      const opened = await start().engine;
      setWork(step('Computing', 'loading the tables', false));
      await opened.open(imports);
      await opened.analysis(noChoices);
      show(opened, imports);
      if (!isKept) return showingOther();
      setWork(step('Keeping the data on this computer', '', false));
      await save(imports);
    },
    [start, show, save, showingOther],
  );

  const openAlone = useCallback(
    async ({ about, streams }: Arrived) => {
      const opened = await start().engine;
      setWork(step('Computing', 'loading the tables', false));
      await opened.openAlone({ ...about, streams: async () => streams }, streams);
      await opened.analysis(noChoices);
      show(opened, [about]);
      showingOther();
    },
    [start, show, showingOther],
  );

  /** Work that ends in a message where it fails. */
  const attempt = useCallback(async (job: () => Promise<void>) => {
    try {
      await job();
    } catch (cause) {
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) setProblem(messageOf(cause));
    } finally {
      controller.current = null;
      setWork(null);
    }
  }, []);

  const open = useCallback(
    (find: () => Promise<Dropped>, isSample: boolean) =>
      attempt(async () => {
        const { engine, runImport } = start();
        const abort = new AbortController();
        controller.current = abort;
        setArrived(null);
        setWork(step(isSample ? 'Opening the sample' : 'Reading your files', '', true));
        const { files, mappings } = await find();
        const zone = reportZone(null, mappings);
        const imported = await runImport(
          files,
          [...mappings, ...crmFormats],
          zone,
          (progress) => setWork(progressWork(progress)),
          abort.signal,
        );
        setWork(step('Starting the calculation engine', '', true));
        await engine;
        abort.signal.throwIfAborted();
        const about = aboutImport(imported, zone, isSample, Date.now());
        const fresh = { about, streams: imported.streams };
        if (isSample || shown.current === null || shown.current.isSample) await openAlone(fresh);
        else setArrived(fresh);
      }),
    [start, attempt, openAlone],
  );

  const settle = useCallback(
    (choice: ArrivalChoice) => {
      setArrived(null);
      if (workspace === null || arrived === null || choice === 'leave') return;
      void attempt(async () => {
        if (choice === 'replace') return openAlone(arrived);
        const added = { ...arrived.about, streams: heldStreams(arrived.streams) };
        await openImports([...(await workspace.imports()), added], keeping.isShown && (await claim()));
      });
    },
    [workspace, arrived, attempt, openAlone, openImports, keeping.isShown, claim],
  );

  const undoImport = useCallback(() => {
    if (workspace === null) return;
    void attempt(async () => {
      const imports = (await workspace.imports()).slice(0, -1);
      await openImports(imports, keeping.isShown && (await claim()));
    });
  }, [workspace, attempt, openImports, keeping.isShown, claim]);

  const { keep, erase, openKept, renew, takeOver, setLimit } = useKeptData({
    workspace,
    store,
    start,
    show,
    attempt,
    setWork,
    setProblem,
  });

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
  const cancel = useCallback(() => controller.current?.abort(), []);

  useEffect(() => {
    if (started.current !== null) return;
    start();
    const openFirst = async (): Promise<void> => {
      try {
        if (!(await openKept(false))) readSample();
        else setWork(null);
      } catch (cause) {
        setProblem(messageOf(cause));
        setWork(null);
      }
    };
    void openFirst();
  }, [openKept, readSample, start]);

  const arrival = arrived?.about ?? null;
  const session = useMemo<Session>(
    () => ({
      workspace,
      data,
      work,
      problem,
      drop,
      openSample,
      cancel,
      keeping,
      keep,
      erase,
      arrival,
      settle,
      undoImport,
      takeOver,
      renew,
      setLimit,
    }),
    [
      workspace,
      data,
      work,
      problem,
      drop,
      openSample,
      cancel,
      keeping,
      keep,
      erase,
      arrival,
      settle,
      undoImport,
      takeOver,
      renew,
      setLimit,
    ],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
