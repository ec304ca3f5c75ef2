import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportError } from '../ingest/ledger.ts';
import type { SourceFile } from '../ingest/source-file.ts';

/** Opens files of this computer as the importer wants them. Throws an `ImportError` for one that cannot be read. */
export const openFiles = async (paths: readonly string[]): Promise<readonly SourceFile[]> => {
  const files: SourceFile[] = [];
  for (const path of paths) {
    try {
      const found = await stat(path);
      if (found.isDirectory())
        throw new ImportError(path, `${path} cannot be read: it is a folder. Name the files in it.`);
      if (!found.isFile()) throw new TypeError('Only files have content.');
      files.push({ name: basename(path), content: await openAsBlob(path), stamp: found.mtimeMs });
    } catch (cause) {
      if (cause instanceof ImportError) throw cause;
      throw new ImportError(path, `${path} cannot be read. Check the name and that the file exists.`);
    }
  }
  return files;
};
