import { factsOfImports, oldestFirst, type ImportAbout } from '../engine/data-import.ts';
import type { Imported } from '../ingest/import-files.ts';
import type { OpenData, Seen } from '../queries/session.ts';
import type { Dropped } from './dropped.ts';

/** An export that was read, before it is anywhere, with the files it was read from. */
export interface Arrived {
  readonly about: ImportAbout;
  readonly streams: Imported['streams'];
  readonly found: Dropped;
  readonly seen: Seen;
}

/** What the pages know of a data set. */
export const openData = (imports: readonly ImportAbout[]): Omit<OpenData, 'id'> => {
  const inOrder = oldestFirst(imports);
  const newest = inOrder.at(-1);
  if (newest === undefined) throw new RangeError('A data set needs an import.');
  return {
    isSample: imports.every(({ isSample }) => isSample),
    files: imports.flatMap(({ files }) => files),
    formats: newest.formats,
    downloads: imports.flatMap(({ downloads }) => downloads),
    facts: factsOfImports(inOrder),
    imports,
  };
};
