import { useMemo, useState, type Dispatch, type SetStateAction } from 'react';
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

/** What can be done with the store; made once for a page, as it remembers what it has begun. */
const keepingActions = (setKeeping: Dispatch<SetStateAction<Keeping>>): Omit<KeepingControl, 'keeping'> => {
  let keeper: Promise<boolean> | null = null;
  let isWaiting = false;
  let writing: Promise<void> = Promise.resolve();
  const change = (changed: Partial<Keeping>): void => setKeeping((known) => ({ ...known, ...changed }));

  const claim = async (): Promise<boolean> => {
    keeper ??= becomeKeeper();
    const isKeeper = await keeper;
    change({ isElsewhere: !isKeeper });
    if (isKeeper || isWaiting) return isKeeper;
    isWaiting = true;
    void keeperAfterOthers().then(() => change({ canTakeOver: true }));
    return false;
  };

  const showing = async ({ savedAt, bytes }: Kept): Promise<void> => {
    const limitDays = (await readOpened(opfsFiles))?.limitDays ?? limitChoices[0];
    const isPersistent = await navigator.storage.persisted();
    change({ isKept: true, isShown: true, savedAt, bytes, limitDays, isPersistent, staleDays: null });
    // Without room for the note, the day it was saved counts.
    if (await claim())
      await noteOpened(opfsFiles, { openedAt: Date.now(), limitDays }).catch(() => undefined);
  };

  return {
    claim,
    look: async () => {
      if ((await opfsFiles.list()).length === 0) return { kind: 'none' };
      if (await claim()) await removeLeftovers(opfsFiles);
      return readKept(opfsFiles);
    },
    isStale: async ({ savedAt, bytes }) => {
      const days = staleDays(await readOpened(opfsFiles), savedAt, Date.now());
      if (days !== null) change({ isKept: true, isShown: false, savedAt, bytes, staleDays: days });
      return days !== null;
    },
    showing,
    save: async (imports) => {
      const savedAt = new Date().toISOString();
      change({ isShown: false });
      const bytes = await keepImports(opfsFiles, imports, savedAt);
      await showing({ kind: 'kept', savedAt, bytes, imports });
      change({ isPersistent: await navigator.storage.persist() });
    },
    showingOther: () => change({ isShown: false }),
    damaged: () => setKeeping((known) => ({ ...inMemory, isKept: true, isElsewhere: known.isElsewhere })),
    erase: async () => {
      await writing;
      await opfsFiles.removeAll();
      forgetAllViews(localStorage);
      setKeeping(inMemory);
    },
    readRecord: async (load) => (await keptTexts()).readKeptText(opfsFiles, await load()),
    saveRecord: (load, content) => {
      const before = writing;
      const write = async (): Promise<void> => {
        await before;
        if (await claim()) await (await keptTexts()).keepText(opfsFiles, await load(), content);
      };
      const written = write();
      writing = written.catch(() => undefined);
      return written;
    },
    takeOver: () => {
      keeper = Promise.resolve(true);
      change({ isElsewhere: false, canTakeOver: false });
    },
    setLimit: async (limitDays) => {
      if (!(await claim())) return;
      await noteOpened(opfsFiles, { openedAt: Date.now(), limitDays });
      change({ limitDays });
    },
  };
};

/** Keeps data in this browser's own storage, for one page. */
export const useKeeping = (): KeepingControl => {
  const [keeping, setKeeping] = useState<Keeping>(inMemory);
  const [actions] = useState(() => keepingActions(setKeeping));
  return useMemo(() => ({ keeping, ...actions }), [keeping, actions]);
};
