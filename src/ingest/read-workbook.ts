import type { WorkBook } from '@e965/xlsx';
import { plainWorkbook } from './compound-file.ts';
import { ImportError } from './ledger.ts';
import { refuseRepetition } from './repeated-cells.ts';
import type { SourceFile } from './source-file.ts';
import { storedZip, type StoredFile } from './stored-zip.ts';
import type { WorkbookKind } from './workbook-kind.ts';

const options = {
  type: 'array',
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
  nodim: true,
} as const;

const unreadable = (name: string, cause: unknown): ImportError => {
  const words = cause instanceof Error ? cause.message : String(cause);
  return /password|encrypt/i.test(words)
    ? new ImportError(
        name,
        `The workbook ${name} is protected with a password. Open it, take the password off, save it and drop it again.`,
      )
    : new ImportError(
        name,
        `The workbook ${name} is damaged or of a kind that cannot be read. Open it in a spreadsheet program, save it as .xlsx or CSV and drop that file.`,
      );
};

const bytesOf = (
  file: SourceFile,
  kind: WorkbookKind,
  parts: ReadonlyMap<string, StoredFile>,
): Uint8Array => {
  if ([...parts.keys()].some((part) => part.toLowerCase() === 'meta-inf/manifest.xml')) {
    const manifest = new TextDecoder().decode(parts.get('META-INF/manifest.xml')?.bytes);
    if (manifest.includes('encryption-data')) throw unreadable(file.name, 'password');
  }
  const sheet = kind === 'ods' ? parts.get('content.xml')?.bytes : undefined;
  if (sheet !== undefined) refuseRepetition(file.name, sheet);
  return storedZip(parts);
};

/**
 * Reads a workbook of any kind, with the results its formulas had when it was saved; `parts` is null for one that is no
 * package. Throws an `ImportError` where that cannot be done.
 */
export const readWorkbook = async (
  file: SourceFile,
  kind: WorkbookKind,
  parts: ReadonlyMap<string, StoredFile> | null,
): Promise<WorkBook> => {
  const packed =
    parts === null ? new Uint8Array(await file.content.arrayBuffer()) : bytesOf(file, kind, parts);
  const library = await import('@e965/xlsx');
  if (kind === 'xls') library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    const book = library.read(kind === 'xls' ? plainWorkbook(packed, library) : packed, options);
    if (book.SheetNames.some((name) => book.Sheets[name] === undefined))
      throw new RangeError('A sheet is missing.');
    return book;
  } catch (cause) {
    throw unreadable(file.name, cause);
  }
};
