import { checkedPackage } from './checked-package.ts';
import { ImportError } from './ledger.ts';
import { readWorkbook } from './read-workbook.ts';
import type { RecordSource } from './record-source.ts';
import { cellReader } from './sheet-cells.ts';
import {
  fitsGrid,
  sheetRow,
  sheetRows,
  sheetShape,
  type CellReader,
  type SheetData,
  type SheetShape,
} from './sheet-rows.ts';
import type { SourceFile } from './source-file.ts';
import { tableSource } from './table-source.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import { readXlsxPackage } from './xlsx-package.ts';

/** Beyond this a few stray cells make a sheet that nobody filled. */
const mostCells = 500_000_000;

const spread = (file: string, sheet: string): ImportError =>
  new ImportError(
    file,
    `The sheet "${sheet}" of ${file} has cells far off its table, so that most of it is empty. Delete them, save it and drop it again.`,
  );

const measured = <Cell>(
  file: string,
  sheet: string,
  data: SheetData<Cell>,
  read: CellReader<Cell>,
): SheetShape => {
  if (!fitsGrid(data)) throw spread(file, sheet);
  const shape = sheetShape(data, read);
  if (shape.rows * shape.width > mostCells) throw spread(file, sheet);
  return shape;
};

const sourcesOf = <Cell>(
  { name, content }: SourceFile,
  kind: WorkbookKind,
  named: readonly { readonly sheet: string; readonly data: SheetData<Cell> }[],
  read: CellReader<Cell>,
): readonly RecordSource[] => {
  const sheets = named.map(({ sheet, data }) => ({ sheet, data, shape: measured(name, sheet, data, read) }));
  const filled = sheets.filter(({ shape }) => shape.rows > 0);
  return (filled.length === 0 ? sheets.slice(0, 1) : filled).map(({ sheet, data, shape }) =>
    tableSource({
      name: filled.length > 1 ? `${name} › ${sheet}` : name,
      encoding: kind,
      bytes: content.size,
      rows: shape.rows,
      readRows: () => sheetRows(data, shape, read),
      rowAt: async (line) => sheetRow(data, line - 1, shape, read),
    }),
  );
};

/**
 * The sheets of a workbook that have a filled cell, hidden ones too; a workbook without any gives its first sheet with
 * no records. Lines are row numbers. Throws an `ImportError` for a workbook that cannot be read.
 */
export const spreadsheetSources = async (
  file: SourceFile,
  kind: WorkbookKind,
): Promise<readonly RecordSource[]> => {
  if (kind === 'office')
    throw new ImportError(
      file.name,
      `${file.name} is a document without sheets. Save its table as a workbook or as CSV and drop that file.`,
    );
  const parts = kind === 'xls' ? null : await checkedPackage(file);
  const usual = kind === 'xlsx' && parts !== null ? readXlsxPackage(parts) : null;
  if (usual !== null) return sourcesOf(file, kind, usual, (text) => text ?? '');
  const book = await readWorkbook(file, kind, parts);
  return sourcesOf(
    file,
    kind,
    book.SheetNames.map((sheet) => ({ sheet, data: book.Sheets[sheet]?.['!data'] ?? [] })),
    cellReader(book.Workbook?.WBProps?.date1904 === true),
  );
};
