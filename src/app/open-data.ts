import type { Choices } from '../engine/analysis.ts';
import { factsOfImports, importsKnownOn, type ImportAbout } from '../engine/data-import.ts';
import type { Imported } from '../ingest/import-files.ts';
import type { OpenData } from '../queries/session.ts';

/** The data's own choices. */
export const noChoices: Choices = { asOf: null, anchor: null, knownAt: null };

/** An export that was read, before it is anywhere. */
export interface Arrived {
  readonly about: ImportAbout;
  readonly streams: Imported['streams'];
}

/** What the pages know of a data set. */
export const openData = (imports: readonly ImportAbout[]): Omit<OpenData, 'id'> => {
  const inOrder = importsKnownOn(imports, null);
  const newest = inOrder.at(-1);
  if (newest === undefined) throw new RangeError('A data set needs an import.');
  return {
    isSample: imports.every(({ isSample }) => isSample),
    files: imports.flatMap(({ files }) => files),
    format: newest.format,
    facts: factsOfImports(inOrder),
    imports,
  };
};
