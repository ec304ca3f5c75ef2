import { arrowSource } from './arrow-source.ts';
import { jsonSources } from './json-source.ts';
import { refuseNoTable } from './no-table.ts';
import { parquetSource } from './parquet-source.ts';
import type { RecordSource } from './record-source.ts';
import { setAsideSource } from './set-aside-source.ts';
import type { SourceFile } from './source-file.ts';
import { spreadsheetSources } from './spreadsheet-source.ts';
import { textSource } from './text-source.ts';
import { workbookKind } from './workbook-kind.ts';

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  Array.from(magic).every((letter, index) => bytes[index] === letter.charCodeAt(0));

const headBytes = 4096;

/**
 * The tables of records inside a plain file, told apart by content, never by name; without the columns we add to what was
 * set aside. Throws an `ImportError` for what holds none.
 */
export const openSources = async (file: SourceFile): Promise<readonly RecordSource[]> =>
  (await plainSources(file)).map(setAsideSource);

const plainSources = async (file: SourceFile): Promise<readonly RecordSource[]> => {
  const head = new Uint8Array(await file.content.slice(0, headBytes).arrayBuffer());
  if (startsWith(head, 'PAR1')) return [await parquetSource(file)];
  if (startsWith(head, 'ARROW1') || startsWith(head, '\u00ff\u00ff\u00ff\u00ff'))
    return [await arrowSource(file)];
  const kind = await workbookKind(file.content);
  if (kind !== null) return spreadsheetSources(file, kind);
  refuseNoTable(file.name, head);
  return (await jsonSources(file)) ?? [await textSource(file)];
};
