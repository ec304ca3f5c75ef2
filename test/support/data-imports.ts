import { heldStreams, type DataImport } from '../../src/engine/data-import.ts';
import { plainTables } from '../../src/crm/plain-tables.ts';
import { canonicalStream } from './canonical-rows.ts';
import type { Export } from './naive/merge-exports.ts';

const monday = Date.parse('2026-01-05T06:00:00Z');
const weekMs = 7 * 86_400_000;

/** An export as an import that was known on the n-th Monday of 2026. */
export const importOf = (files: Export, week: number): DataImport => ({
  id: `import ${week}`,
  knownAt: monday + week * weekMs,
  files: [],
  formats: [plainTables],
  mappings: [],
  downloads: [],
  facts: {
    wonOnly: false,
    reportTimeZone: 'Europe/Stockholm',
    stamp: monday + week * weekMs,
    currencies: [],
  },
  isSample: false,
  streams: heldStreams(files.map(({ table, known, rows }) => ({ ...canonicalStream(table, rows), known }))),
});
