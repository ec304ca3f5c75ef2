import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tableCsv } from '../../src/exports/document-csv.ts';
import { documentWorkbook, tablesWorkbook } from '../../src/exports/document-workbook.ts';
import type { DocumentTable } from '../../src/exports/review-document.ts';
import { elementsOf, readXml, textOf } from '../support/read-xml.ts';
import { channelBlock, hardDocument, hostileNames, jointBlock } from '../support/review-document.ts';
import { readByLibrary, readByScanner } from '../support/sheet-readers.ts';
import { rowsWritten } from '../support/written-csv.ts';

const bytesOf = async (blob: Blob): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await blob.arrayBuffer());

const tableOf = (block: { readonly table: DocumentTable | null }): DocumentTable => {
  if (block.table === null) throw new Error('No table.');
  return block.table;
};

const joint = [
  ['Month', 'L2O', 'L2O: converted', 'L2O: of', 'Heading for', 'Pipeline (EUR)'],
  ['April 2026', '0.12', '30', '250', '', '12345.5'],
  ['May 2026', String(40 / 300), '40', '300', '', '20000'],
  ['June 2026', '', '', '', '0.1275', ''],
];

const channels = [
  [
    'Channel',
    'Leads',
    'L2O',
    'L2O: converted',
    'L2O: of',
    'O2D',
    'O2D: converted',
    'O2D: of',
    'Revenue (EUR)',
  ],
  [hostileNames[0], '700', '0.13', '91', '700', String(20 / 91), '20', '91', '50000'],
  [hostileNames[1], '400', '0.15', '60', '400', '0.1', '6', '60', '15000.5'],
  [hostileNames[2], '107', String(9 / 107), '9', '107', String(1 / 9), '1', '9', '200'],
  [hostileNames[3], '4', '', '1', '4', '', '0', '1', ''],
  ['Ada Byron', '3', '', '2', '3', '', '1', '2', '900'],
  ['All', '1214', String(163 / 1214), '163', '1214', String(28 / 163), '28', '163', '66100.5'],
];

describe('a workbook of the week', () => {
  it('holds every table as it is, to a reader of our own', async () => {
    const sheets = (await readByScanner(await bytesOf(await documentWorkbook(hardDocument)))) ?? [];
    expect(sheets.map(([name]) => name)).toEqual([
      'Weekly review, week 26',
      'Leads to opportunities  where i',
      'Which channels make deals, not',
    ]);
    expect(sheets[1]?.[1]).toEqual(joint);
    expect(sheets[2]?.[1]).toEqual(channels);
  });

  it('shows numbers as a person reads them: shares in percent, counts whole', async () => {
    const sheets = await readByLibrary(await bytesOf(await documentWorkbook(hardDocument)));
    expect(sheets[0]?.[1].map((row) => row.slice(0, 2))).toEqual([
      ['Question', 'Answer'],
      ['As of', '30 Jun 2026'],
      ['In short', 'One signal this week: <b>L2O</b> & more.'],
      ['In short', 'Deals won: 1 of Ada Byron.'],
      ...hardDocument.blocks.map(({ question, answer }) => [question, answer]),
    ]);
  });

  it('has percent cells, and no formula in any cell', async () => {
    const parts = unzipSync(await bytesOf(await documentWorkbook(hardDocument)));
    const xmlOf = (path: string) => readXml(strFromU8(parts[path] ?? new Uint8Array()));
    const formats = elementsOf(xmlOf('xl/styles.xml'), 'numFmt').map(({ attributes }) => attributes);
    const percentId = formats.find(({ formatCode }) => formatCode === '0.0%')?.['numFmtId'];
    const styles = elementsOf(xmlOf('xl/styles.xml'), 'cellXfs')[0]?.children ?? [];
    const cells = elementsOf(xmlOf('xl/worksheets/sheet2.xml'), 'c');
    const share = cells.find(({ attributes }) => attributes['r'] === 'B2');
    expect(styles[Number(share?.attributes['s'])]?.attributes['numFmtId']).toBe(percentId);
    expect(share?.attributes['t'] ?? 'n').toBe('n');
    for (const sheet of ['sheet1', 'sheet2', 'sheet3'])
      expect(elementsOf(xmlOf(`xl/worksheets/${sheet}.xml`), 'f')).toEqual([]);
    expect(elementsOf(xmlOf('xl/sharedStrings.xml'), 't').map(textOf)).toContain(hostileNames[0]);
  });

  it('takes names that a workbook forbids, twice, and texts of any length', async () => {
    const table = { columns: [{ label: 'a\u0000b', kind: 'text' }], rows: [['x'.repeat(40_000)]] } as const;
    const names = ["'[x]'", '', 'Long '.repeat(10), 'LONG '.repeat(10)];
    const book = await tablesWorkbook(names.map((name) => ({ name, table })));
    const sheets = (await readByScanner(await bytesOf(book))) ?? [];
    expect(sheets.map(([name]) => name)).toEqual([
      'x',
      'Table',
      'Long Long Long Long Long Long L',
      'LONG LONG LONG LONG LONG LONG 2',
    ]);
    expect(sheets[0]?.[1]).toEqual([['a\ufffdb'], ['x'.repeat(32_767)]]);
  });
});

describe('a table as CSV', () => {
  it('holds the same numbers', async () =>
    expect(await rowsWritten(tableCsv(tableOf(jointBlock), 'EUR'))).toEqual(joint));

  it('is opened by a spreadsheet without running a name', async () => {
    const rows = await rowsWritten(tableCsv(tableOf(channelBlock), 'EUR'));
    expect(rows[1]?.[0]).toBe(`'${hostileNames[0]}`);
    expect(rows.slice(2)).toEqual(channels.slice(2));
  });

  it('writes tiny and negative numbers so that they stay numbers', async () => {
    const table: DocumentTable = {
      rowsAre: 'places',
      columns: [
        { label: 'Change', kind: 'number' },
        { label: 'Share', kind: 'share' },
      ],
      rows: [[-0.25, 1e-7]],
      total: null,
    };
    expect(await rowsWritten(tableCsv(table, null))).toEqual([
      ['Change', 'Share'],
      ['-0.25', '0.000000100000'],
    ]);
  });
});
