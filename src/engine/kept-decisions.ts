import type { DecisionRecord } from '../domain/decision.ts';
import { decisionsText, parseDecisions } from '../ingest/decision-file.ts';
import type { KeptFiles } from './kept-files.ts';
import { decisionsName, KeepError, replaceSealed } from './kept-store.ts';
import { unseal } from './sealed.ts';

/** Replaces the decisions that are kept, at once and read back. They go with everything else when that is erased. */
export const keepDecisions = (files: KeptFiles, record: DecisionRecord): Promise<void> =>
  replaceSealed(files, decisionsName, decisionsText(record));

/** The decisions that are kept; null where none are. Throws a `KeepError` where a byte of them has changed. */
export const readKeptDecisions = async (files: KeptFiles): Promise<DecisionRecord | null> => {
  const bytes = await files.read(decisionsName);
  if (bytes === null) return null;
  const text = await unseal<string>(bytes);
  if (text === null)
    throw new KeepError(
      'The decisions kept on this computer are damaged and are not shown. Open the file you saved of them; the next change replaces what is damaged.',
    );
  return parseDecisions(decisionsName, text);
};
