import type { KeptFiles } from './kept-files.ts';
import { openedName, replaceSealed } from './kept-store.ts';
import { unseal } from './sealed.ts';

/** When kept data was opened last, and after how many days without it is asked for again. */
export interface Opened {
  readonly openedAt: number;
  readonly limitDays: number;
}

/** Days that can be chosen, the usual ones first. */
export const limitChoices = [30, 7, 90] as const;

const dayMs = 86_400_000;

/** Notes that the data is open now. */
export const noteOpened = (files: KeptFiles, opened: Opened): Promise<void> =>
  replaceSealed(files, openedName, opened);

/** The last note; null where there is none, or none that can be trusted. */
export const readOpened = async (files: KeptFiles): Promise<Opened | null> => {
  try {
    const bytes = await files.read(openedName);
    return bytes === null ? null : await unseal<Opened>(bytes);
  } catch {
    return null;
  }
};

/** Days since the data was opened where that is longer than the limit; null where it is still fresh. Without a note, the day it was saved counts. */
export const staleDays = (opened: Opened | null, savedAt: string, now: number): number | null => {
  const since = opened?.openedAt ?? Date.parse(savedAt);
  const days = Math.floor((now - since) / dayMs);
  return days > (opened?.limitDays ?? limitChoices[0]) ? days : null;
};
