import type { CrmFormat } from '../crm/crm-format.ts';
import type { Imported } from '../ingest/import-files.ts';
import type { ImportAbout } from './data-import.ts';
import { datasetFacts } from './dataset.ts';

/** What an import says of itself, just read. `now` stands for the time of the export where the files do not tell it. */
export const aboutImport = (
  imported: Imported,
  mappings: readonly CrmFormat[],
  reportTimeZone: string,
  isSample: boolean,
  now: number,
): ImportAbout => ({
  id: crypto.randomUUID(),
  knownAt: imported.stamp ?? now,
  files: imported.files,
  formats: imported.formats,
  mappings,
  downloads: imported.downloads,
  facts: datasetFacts(imported, reportTimeZone),
  isSample,
});
