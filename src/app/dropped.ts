import type { CrmFormat } from '../crm/crm-format.ts';
import type { SourceFile } from '../ingest/source-file.ts';

/** What was dropped: files of data, and the mappings they are read under. */
export interface Dropped {
  readonly mappings: readonly CrmFormat[];
  readonly files: readonly SourceFile[];
}

/** A mapping file says so in its first line; any other JSON is data. */
const isMapping = async (file: File): Promise<boolean> =>
  file.name.toLowerCase().endsWith('.json') &&
  /^\ufeff?\s*\{\s*"mapping"/.test(await file.slice(0, 1000).text());

/**
 * Tells mappings from data. The mappings in force so far stay in force, unless one of the same name was dropped, so that
 * next week's files of the same shape need no click. Throws an `ImportError` for a mapping that cannot be used.
 */
export const sortDropped = async (
  files: readonly File[],
  inForce: readonly CrmFormat[],
): Promise<Dropped> => {
  const mappings: CrmFormat[] = [];
  const data: SourceFile[] = [];
  for (const file of files) {
    if (await isMapping(file)) {
      const { parseMapping } = await import('../ingest/mapping-file.ts');
      mappings.push(parseMapping(file.name, await file.text()));
    } else data.push({ name: file.name, content: file, stamp: file.lastModified });
  }
  const others = inForce.filter(({ id }) => !mappings.some((mapping) => mapping.id === id));
  return { mappings: [...mappings, ...others], files: data };
};
