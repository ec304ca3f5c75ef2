import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { CrmFormat } from '../crm/crm-format.ts';
import { noChoices } from '../engine/no-choices.ts';
import { heldStreams, type DataImport } from '../engine/data-import.ts';
import type { Workspace } from '../engine/workspace.ts';
import { startIngest, type RunImport } from '../ingest/ingest-client.ts';
import { ImportError } from '../ingest/ledger.ts';
import { AgreedContext } from '../queries/agreed.ts';
import { DecisionsContext } from '../queries/decisions.ts';
import { SessionContext, type ArrivalChoice, type Session, type Work } from '../queries/session.ts';
import { DefinitionDraftProvider } from './definition-draft-provider.tsx';
import { sortDropped, type Dropped } from './dropped.ts';
import { loadEngine } from './load-engine.ts';
import type { Arrived } from './open-data.ts';
import { fetchSample } from './sample.ts';
import { agreedKind, decisionKind } from './record-kinds.ts';
import { useDraft } from './use-draft.ts';
import { useKeptData } from './use-kept-data.ts';
import { useKeeping } from './use-keeping.ts';
import { useRecord } from './use-record.ts';
import { useShownData } from './use-shown-data.ts';
import { messageOf, step } from './work-steps.ts';

/** Holds the engine, the import worker and the data on screen; starts with the bundled sample. */
export function SessionProvider({
  children,
  onEngine,
}: {
  readonly children: ReactNode;
  readonly onEngine: () => void;
}) {
  const [work, setWork] = useState<Work | null>(step('Opening the sample', '', false));
  const [problem, setProblem] = useState<string | null>(null);
  const started = useRef<{ readonly engine: Promise<Workspace>; readonly runImport: RunImport } | null>(null);
  const controller = useRef<AbortController | null>(null);
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const { workspace, data, shown, show, showAhead } = useShownData();
  const store = useKeeping();
  const { keeping, claim, save, showingOther } = store;
  const { draft, filesAtHand, note, preview } = useDraft();
  const isOfSample = data?.isSample ?? true;
  const decisions = useRecord(decisionKind, store, isOfSample, setProblem);
  const agreed = useRecord(agreedKind, store, isOfSample, setProblem);

  const start = useCallback(() => {
    started.current ??= {
      engine: loadEngine((name) => setWork((current) => current && step('Computing', name, false))),
      runImport: startIngest(),
    };
    return started.current;
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
    async ({ about, streams, found, seen }: Arrived) => {
      const opened = await start().engine;
      setWork(step('Computing', 'loading the tables', false));
      await opened.openAlone({ ...about, streams: async () => streams }, streams);
      await opened.analysis(noChoices);
      show(opened, [about]);
      showingOther();
      note(found, seen, about.isSample, about.id);
    },
    [start, show, showingOther, note],
  );

  /** Work that ends in a message where it fails. */
  const attempt = useCallback(async (job: () => Promise<void>) => {
    try {
      await job();
    } catch (cause) {
      controller.current?.abort();
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) setProblem(messageOf(cause));
    } finally {
      controller.current = null;
      setWork(null);
    }
  }, []);

  /** Adds an export to the data set; where one is to be replaced, in its place. */
  const openAmong = useCallback(
    async (opened: Workspace, { about, streams, found, seen }: Arrived, replaced: string | null) => {
      const added = { ...about, streams: heldStreams(streams) };
      const others = (await opened.imports()).filter(({ id }) => id !== replaced);
      await openImports([...others, added], keeping.isShown && (await claim()));
      note(found, seen, about.isSample, about.id);
    },
    [openImports, keeping.isShown, claim, note],
  );

  const open = useCallback(
    (find: () => Promise<Dropped>, isSample: boolean, replaced: string | null = null) =>
      attempt(async () => {
        const { engine, runImport } = start();
        const abort = new AbortController();
        controller.current = abort;
        setArrived(null);
        setWork(step(isSample ? 'Opening the sample' : 'Reading your files', '', true));
        const found = await find();
        const { readDropped } = await import('./read-dropped.ts');
        const { fresh, refusal } = await readDropped(
          found,
          isSample,
          runImport,
          engine,
          setWork,
          abort.signal,
        );
        if (refusal !== null) {
          note(found, fresh.seen, isSample, null);
          throw new ImportError('', refusal);
        }
        setWork(step('Starting the calculation engine', '', true));
        const opened = await engine;
        abort.signal.throwIfAborted();
        if (replaced !== null && (shown.current?.imports.length ?? 0) + Number(keeping.isShown) > 1)
          await openAmong(opened, fresh, replaced);
        else if (replaced !== null || isSample || (shown.current?.isSample ?? true)) await openAlone(fresh);
        else setArrived(fresh);
      }),
    [start, attempt, openAlone, openAmong, keeping.isShown, note, shown],
  );

  const settle = useCallback(
    (choice: ArrivalChoice) => {
      setArrived(null);
      if (workspace === null || arrived === null || choice === 'leave') return;
      void attempt(async () => {
        await (choice === 'replace' ? openAlone(arrived) : openAmong(workspace, arrived, null));
      });
    },
    [workspace, arrived, attempt, openAlone, openAmong],
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
    () => open(async () => ({ files: await fetchSample(), mappings: [] }), true),
    [open],
  );
  const openSample = useCallback(() => {
    setProblem(null);
    void readSample();
  }, [readSample]);
  const drop = useCallback(
    (files: readonly File[]) => {
      setProblem(null);
      const last = shown.current?.isSample === false ? shown.current.imports.at(-1) : undefined;
      void open(() => sortDropped(files, last?.mappings ?? []), false);
    },
    [open, shown],
  );
  const apply = useCallback(
    (mappings: readonly CrmFormat[]) => {
      setProblem(null);
      const files = filesAtHand();
      void open(async () => ({ files, mappings }), draft?.isSample ?? false, draft?.importId ?? null);
    },
    [open, filesAtHand, draft],
  );
  const cancel = useCallback(() => controller.current?.abort(), []);

  useEffect(() => {
    if (started.current !== null) return;
    start();
    const openFirst = async (): Promise<void> => {
      try {
        if (await openKept(false)) setWork(null);
        else void showAhead(readSample().then(() => start().engine));
      } catch (cause) {
        setProblem(messageOf(cause));
        setWork(null);
      }
    };
    void openFirst();
    start().engine.then(onEngine, () => undefined);
  }, [openKept, readSample, showAhead, start, onEngine]);

  const session: Session = {
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
    arrival: arrived?.about ?? null,
    settle,
    undoImport,
    takeOver,
    renew,
    setLimit,
  };
  return (
    <SessionContext value={session}>
      <DecisionsContext value={decisions}>
        <AgreedContext value={agreed}>
          <DefinitionDraftProvider>{children}</DefinitionDraftProvider>
        </AgreedContext>
      </DecisionsContext>
    </SessionContext>
  );
}
