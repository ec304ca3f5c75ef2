import type { CrmFormat } from '../crm/crm-format.ts';
import type { Download } from '../ingest/download.ts';
import type { FileLedger } from '../ingest/ledger.ts';
import type { DatasetFacts } from './analysis.ts';
import type { CanonicalStream } from './load-canonical.ts';

/** One export as it was imported: what it says of itself, and when that was known. */
export interface ImportAbout {
  readonly id: string;
  /** When the export was made, as far as its files tell, else when it was added; in milliseconds. */
  readonly knownAt: number;
  readonly files: readonly FileLedger[];
  readonly formats: readonly CrmFormat[];
  /** A person's own mappings that it was read under: the next export is read under them too. */
  readonly mappings: readonly CrmFormat[];
  /** What was set aside and what was left empty, as files to save. */
  readonly downloads: readonly Download[];
  readonly facts: DatasetFacts;
  readonly isSample: boolean;
}

/** An import with its canonical rows. A data set is a list of these, in the order in which they were added. */
export interface DataImport extends ImportAbout {
  /** The rows, for the engine to consume. Rejects where they were kept and are damaged. */
  readonly streams: () => Promise<readonly CanonicalStream[]>;
}

/** Rows that stay in memory: every call hands out copies, because the engine consumes them. */
export const heldStreams =
  (streams: readonly CanonicalStream[]): DataImport['streams'] =>
  async () =>
    streams.map((part) => ({ ...part, stream: part.stream.slice() }));

/** Imports in the order in which they were known; of two known at the same time, the one added later is the newer. */
export const oldestFirst = <Import extends ImportAbout>(imports: readonly Import[]): readonly Import[] =>
  imports.toSorted((a, b) => a.knownAt - b.knownAt);

/** What is known of a data set of several imports, oldest first. Throws without any. */
export const factsOfImports = (imports: readonly ImportAbout[]): DatasetFacts => {
  const newest = imports.at(-1);
  if (newest === undefined) throw new RangeError('No import was known on that day.');
  return {
    wonOnly: imports.every(({ facts }) => facts.wonOnly),
    reportTimeZone: newest.facts.reportTimeZone,
    stamp: newest.facts.stamp,
    currencies: [...new Set(imports.flatMap(({ facts }) => facts.currencies))].toSorted(),
  };
};
