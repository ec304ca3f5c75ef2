import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { crmFormats } from '../crm/registry.ts';
import type { CrmFormat } from '../crm/crm-format.ts';
import { datasetFacts, reportZone } from '../engine/dataset.ts';
import { workspaceOver, type Workspace } from '../engine/workspace.ts';
import { startIngest, type RunImport } from '../ingest/ingest-client.ts';
import { parseMapping } from '../ingest/mapping-file.ts';
import type { ImportProgress } from '../ingest/read-file.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import { SessionContext, type OpenData, type Session, type Work } from '../queries/session.ts';
import { count, megabytes } from '../sentences/format.ts';
import { fetchSample } from './sample.ts';

const progressWork = ({ file, rows, bytes, totalBytes }: ImportProgress): Work => ({
  label: `Reading ${file}`,
  detail: `${count(rows)} rows, ${megabytes(bytes)} of ${megabytes(totalBytes)}`,
  value: totalBytes === 0 ? 1 : bytes / totalBytes,
  cancellable: true,
});

const step = (label: string, detail: string, cancellable: boolean): Work => ({
  label,
  detail,
  value: null,
  cancellable,
});

const isMapping = (name: string): boolean => name.toLowerCase().endsWith('.json');

interface Dropped {
  readonly mappings: readonly CrmFormat[];
  readonly files: readonly SourceFile[];
}

const sortDropped = async (files: readonly File[]): Promise<Dropped> => ({
  mappings: await Promise.all(
    files
      .filter((file) => isMapping(file.name))
      .map(async (file) => parseMapping(file.name, await file.text())),
  ),
  files: files
    .filter((file) => !isMapping(file.name))
    .map((file) => ({ name: file.name, content: file, stamp: file.lastModified })),
});

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

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
  const generation = useRef(0);

  const start = useCallback(() => {
    started.current ??= {
      engine: loadEngine((name) => setWork((current) => current && step('Computing', name, false))),
      runImport: startIngest(),
    };
    return started.current;
  }, []);

  const open = useCallback(
    async (find: () => Promise<Dropped>, isSample: boolean) => {
      const { engine, runImport } = start();
      const abort = new AbortController();
      controller.current = abort;
      setProblem(null);
      setWork(step(isSample ? 'Opening the sample' : 'Reading your files', '', true));
      try {
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
        const opened = await engine;
        abort.signal.throwIfAborted();
        setWork(step('Computing', 'loading the tables', false));
        await opened.open(imported.streams, datasetFacts(imported, zone));
        await opened.analysis({ asOf: null, anchor: null });
        generation.current += 1;
        setWorkspace(opened);
        setData({
          id: generation.current,
          isSample,
          files: imported.files,
          format: imported.format,
          reportTimeZone: zone,
        });
      } catch (cause) {
        if (!(cause instanceof DOMException && cause.name === 'AbortError')) setProblem(messageOf(cause));
      } finally {
        controller.current = null;
        setWork(null);
      }
    },
    [start],
  );

  const openSample = useCallback(
    () => void open(async () => ({ files: await fetchSample(), mappings: [] }), true),
    [open],
  );
  const drop = useCallback((files: readonly File[]) => void open(() => sortDropped(files), false), [open]);
  const cancel = useCallback(() => controller.current?.abort(), []);

  useEffect(() => {
    if (started.current === null) openSample();
  }, [openSample]);

  const session = useMemo<Session>(
    () => ({ workspace, data, work, problem, drop, openSample, cancel }),
    [workspace, data, work, problem, drop, openSample, cancel],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}
