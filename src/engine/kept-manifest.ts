import type { CanonicalTable } from '../domain/canonical.ts';
import type { Download } from '../ingest/download.ts';
import type { ImportAbout } from './data-import.ts';

/** The file that says what is kept, in every version of the store. */
export const manifestName = 'current.json';

/** A stream as it lies in the store. */
export interface KeptStream {
  readonly table: CanonicalTable;
  readonly known?: readonly string[];
  readonly bytes: number;
  readonly sha256: string;
}

/** A list to download as it lies in the store. */
export interface KeptDownload extends Omit<Download, 'content'> {
  readonly bytes: number;
  readonly sha256: string;
}

/** An import as the store lists it. Its streams are `id/0.arrow`, `id/1.arrow`, …, its lists `id/0.csv`, `id/1.csv`, … */
export interface KeptImport extends Omit<ImportAbout, 'downloads'> {
  readonly streams: readonly KeptStream[];
  readonly downloads: readonly KeptDownload[];
}

/** All that is kept. */
export interface Manifest {
  readonly version: 2;
  readonly savedAt: string;
  readonly imports: readonly KeptImport[];
}
