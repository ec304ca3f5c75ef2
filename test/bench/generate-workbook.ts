import { readFile, writeFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import Papa from 'papaparse';

/** Writes the rows of a CSV file as a workbook of one sheet, its texts shared as spreadsheet programs do. */
export const generateWorkbook = async (csv: string, workbook: string): Promise<void> => {
  const { data } = Papa.parse<string[]>((await readFile(csv, 'utf8')).trimEnd());
  const book = utils.book_new(utils.aoa_to_sheet(data, { dense: true }), 'Leads');
  const bytes: unknown = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true });
  if (!(bytes instanceof Uint8Array)) throw new TypeError('The workbook was not written as bytes.');
  await writeFile(workbook, bytes);
};
