import { ImportError } from './ledger.ts';
import { readWorkbook } from './read-workbook.ts';
import type { RecordSource } from './record-source.ts';
import { cellReader, type CellReader } from './sheet-cells.ts';
import { fitsGrid, sheetRow, sheetRows, sheetShape, type SheetData, type SheetShape } from './sheet-rows.ts';
import type { SourceFile } from './source-file.ts';
import { tableSource } from './table-source.ts';
import type { WorkbookKind } from './workbook-kind.ts';

/** Beyond this a few stray cells make a sheet that nobody filled. */
const mostCells = 500_000_000;

const spread = (file: string, sheet: string): ImportError =>
  new ImportError(
    file,
    `The sheet "${sheet}" of ${file} has cells far off its table, so that most of it is empty. Delete them, save it and drop it again.`,
  );

const measured = (file: string, sheet: string, data: SheetData, read: CellReader): SheetShape => {
  if (!fitsGrid(data)) throw spread(file, sheet);
  const shape = sheetShape(data, read);
  if (shape.rows * shape.width > mostCells) throw spread(file, sheet);
  return shape;
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
  const book = await readWorkbook(file, kind);
  const read = cellReader(book.Workbook?.WBProps?.date1904 === true);
  const sheets = book.SheetNames.map((sheet) => {
    const data: SheetData = book.Sheets[sheet]?.['!data'] ?? [];
    return { sheet, data, shape: measured(file.name, sheet, data, read) };
  });
  const filled = sheets.filter(({ shape }) => shape.rows > 0);
  return (filled.length === 0 ? sheets.slice(0, 1) : filled).map(({ sheet, data, shape }) =>
    tableSource({
      name: filled.length > 1 ? `${file.name} › ${sheet}` : file.name,
      encoding: kind,
      bytes: file.content.size,
      rows: shape.rows,
      readRows: () => sheetRows(data, shape, read),
      rowAt: async (line) => sheetRow(data, line - 1, shape, read),
    }),
  );
};
