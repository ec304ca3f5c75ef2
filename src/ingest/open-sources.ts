import type { RecordSource } from './record-source.ts';
import type { SourceFile } from './source-file.ts';
import { textSource } from './text-source.ts';

/** The tables of records inside a plain file, told apart by content, never by name. */
export const openSources = async (file: SourceFile): Promise<readonly RecordSource[]> => [
  await textSource(file),
];
