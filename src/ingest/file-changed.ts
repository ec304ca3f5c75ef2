import { ImportError, reasonWords } from './ledger.ts';
import type { SourceFile } from './source-file.ts';

const changed = (name: string): ImportError =>
  new ImportError(
    name,
    `${reasonWords.FILE_CHANGED_WHILE_READING}: ${name}. Nothing was loaded; the data from before are still there. Wait until it is complete, then drop the files again.`,
    'FILE_CHANGED_WHILE_READING',
  );

/** Whether a file is still what it was when it was dropped: one that is not cannot be read any more. */
const isUnchanged = async ({ content }: SourceFile): Promise<boolean> => {
  try {
    await content.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

/**
 * Does work that reads a file. Throws an `ImportError` that names the file where it changed or disappeared meanwhile,
 * whatever else the work ran into because of that.
 */
export const whileUnchanged = async <Result>(
  file: SourceFile,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (cause) {
    throw (await isUnchanged(file)) ? cause : changed(file.name);
  }
};

/** Throws an `ImportError` for the first file that is no longer what it was when it was dropped, however much of it was read. */
export const requireUnchanged = async (files: readonly SourceFile[]): Promise<void> => {
  for (const file of files) if (!(await isUnchanged(file))) throw changed(file.name);
};
