import type { CrmFormat } from '../../src/crm/crm-format.ts';
import { inspectSource, type Inspection } from '../../src/ingest/inspect-file.ts';
import { textSource } from '../../src/ingest/text-source.ts';

/** A delimited text file as `inspect` reads it, under the given formats. */
export const inspectText = async (
  content: string | Uint8Array<ArrayBuffer>,
  formats: readonly CrmFormat[] = [],
): Promise<Inspection> =>
  inspectSource(
    await textSource({ name: 'table.csv', content: new Blob([content]), stamp: null }),
    formats,
    new AbortController().signal,
  );
