import { useCallback, useMemo, useRef, useState } from 'react';
import type { DataImport } from '../engine/data-import.ts';
import { becomeKeeper, keeperAfterOthers } from '../engine/keeper-lock.ts';
import { keepImports, readKept, removeLeftovers, type KeptState } from '../engine/kept-store.ts';
import { limitChoices, noteOpened, readOpened, staleDays } from '../engine/opened.ts';
import type { KeptText } from '../engine/kept-text.ts';
import { opfsFiles } from '../engine/opfs-files.ts';
import type { Keeping } from '../queries/session.ts';
import { forgetAllViews } from '../views/explore/saved-views.ts';

type Kept = Extract<KeptState, { kind: 'kept' }>;

/** What this page does with the store on this computer. */
export interface KeepingControl {
  readonly keeping: Keeping;
  /** Whether this tab may change what is kept; it tries to become the one that may. */
  readonly claim: () => Promise<boolean>;
  /** What is there at the start. Removes what an import that was cut off left behind. */
  readonly look: () => Promise<KeptState>;
  /** Whether it was not opened for so long that it is asked for again. */
  readonly isStale: (kept: Kept) => Promise<boolean>;
  /** Notes that it is on screen. */
  readonly showing: (kept: Kept) => Promise<void>;
  /** Makes the store hold exactly these imports. Rejects with a `KeepError` where it cannot. */
  readonly save: (imports: readonly DataImport[]) => Promise<void>;
  /** Notes that what is on screen is not what is kept. */
  readonly showingOther: () => void;
  readonly damaged: () => void;
  /** Erases everything, what was written beside the data too. */
  readonly erase: () => Promise<void>;
  /** What is kept of a small record; null where nothing is. */
  readonly readRecord: <Content>(load: LoadKept<Content>) => Promise<Content | null>;
  /** Keeps records one after the other, where this tab may. Rejects where it cannot. */
  readonly saveRecord: <Content>(load: LoadKept<Content>, content: Content) => Promise<void>;
  readonly takeOver: () => void;
  readonly setLimit: (days: number) => Promise<void>;
}

const inMemory: Keeping = {
  isKept: false,
  isShown: false,
  savedAt: null,
  bytes: 0,
  isElsewhere: false,
  canTakeOver: false,
  isPersistent: null,
  limitDays: limitChoices[0],
  staleDays: null,
};

/** How a record is kept; fetched when it is needed, so that the first script of the page stays small. */
export type LoadKept<Content> = () => Promise<KeptText<Content>>;

const keptTexts = () => import('../engine/kept-text.ts');

/** Keeps data in this browser's own storage, for one page. */
export const useKeeping = (): KeepingControl => {
  const [keeping, setKeeping] = useState<Keeping>(inMemory);
  const keeper = useRef<Promise<boolean> | null>(null);
  const waiting = useRef(false);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const change = useCallback(
    (changed: Partial<Keeping>) => setKeeping((known) => ({ ...known, ...changed })),
    [],
  );

  const claim = useCallback(async (): Promise<boolean> => {
    keeper.current ??= becomeKeeper();
    const isKeeper = await keeper.current;
    change({ isElsewhere: !isKeeper });
    if (isKeeper || waiting.current) return isKeeper;
    waiting.current = true;
    void keeperAfterOthers().then(() => change({ canTakeOver: true }));
    return false;
  }, [change]);

  const look = useCallback(async (): Promise<KeptState> => {
    if ((await opfsFiles.list()).length === 0) return { kind: 'none' };
    if (await claim()) await removeLeftovers(opfsFiles);
    return readKept(opfsFiles);
  }, [claim]);

  const isStale = useCallback(
    async ({ savedAt, bytes }: Kept): Promise<boolean> => {
      const days = staleDays(await readOpened(opfsFiles), savedAt, Date.now());
      if (days !== null) change({ isKept: true, isShown: false, savedAt, bytes, staleDays: days });
      return days !== null;
    },
    [change],
  );

  const showing = useCallback(
    async ({ savedAt, bytes }: Kept): Promise<void> => {
      const limitDays = (await readOpened(opfsFiles))?.limitDays ?? limitChoices[0];
      const isPersistent = await navigator.storage.persisted();
      change({ isKept: true, isShown: true, savedAt, bytes, limitDays, isPersistent, staleDays: null });
      // Without room for the note, the day it was saved counts.
      if (await claim())
        await noteOpened(opfsFiles, { openedAt: Date.now(), limitDays }).catch(() => undefined);
    },
    [change, claim],
  );

  const save = useCallback(
    async (imports: readonly DataImport[]): Promise<void> => {
      const savedAt = new Date().toISOString();
      change({ isShown: false });
      const bytes = await keepImports(opfsFiles, imports, savedAt);
      await showing({ kind: 'kept', savedAt, bytes, imports });
      change({ isPersistent: await navigator.storage.persist() });
    },
    [change, showing],
  );

  const readRecord = useCallback(
    async <Content>(load: LoadKept<Content>): Promise<Content | null> =>
      (await keptTexts()).readKeptText(opfsFiles, await load()),
    [],
  );

  const saveRecord = useCallback(
    <Content>(load: LoadKept<Content>, content: Content): Promise<void> => {
      const before = writing.current;
      const write = async (): Promise<void> => {
        await before;
        if (await claim()) await (await keptTexts()).keepText(opfsFiles, await load(), content);
      };
      const written = write();
      writing.current = written.catch(() => undefined);
      return written;
    },
    [claim],
  );

  const erase = useCallback(async (): Promise<void> => {
    await writing.current;
    await opfsFiles.removeAll();
    forgetAllViews(localStorage);
    setKeeping(inMemory);
  }, []);

  const takeOver = useCallback(() => {
    keeper.current = Promise.resolve(true);
    change({ isElsewhere: false, canTakeOver: false });
  }, [change]);

  const setLimit = useCallback(
    async (limitDays: number): Promise<void> => {
      if (!(await claim())) return;
      await noteOpened(opfsFiles, { openedAt: Date.now(), limitDays });
      change({ limitDays });
    },
    [change, claim],
  );

  const showingOther = useCallback(() => change({ isShown: false }), [change]);
  const damaged = useCallback(
    () => setKeeping((known) => ({ ...inMemory, isKept: true, isElsewhere: known.isElsewhere })),
    [],
  );

  return useMemo(
    () => ({
      keeping,
      claim,
      look,
      isStale,
      showing,
      save,
      showingOther,
      damaged,
      erase,
      readRecord,
      saveRecord,
      takeOver,
      setLimit,
    }),
    [
      keeping,
      claim,
      look,
      isStale,
      showing,
      save,
      showingOther,
      damaged,
      erase,
      readRecord,
      saveRecord,
      takeOver,
      setLimit,
    ],
  );
};
