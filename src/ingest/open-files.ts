import { whileUnchanged } from './file-changed.ts';
import { unusableFile, type FileLedger } from './ledger.ts';
import { NoTableError } from './no-table.ts';
import { openContainer } from './open-container.ts';
import { openSources } from './open-sources.ts';
import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';

/** A table, the plain file it stands in, and the file that was dropped: the same, or the archive around it. */
export interface OpenedTable {
  readonly dropped: SourceFile;
  readonly plain: SourceFile;
  readonly source: RecordSource;
}

/** The tables in the files that were dropped, each with the plain file it stands in, and the files that hold none. */
export interface OpenedFiles {
  readonly sources: readonly OpenedTable[];
  readonly unusable: readonly FileLedger[];
}

/**
 * Opens what was dropped. A picture among the exports, or any other file that holds no table, is listed with what it is;
 * the others are read. Throws an `ImportError` for a file that is damaged, since numbers without it would be wrong in
 * silence, and the first one where nothing can be opened.
 */
export const openFiles = async (files: readonly SourceFile[]): Promise<OpenedFiles> => {
  const sources: OpenedTable[] = [];
  const unusable: FileLedger[] = [];
  const failures: NoTableError[] = [];
  const trying = async <Opened>(
    file: SourceFile,
    open: () => Promise<readonly Opened[]>,
  ): Promise<readonly Opened[]> => {
    try {
      return await open();
    } catch (cause) {
      if (!(cause instanceof NoTableError)) throw cause;
      failures.push(cause);
      unusable.push(unusableFile(file.name, file.content.size, cause.message));
      return [];
    }
  };
  for (const dropped of files)
    for (const plain of await trying(dropped, () => whileUnchanged(dropped, () => openContainer(dropped))))
      for (const source of await trying(plain, () => whileUnchanged(dropped, () => openSources(plain))))
        sources.push({ dropped, plain, source });
  const [failure] = failures;
  if (failure !== undefined && sources.length === 0) throw failure;
  return { sources, unusable };
};
