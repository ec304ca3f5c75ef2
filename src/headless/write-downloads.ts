import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download } from '../ingest/download.ts';
import { ImportError } from '../ingest/ledger.ts';

/**
 * Writes the lists made beside an import into a folder, which is made where it is missing; files of the same names are
 * replaced. Throws an `ImportError` that names the folder where it cannot be written to.
 */
export const writeDownloads = async (folder: string, downloads: readonly Download[]): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true });
    for (const { name, content } of downloads)
      await writeFile(join(folder, name), new Uint8Array(await content.arrayBuffer()));
  } catch (cause) {
    throw new ImportError(
      folder,
      `What was set aside cannot be written to ${folder} (${cause instanceof Error ? cause.message : String(cause)}). Name a folder that may be written to.`,
    );
  }
};
