import type { CrmFormat } from '../crm/crm-format.ts';
import type { Imported } from '../ingest/import-files.ts';
import type { DatasetFacts } from './analysis.ts';

/** The zone of day, week and month boundaries where neither the person nor the format names one. */
export const defaultTimeZone = 'Europe/Stockholm';

/** The zone an import is read in: the person's, else the mapping's, else the default. */
export const reportZone = (chosen: string | null, formats: readonly CrmFormat[]): string =>
  chosen ?? formats.find((format) => format.reportTimeZone !== undefined)?.reportTimeZone ?? defaultTimeZone;

/** What the analysis needs to know of an import. */
export const datasetFacts = (
  { formats, currencies, stamp }: Imported,
  reportTimeZone: string,
): DatasetFacts => ({
  wonOnly: formats.some(({ opportunities }) => opportunities === 'won only'),
  reportTimeZone,
  stamp,
  currencies:
    currencies.length === 0 ? [...new Set(formats.flatMap(({ currency }) => currency ?? []))] : currencies,
});
