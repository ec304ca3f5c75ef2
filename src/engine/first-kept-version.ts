import type { CrmFormat } from '../crm/crm-format.ts';
import type { CanonicalTable } from '../domain/canonical.ts';
import type { FileLedger } from '../ingest/ledger.ts';
import type { ImportAbout } from './data-import.ts';
import type { KeptFiles } from './kept-files.ts';
import type { Manifest } from './kept-manifest.ts';
import { checksum } from './sealed.ts';

/** The first version: one import, in the folder that the pointer names together with the sum of its manifest. */
interface FirstPointer {
  readonly folder: string;
  readonly sha256: string;
}

interface FirstManifest extends Omit<ImportAbout, 'id' | 'knownAt' | 'formats' | 'mappings' | 'downloads'> {
  readonly version: 1;
  readonly format: CrmFormat;
  readonly savedAt: string;
  readonly tables: readonly {
    readonly table: CanonicalTable;
    readonly bytes: number;
    readonly sha256: string;
  }[];
}

/** What a ledger of the first version does not say of its file. */
const unsaid = { decided: [], sketch: [] } as const;

const asNow = (file: FileLedger): FileLedger => ({
  ...unsaid,
  ...file,
  findings: file.findings.map((finding) => ({ ...finding, lines: finding.lines ?? [] })),
});

const openingBrace = 0x7b;

/** A store of the first version as this version lists it; null where the bytes are none. Throws where it is damaged. */
export const readFirstVersion = async (
  files: KeptFiles,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Manifest | null> => {
  if (bytes[0] !== openingBrace) return null;
  const pointer = JSON.parse(new TextDecoder().decode(bytes)) as FirstPointer;
  const written = await files.read(`${pointer.folder}/manifest.json`);
  if (written === null || (await checksum(written)) !== pointer.sha256)
    throw new RangeError('The list of what is kept is damaged.');
  const {
    tables,
    savedAt,
    version,
    format,
    files: ledgers,
    ...about
  } = JSON.parse(new TextDecoder().decode(written)) as FirstManifest;
  if (version !== 1) throw new RangeError('A version that is not known.');
  const knownAt = about.facts.stamp ?? Date.parse(savedAt);
  const only = {
    ...about,
    id: pointer.folder,
    knownAt,
    formats: [format],
    mappings: [],
    files: ledgers.map(asNow),
    streams: tables,
    downloads: [],
  };
  return { version: 2, savedAt, imports: [only] };
};
