import { createContext, useContext } from 'react';
import type { CrmFormat } from '../crm/crm-format.ts';
import type { DatasetFacts } from '../engine/analysis.ts';
import type { ImportAbout } from '../engine/data-import.ts';
import type { Headline } from '../engine/headline.ts';
import type { Workspace } from '../engine/workspace.ts';
import type { Download } from '../ingest/download.ts';
import type { Imported } from '../ingest/import-files.ts';
import type { FileLedger } from '../ingest/ledger.ts';

/** The data on screen. A new import gets a new `id`, which every cached answer is filed under. */
export interface OpenData {
  readonly id: number;
  readonly isSample: boolean;
  readonly files: readonly FileLedger[];
  readonly formats: readonly CrmFormat[];
  /** What was set aside and what was left empty, as files to save. */
  readonly downloads: readonly Download[];
  readonly facts: DatasetFacts;
  /** The exports it was made of, in the order in which they were added. */
  readonly imports: readonly ImportAbout[];
}

/** What an import says of its files, without their rows. */
export type Seen = Omit<Imported, 'streams' | 'downloads' | 'stamp' | 'currencies'>;

/** The files dropped last, as long as they are at hand: they can be read again in another way. */
export interface Draft {
  /** A new drop and every new reading get a new `id`. */
  readonly id: number;
  readonly isSample: boolean;
  /** The mappings in force for them, in place of the known formats of the same name. */
  readonly mappings: readonly CrmFormat[];
  readonly seen: Seen;
  /** The import they became; null where they hold no lead, and nothing is shown of them. */
  readonly importId: string | null;
  readonly isShown: boolean;
}

/** What the numbers would be under other mappings; null where nothing can be shown of them. */
export interface Preview {
  readonly seen: Seen;
  readonly numbers: Headline | null;
}

/** Work under way, for the progress line. `value` is null where its length is unknown. */
export interface Work {
  readonly label: string;
  readonly detail: string;
  readonly value: number | null;
  /** Whether it can still be stopped with everything left as it was. */
  readonly cancellable: boolean;
}

/** Where the data on screen lives: in memory alone, or also kept on this computer. */
export interface Keeping {
  /** Whether anything is kept. */
  readonly isKept: boolean;
  /** Whether what is kept is what is on screen. */
  readonly isShown: boolean;
  readonly savedAt: string | null;
  readonly bytes: number;
  /** Another tab is the one that may change what is kept. */
  readonly isElsewhere: boolean;
  /** That other tab has closed since, and this one may take its place. */
  readonly canTakeOver: boolean;
  /** Whether the browser promised not to remove it when space runs short; null where it was not asked. */
  readonly isPersistent: boolean | null;
  /** Days without being opened after which it is asked for again. */
  readonly limitDays: number;
  /** Days since it was opened, where it is asked for again and not shown until then. */
  readonly staleDays: number | null;
}

/** What becomes of files that were read while other data of the person is open. */
export type ArrivalChoice = 'add' | 'replace' | 'leave';

/** What every page knows of the data and can do with it. */
export interface Session {
  readonly workspace: Workspace | null;
  readonly data: OpenData | null;
  readonly work: Work | null;
  /** What went wrong last, what is still true and what to do. */
  readonly problem: string | null;
  readonly drop: (files: readonly File[]) => void;
  readonly openSample: () => void;
  readonly cancel: () => void;
  readonly draft: Draft | null;
  /** Reads the files at hand again under these mappings, and shows them. */
  readonly apply: (mappings: readonly CrmFormat[]) => void;
  /** The numbers under these mappings, beside what is on screen. Rejects with an `AbortError` once the signal is aborted. */
  readonly preview: (mappings: readonly CrmFormat[], signal: AbortSignal) => Promise<Preview>;
  readonly keeping: Keeping;
  readonly keep: () => void;
  readonly erase: () => void;
  /** An export that was read and waits for the person to say whether it is added or replaces what is there. */
  readonly arrival: ImportAbout | null;
  readonly settle: (choice: ArrivalChoice) => void;
  /** Takes the import that was added last out again. */
  readonly undoImport: () => void;
  /** Makes this tab the one that may change what is kept, after the other has closed. */
  readonly takeOver: () => void;
  /** Opens kept data that was asked for again. */
  readonly renew: () => void;
  readonly setLimit: (days: number) => void;
}

export const SessionContext = createContext<Session | null>(null);

/** The session of this page. Throws outside its provider. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a SessionContext above it.');
  return session;
};
