import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { serialKind, serialText } from '../../src/ingest/excel-date.ts';
import { expectNoCrash, expectSameAsCsv, leadTable, tablesOf } from '../support/lead-table.ts';
import { sheetOf, workbookOf } from '../support/table-formats.ts';

const leads = sheetOf(leadTable);

describe('a workbook', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'biff8', 'ods'] as const)(
    'gives the same leads as CSV: %s',
    async (type) => expectSameAsCsv('Lead', workbookOf({ Leads: leads }, type)),
  );

  it('counts days from 1904 where it says so', async () => {
    const sheet = { A1: { t: 'n', v: 44168, z: 'd/m/yyyy' }, '!ref': 'A1' } as const;
    for (const type of ['xlsx', 'biff8'] as const)
      expect((await tablesOf('a', workbookOf({ S: sheet }, type, true)))[0]?.rows).toEqual([['2024-12-04']]);
  });

  it('is read sheet by sheet, empty ones left out', async () => {
    const cell = { t: 's', v: 'a' } as const;
    const sheets = {
      One: { A1: cell, '!ref': 'A1' },
      None: { '!ref': 'A1' },
      Two: { B2: cell, '!ref': 'B2' },
    };
    expect(await tablesOf('b.xlsx', workbookOf(sheets, 'xlsx'))).toEqual([
      { name: 'b.xlsx › One', encoding: 'xlsx', rows: [['a']] },
      { name: 'b.xlsx › Two', encoding: 'xlsx', rows: [[''], ['', 'a']] },
    ]);
  });

  it('writes cells plainly', async () => {
    const sheet = {
      A1: { t: 'n', v: 1e21 },
      B1: { t: 'b', v: true },
      C1: { t: 'e', v: 0x2a },
      D1: { t: 's', v: '00012345678901234567' },
      E1: { t: 'n', v: 0.1 + 0.2 },
      F1: { t: 'n', v: 1234.5, z: '#,##0.00 "days"' },
      G1: { t: 'n', v: 45631.75, z: 'm/d/yy' },
      '!ref': 'A1:G1',
    } as const;
    expect((await tablesOf('a', workbookOf({ S: sheet }, 'xlsx')))[0]?.rows).toEqual([
      [
        '1000000000000000000000',
        'TRUE',
        '#N/A',
        '00012345678901234567',
        '0.30000000000000004',
        '1234.5',
        '2024-12-05 18:00:00',
      ],
    ]);
  });

  it('takes the results that formulas had', async () => {
    const sheet = {
      A1: { t: 'n', v: 3, f: '1+2' },
      B1: { t: 's', v: 'x', f: '"x"' },
      '!ref': 'A1:B1',
    } as const;
    for (const type of ['xlsx', 'xlsb', 'biff8', 'ods'] as const)
      expect((await tablesOf('a', workbookOf({ S: sheet }, type)))[0]?.rows, type).toEqual([['3', 'x']]);
  });

  it('never hangs or crashes where it is damaged', async () => {
    await expectNoCrash(workbookOf({ Leads: leads }, 'xlsx'), 1);
    await expectNoCrash(workbookOf({ Leads: leads }, 'biff8'), 2);
    await expectNoCrash(workbookOf({ Leads: leads }, 'ods'), 3);
  });
});

describe('a hostile workbook', () => {
  const refused = async (parts: Record<string, Uint8Array>, reason: RegExp): Promise<void> => {
    const bytes = new Uint8Array(zipSync(parts));
    await expect(tablesOf('bad.xlsx', bytes)).rejects.toThrow(reason);
  };
  const frame = { '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') };

  it('is refused where it grows beyond measure', () =>
    refused({ ...frame, 'xl/worksheets/sheet1.xml': new Uint8Array(1 << 27) }, /grows to more than/));

  it('is refused where it defines entities', () =>
    refused(
      {
        ...frame,
        'xl/sharedStrings.xml': strToU8('<?xml version="1.0"?><!-- a --><!DOCTYPE a [<!ENTITY b "c">]><a/>'),
      },
      /entities/,
    ));

  it('is refused where it repeats cells without end', () =>
    refused(
      {
        mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
        'content.xml': strToU8(
          '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="10000"><text:p>a</text:p></table:table-cell></table:table-row>',
        ),
      },
      /repeats its cells|damaged/,
    ));

  it('is refused where it has no sheets', () =>
    refused(
      { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<a/>') },
      /without sheets/,
    ));
});

describe('a serial number', () => {
  it.each([
    [1, 'date', false, '1900-01-01'],
    [59, 'date', false, '1900-02-28'],
    [60, 'date', false, '1900-02-29'],
    [61, 'date', false, '1900-03-01'],
    [45631, 'date', false, '2024-12-05'],
    [45631, 'date and time', false, '2024-12-05 00:00:00'],
    [0, 'date', true, '1904-01-01'],
    [0.5, 'time', false, '12:00:00'],
    [1.5, 'duration', false, '36:00:00'],
    [45631.999_999_9, 'date and time', false, '2024-12-06 00:00:00'],
    [-1, 'date', false, null],
    [1e9, 'date', false, null],
  ] as const)('%d as %s', (serial, kind, is1904, text) =>
    expect(serialText(serial, kind, is1904)).toBe(text),
  );

  it.each([
    ['General', 'number'],
    ['Standard', 'number'],
    ['0.00E+00', 'number'],
    ['#,##0.00 "days"', 'number'],
    ['[Red]0.00', 'number'],
    ['m/d/yy', 'date'],
    ['[$-407]d. mmmm yyyy;@', 'date'],
    ['yyyy\\-mm\\-dd hh:mm:ss.000', 'date and time'],
    ['h:mm AM/PM', 'time'],
    ['[h]:mm', 'duration'],
    ['mmm', 'date'],
    ['mm:ss', 'time'],
  ] as const)('under %s is a %s', (format, kind) => expect(serialKind(format)).toBe(kind));
});
