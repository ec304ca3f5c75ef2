import { CsvWriter } from '../ingest/write-csv.ts';
import { exportTable, type ExportCell } from './export-columns.ts';
import type { DocumentTable } from './review-document.ts';

/** A number with a point and without an exponent, as every spreadsheet takes it for a number. */
const numberText = (value: number): string => {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12) : text;
};

const cellText = (cell: ExportCell): string =>
  cell === null ? '' : typeof cell === 'number' ? numberText(cell) : cell;

/** A table as CSV, safe to open in a spreadsheet. Shares are fractions of 1, beside what they are made of. */
export const tableCsv = (table: DocumentTable, currency: string | null): Blob => {
  const { columns, rows } = exportTable(table, currency);
  const writer = new CsvWriter();
  writer.append(columns.map(({ label }) => label));
  for (const row of rows) writer.append(row.map(cellText));
  return writer.finish();
};
