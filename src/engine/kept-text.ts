import type { KeptFiles } from './kept-files.ts';
import { KeepError, replaceSealed } from './kept-store.ts';
import { unseal } from './sealed.ts';

/** A small record that is kept as the text of its own file, beside the data, and goes with it when that is erased. */
export interface KeptText<Content> {
  readonly name: string;
  /** What it holds, in words that begin a sentence. */
  readonly label: string;
  readonly write: (content: Content) => string;
  readonly read: (name: string, text: string) => Content;
}

/** Replaces what is kept, at once and read back. */
export const keepText = <Content>(
  files: KeptFiles,
  { name, write }: KeptText<Content>,
  content: Content,
): Promise<void> => replaceSealed(files, name, write(content));

/** What is kept; null where nothing is. Throws a `KeepError` where a byte of it has changed. */
export const readKeptText = async <Content>(
  files: KeptFiles,
  { name, label, read }: KeptText<Content>,
): Promise<Content | null> => {
  const bytes = await files.read(name);
  if (bytes === null) return null;
  const text = await unseal<string>(bytes);
  if (text === null)
    throw new KeepError(
      `${label} kept on this computer are damaged and are not shown. Open the file you saved of them; the next change replaces what is damaged.`,
    );
  return read(name, text);
};
