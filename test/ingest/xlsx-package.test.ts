import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readByLibrary, readByScanner } from '../support/sheet-readers.ts';
import { packed, xlsxParts, type XlsxTexts } from '../support/xlsx-text.ts';

const rowsOf = async (texts: XlsxTexts): Promise<readonly (readonly string[])[] | undefined> =>
  (await readByScanner(packed(xlsxParts(texts))))?.[0]?.[1];

const text = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc
    .array(
      fc.constantFrom('&', '<', '>', '"', "'", '&amp;', '&#10;', '\n', '\r\n', '\r', '\t', ' ', '_x000D_'),
      { maxLength: 6 },
    )
    .map((letters) => letters.join('')),
  fc.constantFrom(
    ']]>',
    '<![CDATA[a]]>',
    '<!-- a -->',
    '</t>',
    '</si>',
    '_x005F_',
    '_',
    '\u0001',
    '😀',
    '007',
  ),
);
/** What the library reads twice where a cell holds its text itself. */
const isReadOnce = (value: string): boolean => !/&#?\w+;|_x[\da-f]{4}_|<!\[CDATA\[/i.test(value);

const formats = [
  'General',
  '0.00',
  'm/d/yy',
  'yyyy\\-mm\\-dd hh:mm:ss',
  'h:mm AM/PM',
  '[h]:mm:ss',
  '[$-407]d. mmmm yyyy;@',
  '#,##0.00 "days"',
  'mm:ss',
] as const;
const number = fc.oneof(
  fc.integer({ min: -3, max: 60_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: 0, max: 60_000 * 86_400 }).map((seconds) => seconds / 86_400),
  fc.maxSafeInteger(),
);
const cellOf = (texts: fc.Arbitrary<string>): fc.Arbitrary<CellObject | null> =>
  fc.oneof(
    { weight: 3, arbitrary: texts.map((v): CellObject => ({ t: 's', v })) },
    {
      weight: 3,
      arbitrary: fc.record({ t: fc.constant('n' as const), v: number, z: fc.constantFrom(...formats) }),
    },
    { weight: 1, arbitrary: fc.boolean().map((v): CellObject => ({ t: 'b', v })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(0, 7, 15, 23, 29, 36, 42, 43).map((v): CellObject => ({ t: 'e', v })),
    },
    { weight: 2, arbitrary: fc.constant(null) },
  );
const placed = (texts: fc.Arbitrary<string>) =>
  fc.record({
    r: fc.nat({ max: 12 }),
    c: fc.oneof(fc.nat({ max: 12 }), fc.constantFrom(25, 26, 700, 701, 702)),
    cell: cellOf(texts),
  });
const bookOf = (texts: fc.Arbitrary<string>) =>
  fc.record({
    sheets: fc.array(fc.array(placed(texts), { maxLength: 60 }), { minLength: 1, maxLength: 3 }),
    date1904: fc.boolean(),
  });

type Book = typeof bookOf extends (texts: fc.Arbitrary<string>) => fc.Arbitrary<infer Made> ? Made : never;

const written = ({ sheets, date1904 }: Book, bookSST: boolean): Uint8Array<ArrayBuffer> => {
  const book = utils.book_new();
  for (const [index, cells] of sheets.entries()) {
    const sheet: WorkSheet = { '!ref': 'A1:AAA13' };
    for (const { r, c, cell } of cells) if (cell !== null) sheet[utils.encode_cell({ r, c })] = cell;
    utils.book_append_sheet(book, sheet, `Säle & <${index}>`);
  }
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  const bytes: unknown = write(book, { type: 'array', bookType: 'xlsx', bookSST, compression: true });
  return new Uint8Array(bytes instanceof ArrayBuffer ? bytes : new ArrayBuffer(0));
};

describe('an Excel workbook', () => {
  it('gives the cells that the library gives, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(bookOf(text), async (book) => {
        const bytes = written(book, true);
        expect(await readByScanner(bytes)).toEqual(await readByLibrary(bytes));
      }),
      { seed: 20_260_301, numRuns: 60 },
    );
  });

  it('gives them too where each cell holds its own text', async () => {
    await fc.assert(
      fc.asyncProperty(bookOf(text.filter(isReadOnce)), async (book) => {
        const bytes = written(book, false);
        expect(await readByScanner(bytes)).toEqual(await readByLibrary(bytes));
      }),
      { seed: 20_260_302, numRuns: 60 },
    );
  });

  it('keeps a text that looks like a reference where a cell holds it itself', async () =>
    expect(await rowsOf({ rows: '<row r="1"><c r="A1" t="str"><v>a &amp;lt; b</v></c></row>' })).toEqual([
      ['a &lt; b'],
    ]));

  it('shows numbers under the formats that every workbook has as the library does', async () => {
    const ids = Array.from({ length: 70 }, (_, id) => id);
    const bytes = packed(
      xlsxParts({
        styles: ids.map((id) => `<xf numFmtId="${id}" xfId='0'/>`).join(''),
        rows: ids
          .map((id) => `<row r="${id + 1}"><c s="${id}" r="A${id + 1}"><v>45631.75</v></c></row>`)
          .join(''),
      }),
    );
    const rows = await readByScanner(bytes);
    expect(rows).toEqual(await readByLibrary(bytes));
    expect(new Set(rows?.[0]?.[1].map(([cell]) => cell)).size).toBe(3);
  });
});

/** Sheets written by hand, in ways that programs differ in, with the rows both readers give. */
const cases: readonly (readonly [string, XlsxTexts, readonly (readonly string[])[]])[] = [
  [
    'cells and rows without a place',
    { rows: '<row><c><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row><row><c><v>4</v></c></row>' },
    [
      ['1', '', '', '2', '3'],
      ['4', '', '', '', ''],
    ],
  ],
  [
    'rows out of order',
    { rows: '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>' },
    [['1'], [''], ['3']],
  ],
  [
    'attributes in any order, in single quotes',
    {
      formats: `<numFmt formatCode='yyyy\\-mm\\-dd;@' numFmtId='200'/>`,
      styles: `<xf/><xf fontId='0' numFmtId='200'><alignment/></xf>`,
      rows: `<row spans='1:2' r='1' x:dy='0.25'><c s='1'  t='n' cm="1" r='B1' ><v xml:space='preserve'>45631</v></c></row>`,
    },
    [['', '2024-12-05']],
  ],
  [
    'a letter that ends tags inside of a format',
    {
      formats: '<numFmt numFmtId="164" formatCode="[>9]d/m/yyyy;0"/>',
      styles: '<xf numFmtId="164"/>',
      rows: '<row r="1"><c r="A1" s="0"><v>45631</v></c></row>',
    },
    [['2024-12-05']],
  ],
  [
    'cells and rows that say nothing',
    {
      rows: '<row r="1"/><row r="2"></row>\n<row r="3"> <c r="A3"/> <c r="B3" s="4"><v></v></c><c r="C3" t="s"><v/></c><c r="D3" t="b"><v>1</v></c></row>',
    },
    [[''], [''], ['', '', '', 'TRUE']],
  ],
  [
    'results of formulas and errors',
    {
      rows: '<row r="1"><c r="A1"><f t="shared" si="0">B1&lt;2</f><v>3</v></c><c r="B1" t="str"><f/><v> x </v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="e"><v>#SPILL!</v></c></row>',
    },
    [['3', ' x ', '#N/A', '#ERROR!']],
  ],
  [
    'texts with references, escapes and space',
    {
      shared:
        '<si><t>a&amp;b&lt;&#10;&#x41;</t></si><si><t xml:space="preserve"> _x000D_\r\n_x0041_ </t></si> <si><t/></si>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1"><v>1</v></c></row>',
    },
    [['a&b<\nA', ' \r\nA ', '', '1']],
  ],
  [
    'texts in runs, without how they sound',
    {
      shared:
        '<si><r><rPr><b/><sz val="11"/></rPr><t>Small </t></r><r><t xml:space="preserve">&amp; mid</t></r><rPh sb="0" eb="1"><t>no</t></rPh><phoneticPr fontId="1"/></si><si><t>東</t><rPh sb="0" eb="1"><t>no</t></rPh></si>',
      rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
    },
    [['Small & mid', '東']],
  ],
  [
    'texts inside of the sheet',
    {
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>a &gt; b</t></is></c><c r="B1" t="inlineStr"><is><r><t>c</t></r><r><rPr/><t>d</t></r></is></c><c r="C1" t="inlineStr"/></row>',
    },
    [['a > b', 'cd']],
  ],
  [
    'a cell twice',
    { rows: '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="A1"/></row>' },
    [['2']],
  ],
];

describe('a sheet', () => {
  it.each(cases)('is read with %s', async (_, texts, rows) => {
    const bytes = packed(xlsxParts(texts));
    expect(await readByScanner(bytes)).toEqual([['S', rows]]);
    expect(await readByLibrary(bytes)).toEqual([['S', rows]]);
  });

  it('is read with a shared text that is empty in one tag, and a letter beyond 16 bits by its number', async () =>
    expect(
      await rowsOf({
        shared: '<si/><si><t>&#128512;&#x110000;</t></si>',
        rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>',
      }),
    ).toEqual([['', '😀&#x110000;']]));

  it('is judged at once where a tag is long and says nothing', async () => {
    const long = 'a'.repeat(1 << 18);
    const unread = xlsxParts({ rows: '', formats: `<numFmt ${long}/>` });
    expect(await readByScanner(packed(unread))).toBeNull();
    const unended = '<xf "'.repeat(1 << 14);
    expect(await rowsOf({ rows: '', styles: `<xf ${long}/>${unended}` })).toEqual([]);
  });

  const row = (cell: string): XlsxTexts => ({ rows: `<row r="1">${cell}</row>` });
  it.each<readonly [string, XlsxTexts]>([
    ['a comment', { rows: '<!-- <row/> -->' }],
    ['a comment before its rows', { rows: '', before: '<!-- <sheetData> -->' }],
    ['letters kept as they are', row('<c r="A1" t="str"><v><![CDATA[a]]></v></c>')],
    ['a date as text', row('<c r="A1" t="d"><v>2026-03-01</v></c>')],
    ['a cell of another row', row('<c r="A2"><v>1</v></c>')],
    ['a column beyond the grid', row('<c r="XFE1"><v>1</v></c>')],
    ['a text that is not there', row('<c r="A1" t="s"><v>7</v></c>')],
    ['a number that is none', row('<c r="A1"><v>0x10</v></c>')],
    ['a truth that is none', row('<c r="A1" t="b"/>')],
    ['prefixes', row('<x:c r="A1"><x:v>1</x:v></x:c>')],
    ['a row beyond the grid', { rows: '<row r="1048577"><c><v>1</v></c></row>' }],
    ['a row that never ends', { rows: '<row r="1"><c r="A1"><v>1</v></c>' }],
    ['two plain texts in one', { rows: '', shared: '<si><t>a</t><t>b</t></si>' }],
  ])('is left to the library with %s', async (_, texts) =>
    expect(await readByScanner(packed(xlsxParts(texts)))).toBeNull(),
  );

  it.each<readonly [string, string, string, string]>([
    [
      'the strict form',
      'xl/workbook.xml',
      'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
      'http://purl.oclc.org/ooxml/spreadsheetml/main',
    ],
    ['prefixes', 'xl/worksheets/sheet1.xml', 'xmlns=', 'xmlns:x='],
    [
      'a second name for its elements',
      'xl/worksheets/sheet1.xml',
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
      'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"',
    ],
    ['a chart for a sheet', 'xl/_rels/workbook.xml.rels', 'worksheet"', 'chartsheet"'],
    ['a sheet that is missing', 'xl/_rels/workbook.xml.rels', 'sheet1', 'sheet2'],
    ['a workbook elsewhere', '[Content_Types].xml', '/xl/workbook.xml', '/xl/book.xml'],
  ])('is left to the library in a workbook with %s', async (_, part, from, to) => {
    const parts: Record<string, string> = xlsxParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });
    expect(await readByScanner(packed(parts))).toEqual([['S', [['1']]]]);
    expect(
      await readByScanner(packed({ ...parts, [part]: (parts[part] ?? '').replace(from, to) })),
    ).toBeNull();
  });
});
