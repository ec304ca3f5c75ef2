import { useCallback } from 'react';
import type { ImportAbout } from '../engine/data-import.ts';
import { DamagedError } from '../engine/kept-store.ts';
import { noChoices } from '../engine/no-choices.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Work } from '../queries/session.ts';
import type { KeepingControl } from './use-keeping.ts';
import { messageOf, step } from './work-steps.ts';

const damagedStore =
  'What was kept on this computer is damaged and is not shown: no number can be trusted that rests on it. Erase it on the Data page and drop your files again.';

interface Page {
  readonly workspace: Workspace | null;
  readonly store: KeepingControl;
  readonly start: () => { readonly engine: Promise<Workspace> };
  readonly show: (opened: Workspace, imports: readonly ImportAbout[]) => void;
  readonly attempt: (work: () => Promise<void>) => Promise<void>;
  readonly setWork: (work: Work | null) => void;
  readonly setProblem: (problem: string | null) => void;
}

/** What a person can do with data that is kept on this computer. `openKept` answers whether anything was opened. */
export const useKeptData = (page: Page) => {
  const { workspace, store, start, show, attempt, setWork, setProblem } = page;
  const { keeping, claim, look, isStale, showing, save, damaged } = store;
  const keep = useCallback(() => {
    if (workspace === null) return;
    setProblem(null);
    void attempt(async () => {
      if (!(await claim())) return;
      setWork(step('Keeping the data on this computer', '', false));
      await save(await workspace.imports());
    });
  }, [workspace, attempt, claim, save, setWork, setProblem]);

  const erase = useCallback(() => {
    setWork(step('Erasing what is kept', '', false));
    void attempt(async () => {
      if (!(await claim())) return;
      await store.erase();
      setProblem(null);
    });
  }, [attempt, claim, store, setProblem, setWork]);

  const openKept = useCallback(
    async (isAskedFor: boolean): Promise<boolean> => {
      const kept = await look();
      if (kept.kind === 'none' || (kept.kind === 'kept' && !isAskedFor && (await isStale(kept))))
        return false;
      try {
        if (kept.kind === 'damaged') throw new DamagedError();
        setWork(step('Opening what was kept', '', false));
        const opened = await start().engine;
        await opened.open(kept.imports);
        await opened.analysis(noChoices);
        show(opened, kept.imports);
        await showing(kept);
        return true;
      } catch (cause) {
        if (!(cause instanceof DamagedError)) throw cause;
        damaged();
        setProblem(damagedStore);
        return false;
      }
    },
    [look, isStale, start, show, showing, damaged, setWork, setProblem],
  );
  const renew = useCallback(() => {
    // Said at once: until it is over, nothing else may change what is kept.
    setWork(step('Opening what was kept', '', false));
    void attempt(async () => void (await openKept(true)));
  }, [attempt, openKept, setWork]);
  const takeOver = useCallback(() => {
    store.takeOver();
    if (keeping.isShown) renew();
  }, [store, keeping.isShown, renew]);
  const setLimit = useCallback(
    (days: number) => void store.setLimit(days).catch((cause: unknown) => setProblem(messageOf(cause))),
    [store, setProblem],
  );
  return { keep, erase, openKept, renew, takeOver, setLimit };
};
