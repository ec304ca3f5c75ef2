import { checkedPackage } from '../../src/ingest/checked-package.ts';
import { readWorkbook } from '../../src/ingest/read-workbook.ts';
import { cellReader } from '../../src/ingest/sheet-cells.ts';
import { sheetRow, sheetShape, type CellReader, type SheetData } from '../../src/ingest/sheet-rows.ts';
import { readXlsxPackage } from '../../src/ingest/xlsx-package.ts';
import { fileOf } from './import-texts.ts';

/** The rows of each sheet, by name. */
export type SheetTable = readonly (readonly [string, readonly (readonly string[])[]])[];

const rowsOf = <Cell>(data: SheetData<Cell>, read: CellReader<Cell>): readonly (readonly string[])[] => {
  const shape = sheetShape(data, read);
  return Array.from({ length: shape.rows }, (_, index) => sheetRow(data, index, shape, read));
};

/** A workbook read by the library that reads all kinds. */
export const readByLibrary = async (bytes: Uint8Array<ArrayBuffer>): Promise<SheetTable> => {
  const file = fileOf('a.xlsx', bytes);
  const book = await readWorkbook(file, 'xlsx', await checkedPackage(file));
  const read = cellReader(book.Workbook?.WBProps?.date1904 === true);
  return book.SheetNames.map((name) => [name, rowsOf(book.Sheets[name]?.['!data'] ?? [], read)]);
};

/** A workbook read by our own reader; null where it leaves it to the library. */
export const readByScanner = async (bytes: Uint8Array<ArrayBuffer>): Promise<SheetTable | null> => {
  const sheets = readXlsxPackage(await checkedPackage(fileOf('a.xlsx', bytes)));
  return (
    sheets?.map(({ sheet, data }): SheetTable[number] => [sheet, rowsOf(data, (text) => text ?? '')]) ?? null
  );
};
