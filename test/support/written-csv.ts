import type { Download } from '../../src/ingest/download.ts';
import { usualDialect } from '../../src/ingest/dialect.ts';
import type { Imported } from '../../src/ingest/import-files.ts';
import { splitRecords } from '../../src/ingest/split-records.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The rows of a CSV file we wrote, the header among them, every cell as it stands there. */
export const rowsWritten = async (content: Blob): Promise<readonly (readonly string[])[]> => {
  const text = decoder.decode(await content.arrayBuffer());
  if (!text.startsWith('\ufeff') || !text.endsWith('\r\n')) throw new Error('No mark or no last line end.');
  return splitRecords(text.slice(1, -2), usualDialect, '\r\n');
};

/** The list of one kind made of the first file. Throws where there is none. */
export const listOf = ({ downloads }: Imported, kind: Download['kind']): Download => {
  const found = downloads.find((download) => download.kind === kind && download.file === 0);
  if (found === undefined) throw new Error(`No list of what was ${kind}.`);
  return found;
};
