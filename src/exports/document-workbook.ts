import type { CellObject, WorkSheet } from '@e965/xlsx';
import { day } from '../sentences/format.ts';
import { exportTable, type ExportCell, type ExportColumn, type ExportTable } from './export-columns.ts';
import type { ReviewDocument } from './review-document.ts';
import { xmlSafe } from './xml-safe.ts';

/** What a sheet of a workbook is called, and its table. */
export interface NamedTable {
  readonly name: string;
  readonly table: ExportTable;
}

const formats: Readonly<Record<ExportColumn['kind'], string>> = {
  text: '@',
  people: '#,##0',
  number: '#,##0.0##',
  share: '0.0%',
  points: '+0.0;-0.0;0.0',
  money: '#,##0.00',
};

const longestCell = 32_767;
const longestName = 31;

const cellOf = (cell: ExportCell, kind: ExportColumn['kind']): CellObject => {
  if (cell === null) return { t: 'z' };
  return typeof cell === 'number'
    ? { t: 'n', v: cell, z: formats[kind] }
    : { t: 's', v: xmlSafe(cell).slice(0, longestCell), z: formats.text };
};

const sheetOf = ({ columns, rows }: ExportTable): WorkSheet => {
  const head = columns.map(({ label }) => cellOf(label, 'text'));
  const body = rows.map((row) => columns.map(({ kind }, index) => cellOf(row[index] ?? null, kind)));
  const data = [head, ...body];
  const lastColumn = Math.max(0, columns.length - 1);
  return {
    '!type': 'sheet',
    '!data': data,
    '!ref': `A1:${columnName(lastColumn)}${data.length}`,
    '!cols': columns.map(({ label, kind }) => ({ wch: kind === 'text' ? 32 : Math.max(12, label.length) })),
  };
};

const columnName = (index: number): string =>
  (index < 26 ? '' : columnName(Math.floor(index / 26) - 1)) + String.fromCodePoint(65 + (index % 26));

/** Names that a workbook takes: no more than 31 letters, none of `: \ / ? * [ ]`, none twice. */
const sheetNames = (wanted: readonly string[]): readonly string[] => {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      xmlSafe(name)
        .replaceAll(/[:\\/?*[\]]/g, ' ')
        .replaceAll(/^'+|'+$/g, '')
        .trim() || 'Table';
    for (let times = 1; ; times += 1) {
      const end = times === 1 ? '' : ` ${times}`;
      const fit = clean.slice(0, longestName - end.length).trim() + end;
      if (taken.has(fit.toLowerCase())) continue;
      taken.add(fit.toLowerCase());
      return fit;
    }
  });
};

/**
 * Tables as an XLSX workbook: numbers are numbers, shares percent cells, and texts are texts, whatever they begin with:
 * no cell is a formula. The library is fetched when it is asked for.
 */
export const tablesWorkbook = async (tables: readonly NamedTable[]): Promise<Blob> => {
  const library = await import('@e965/xlsx');
  const names = sheetNames(tables.map(({ name }) => name));
  const bytes: unknown = library.write(
    {
      SheetNames: [...names],
      Sheets: Object.fromEntries(tables.map(({ table }, index) => [names[index] ?? '', sheetOf(table)])),
    },
    { type: 'array', bookType: 'xlsx', bookSST: true, compression: true },
  );
  if (!(bytes instanceof ArrayBuffer)) throw new TypeError('The workbook was not written.');
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
};

/** A document as a workbook: what was asked and answered first, then a sheet for each table. */
export const documentWorkbook = async ({
  title,
  summary,
  asOf,
  definitionLabel,
  currency,
  blocks,
}: ReviewDocument): Promise<Blob> => {
  const text = (label: string): ExportColumn => ({ label, kind: 'text' });
  const answers: ExportTable = {
    columns: ['Question', 'Answer', 'Definition', 'Notes'].map(text),
    rows: [
      ['As of', day(asOf), definitionLabel, null],
      ...summary.map((sentence) => ['In short', sentence.text, null, null]),
      ...blocks.map(({ question, answer, definition, notes }) => [
        question,
        answer,
        definition,
        notes.join(' '),
      ]),
    ],
  };
  return tablesWorkbook([
    { name: title, table: answers },
    ...blocks.flatMap(({ question, table }) =>
      table === null ? [] : [{ name: question, table: exportTable(table, currency) }],
    ),
  ]);
};
