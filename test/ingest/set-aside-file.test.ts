import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { setAsideColumns } from '../../src/ingest/set-aside-columns.ts';
import { unsafeCell } from '../../src/ingest/write-csv.ts';
import { csv, fileOf, importing, leadHeaders, leadRow, leadsCsv } from '../support/import-texts.ts';
import { importedRows } from '../support/imported-rows.ts';
import { hasTorture, missing, naughtyStrings, readTorture } from '../support/oracle.ts';
import {
  asCsv,
  asJson,
  asJsonLines,
  parquetOf,
  sheetOf,
  workbookOf,
  type TestTable,
} from '../support/table-formats.ts';
import { listOf, rowsWritten } from '../support/written-csv.ts';

const ownHeaders = Object.values(setAsideColumns);
const noDate = (id: string) => csv([leadRow({ Id: id, CreatedDate: 'soon' })]);

const setAsideOf = async (text: string) => {
  const imported = await importing([fileOf('Lead.csv', text)]);
  return rowsWritten(listOf(imported, 'set aside').content);
};

describe('the file of what was set aside', () => {
  it('has the original columns and cells first, then why and where, then the record as it is written', async () => {
    const text = leadsCsv([{ Id: 'a' }]) + noDate('b');
    const from = text.indexOf('"b"');
    expect(await setAsideOf(text)).toEqual([
      [...leadHeaders, ...ownHeaders],
      [
        ...leadRow({ Id: 'b', CreatedDate: 'soon' }),
        'The date cannot be read',
        'DATE_UNREADABLE',
        'CreatedDate',
        'Lead.csv',
        '3',
        `${from} to ${text.length - 1}`,
        noDate('b').trimEnd(),
        '{}',
      ],
    ]);
  });

  it.each([
    ['too few fields', '"b","Web"'],
    ['too many fields', `${csv([leadRow({ Id: 'b' })]).trimEnd()},"more"`],
    [
      'a mark that closes nothing',
      csv([leadRow({ Id: 'b' })])
        .trimEnd()
        .replace('"Web"', '"W"eb"'),
    ],
  ])('fills no column rather than shift one, where a record has %s', async (_, record) => {
    const [, row = []] = await setAsideOf(`${leadsCsv([{ Id: 'a' }])}${record}\n`);
    expect(row.slice(0, leadHeaders.length)).toEqual(leadHeaders.map(() => ''));
    expect(row[leadHeaders.length + ownHeaders.indexOf(setAsideColumns.text)]).toBe(record);
  });

  it('holds every record, however many and however long', async () => {
    const long = 'x'.repeat(70_000);
    const records = Array.from({ length: 1500 }, (_, id) => noDate(`b${id}`)).join('');
    const rows = await setAsideOf(
      leadsCsv([{ Id: 'a' }]) + records + csv([leadRow({ Id: 'last', LeadSource: long, CreatedDate: '' })]),
    );
    expect(rows).toHaveLength(1502);
    expect(rows.at(-1)?.[1]).toBe(long);
    expect(rows[1000]?.[0]).toBe('b999');
  });

  it('is not made for a file that no figure uses, nor for one of no known kind, nor where nothing was set aside', async () => {
    const { downloads } = await importing([
      fileOf('Lead.csv', leadsCsv([{ Id: 'a' }])),
      fileOf(
        'Pricebook.csv',
        csv([
          ['Id', 'Price'],
          ['1', '2'],
        ]),
      ),
      fileOf(
        'Account.csv',
        csv([
          ['Id', 'Name', 'BillingCountry', 'OwnerId'],
          ['1', '2', '3', '4'],
        ]),
      ),
    ]);
    expect(downloads).toEqual([]);
  });

  it('names the file it was made of, without what no file name may hold, and never two alike', async () => {
    const text = leadsCsv([{ Id: 'a' }]) + noDate('b');
    const { downloads } = await importing([
      fileOf('year/Lead.csv', text),
      fileOf('year:Lead.csv', text.replaceAll('"a"', '"c"')),
    ]);
    expect(downloads.map(({ name, file }) => ({ name, file }))).toEqual([
      { name: 'year_Lead.csv set aside.csv', file: 0 },
      { name: 'year_Lead.csv set aside (2).csv', file: 1 },
    ]);
  });
});

describe('the file of what was set aside, dropped again', () => {
  it('sets records aside once more that nobody has corrected, each for the same reason', async () => {
    const broken = [
      '"b","Web"',
      `${csv([leadRow({ Id: 'c' })]).trimEnd()},"more"`,
      csv([leadRow({ Id: 'd' })])
        .trimEnd()
        .replace('"Web"', '"W"eb"'),
      noDate('e').trimEnd(),
    ];
    const text = `${leadsCsv([{ Id: 'a' }])}${broken.join('\n')}\n`;
    const imported = await importing([fileOf('Lead.csv', text)]);
    const list = listOf(imported, 'set aside');
    const again = await importing([
      { name: list.name, content: list.content, stamp: null },
      fileOf('Lead.csv', text),
    ]);
    expect(again.files[0]).toMatchObject({ records: 4, loaded: 0, setAside: 4, table: 'Lead' });
    expect(again.files[0]?.reasons).toEqual(imported.files[0]?.reasons);
    expect(again.files[0]?.examples.map(({ text: written }) => written)).toEqual(broken);
    const second = (await rowsWritten(listOf(again, 'set aside').content)).slice(1);
    const first = (await rowsWritten(list.content)).slice(1);
    const original = (row: readonly string[]) => row.slice(0, leadHeaders.length);
    const written = (row: readonly string[]) => row.at(-2);
    expect(second.map(original)).toEqual(first.map(original));
    expect(second.map(written)).toEqual(broken);
  });

  it('knows a record whose fields do not fit the columns, our own among them, and does not shift it', async () => {
    const imported = await importing([fileOf('Lead.csv', leadsCsv([{ Id: 'a' }]) + noDate('b'))]);
    const [headers = [], row = []] = await rowsWritten(listOf(imported, 'set aside').content);
    const mended = row.map((cell) => (cell === 'soon' ? '2026-03-02 09:00:00' : cell));
    const again = await importing([
      fileOf('Lead.csv', leadsCsv([{ Id: 'a' }])),
      fileOf('b.csv', csv([headers, mended, mended.slice(0, 9), ['more', ...mended]])),
    ]);
    expect(again.files[1]).toMatchObject({
      loaded: 1,
      reasons: { FIELD_COUNT_LOW: 1, FIELD_COUNT_HIGH: 1 },
    });
  });

  const table: TestTable = {
    headers: ['lead_id', 'created_at', 'channel', 'opportunity_date', 'amount'],
    rows: [
      ['L1', '2026-01-02', 'Fair', '2026-02-03', 12.5],
      ['L2', 'soon', 'Web', null, 7],
      [null, '2026-01-04', '=1+1', '2026-02-05', 8.25],
      ['L4', '2026-01-05', "'=quoted", '2026-02-06', 9],
    ],
  };
  const clean: TestTable = {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell, at) => (cell === 'soon' ? '2026-01-03' : at === 0 ? (cell ?? 'L3') : cell)),
    ),
  };
  const json = (value: TestTable) =>
    JSON.stringify(
      value.rows.map((row) => Object.fromEntries(value.headers.map((name, at) => [name, row[at] ?? null]))),
    );

  it.each([
    ['a workbook', 'f.xlsx', async (value: TestTable) => workbookOf({ Sheet1: sheetOf(value) }, 'xlsx')],
    ['a list in JSON', 'f.json', async (value: TestTable) => new TextEncoder().encode(asJson(value))],
    ['lines of JSON', 'f.jsonl', async (value: TestTable) => new TextEncoder().encode(asJsonLines(value))],
    ['a Parquet file', 'f.parquet', async (value: TestTable) => parquetOf(json(value))],
    [
      'UTF-16',
      'f.csv',
      async (value: TestTable) => Uint8Array.from(Buffer.from(`\ufeff${asCsv(value)}`, 'utf16le')),
    ],
  ])('and corrected, ends as the clean file would have: %s', async (_, name, write) => {
    const damaged = fileOf(name, await write(table));
    const list = listOf(await importing([damaged]), 'set aside');
    const rows = (await rowsWritten(list.content)).map((row) =>
      row.map((cell, at) => (cell === 'soon' ? '2026-01-03' : at === 0 && cell === '' ? 'L3' : cell)),
    );
    const together = await importing([damaged, fileOf(list.name, csv(rows))]);
    const alone = await importing([fileOf(name, await write(clean))]);
    const sorted = (imported: typeof alone) =>
      Object.entries(importedRows(imported)).map(([into, found]) => [
        into,
        found.map((row) => JSON.stringify(row)).toSorted(),
      ]);
    expect(together.files[1]).toMatchObject({ records: 2, loaded: 2 });
    expect(sorted(together)).toEqual(sorted(alone));
  });
});

describe.skipIf(!hasTorture)(`hostile cells${missing(hasTorture, 'TORTURE_DIR')}`, () => {
  const utf8 = (text: string): string =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
  const hostile = hasTorture
    ? [
        ...naughtyStrings(),
        ...new TextDecoder().decode(readTorture('csv-injection/csv-payload.txt')).split(/\r?\n/),
      ].map(utf8)
    : [];
  const text =
    leadsCsv([{ Id: 'good' }]) +
    csv(
      hostile.map((value, id) =>
        leadRow({ Id: `x${id}`, LeadSource: value, Segment__c: value, CreatedDate: '' }),
      ),
    );

  it('never begin like a formula in the file of what was set aside', async () => {
    const rows = await setAsideOf(text);
    expect(rows).toHaveLength(hostile.length + 1);
    const isNumber = /^-?\d+(?:[.,]\d+)?$/;
    const begun = rows.flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) && !isNumber.test(cell));
    expect(begun).toEqual([]);
  });

  it('are no formula to a spreadsheet', async () => {
    const imported = await importing([fileOf('Lead.csv', text)]);
    const bytes = new Uint8Array(await listOf(imported, 'set aside').content.arrayBuffer());
    const book = read(bytes, { type: 'array', cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith('!'));
    expect(cells.length).toBeGreaterThan(hostile.length * 8);
    expect(cells.filter(([, cell]) => typeof cell === 'object' && 'f' in cell)).toEqual([]);
  });

  it('come back as they were, once the records are corrected and dropped again', async () => {
    const rows = await setAsideOf(text);
    expect(rows.slice(1).map((row) => unsafeCell(row[1] ?? ''))).toEqual(hostile);
    const mended = rows.map((row, at) =>
      at === 0 ? row : row.map((cell, column) => (column === 4 ? '2026-03-02 09:00:00' : cell)),
    );
    const again = await importing([fileOf('mended.csv', `\ufeff${csv(mended)}`)]);
    expect(again.files[0]).toMatchObject({ records: hostile.length, loaded: hostile.length });
    const clean = await importing([
      fileOf(
        'Lead.csv',
        csv([
          leadHeaders,
          ...hostile.map((value, id) => leadRow({ Id: `x${id}`, LeadSource: value, Segment__c: value })),
        ]),
      ),
    ]);
    expect(importedRows(again)).toEqual(importedRows(clean));
  });
});

describe('the list of cells left empty', () => {
  it('has one row a cell, in the order of the file, with the cell and its record as written', async () => {
    const record = csv([leadRow({ Id: 'a', Status: 'Zwischen' })]);
    const imported = await importing([
      fileOf(
        'Lead.csv',
        leadsCsv([{ Id: 'g' }]) +
          record +
          leadsCsv([{ Id: 'b', Status: '=x' }])
            .split('\n')
            .slice(1)
            .join('\n'),
      ),
    ]);
    const list = listOf(imported, 'cells left empty');
    expect(list.name).toBe('Lead.csv cells left empty.csv');
    expect(await rowsWritten(list.content)).toEqual([
      ['Line', 'Column', 'Cell as written', 'Reason', 'Code', 'Record as written'],
      ['3', 'Status', 'Zwischen', 'A status that no stage is known for', 'STAGE_UNKNOWN', record.trimEnd()],
      [
        '4',
        'Status',
        "'=x",
        'A status that no stage is known for',
        'STAGE_UNKNOWN',
        csv([leadRow({ Id: 'b', Status: '=x' })]).trimEnd(),
      ],
    ]);
    expect(imported.files[0]?.findings).toEqual([
      { reason: 'STAGE_UNKNOWN', column: 'Status', count: 2, example: 'Zwischen', lines: [3, 4] },
    ]);
  });

  it('names the lines of the first thousand and counts all', async () => {
    const leads = Array.from({ length: 1200 }, (_, id) => ({ Id: `a${id}`, Status: 'Zwischen' }));
    const imported = await importing([fileOf('Lead.csv', leadsCsv(leads))]);
    const [finding] = imported.files[0]?.findings ?? [];
    expect(finding?.count).toBe(1200);
    expect(finding?.lines).toEqual(Array.from({ length: 1000 }, (_, at) => at + 2));
    expect(await rowsWritten(listOf(imported, 'cells left empty').content)).toHaveLength(1201);
  });

  it('is taken for no kind of file when it is dropped, so that it adds nothing', async () => {
    const file = fileOf('Lead.csv', leadsCsv([{ Id: 'a', Status: 'Zwischen' }]));
    const list = listOf(await importing([file]), 'cells left empty');
    const { files } = await importing([file, { name: list.name, content: list.content, stamp: null }]);
    expect(files[1]).toMatchObject({ format: 'unknown', loaded: 0, reasons: { FORMAT_UNKNOWN: 1 } });
  });
});
