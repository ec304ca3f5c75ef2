import { describe, expect, it } from 'vitest';
import type { FileLedger } from '../../src/ingest/ledger.ts';
import { csv, fileOf, importing, leadHeaders, leadRow, ledgerOf } from '../support/import-texts.ts';
import { inspectText } from '../support/inspect-text.ts';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text));

const joined = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

const utf16 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    Array.from(text, (_, index) => text.charCodeAt(index)).flatMap((unit) => [unit & 0xff, unit >> 8]),
  );

const header = csv([leadHeaders]);
const lead = (id: string, source = 'Web'): string => csv([leadRow({ Id: id, LeadSource: source })]);

const fates = ({ records, loaded, setAside, reasons }: FileLedger) => [records, loaded, setAside, reasons];

describe('a file that was cut off', () => {
  const rows = Array.from({ length: 40 }, (_, row) => [
    `00Q${row}`,
    row % 3 === 0 ? 'Mässa, "Nord"\nhall 4' : 'Webb',
    'Größe 12 €',
    `${row}`,
  ]);
  const text = csv([['Id', 'Källa', 'Anmärkning', 'Antal'], ...rows]);

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-16', utf16(`\ufeff${text}`)],
  ])(
    'has its last record set aside as cut off, and all others loaded, at every fiftieth of it: %s',
    async (_, bytes) => {
      for (let part = 3; part < 50; part += 1) {
        const size = Math.floor((bytes.length * part) / 50);
        const read = await inspectText(bytes.slice(0, size));
        const whole = read.rows.filter((row) => row.join('|') !== rows[Number(row[3])]?.join('|'));
        expect(whole.length, `${part}`).toBeLessThanOrEqual(1);
        expect(read.loaded + read.setAside, `${part}`).toBe(read.records);
        expect(read.rows.slice(0, -1), `${part}`).toEqual(rows.slice(0, read.rows.length - 1));
        expect(Object.keys(read.reasons), `${part}`).toEqual(read.setAside === 0 ? [] : ['FILE_TRUNCATED']);
      }
    },
  );

  it('in the middle of a letter is still read in its encoding', async () => {
    const bytes = utf8('Id,Source\n1,Mässa\n2,Mäss');
    const read = await inspectText(bytes.slice(0, bytes.length - 3));
    expect([read.source.encoding, read.rows, read.reasons]).toEqual([
      'utf-8',
      [['1', 'Mässa']],
      { FILE_TRUNCATED: 1 },
    ]);
  });

  it('within a cell of several lines loses none of those lines', async () => {
    const found = await ledgerOf([fileOf('Lead.csv', `${header}${lead('a')}"b","one\ntwo\nthree`)]);
    expect(fates(found)).toEqual([4, 1, 3, { FILE_TRUNCATED: 3 }]);
  });

  it('between CR and LF is whole', async () => {
    expect((await inspectText('a,b\r\n1,"x"\r')).rows).toEqual([['1', 'x']]);
    expect((await inspectText('a,b\r\n1,x\r')).rows).toEqual([['1', 'x']]);
  });
});

describe('bytes that are no text', () => {
  it('cost their own records, not the encoding of the others', async () => {
    const bytes = joined('Id,Källa\n1,Mässa\n2,M', [0xe4], 'ssa\n3,Größe\n');
    const read = await inspectText(bytes);
    expect([read.source.encoding, read.rows, read.reasons]).toEqual([
      'utf-8',
      [
        ['1', 'Mässa'],
        ['3', 'Größe'],
      ],
      { ENCODING_INVALID: 1 },
    ]);
  });

  it('behind a byte-order mark of UTF-8 are never taken for a code page', async () => {
    const read = await inspectText(joined('\ufeffId,S\n1,', [0xe4, 0xf6], '\n2,b\n'));
    expect([read.source.encoding, read.rows, read.reasons]).toEqual([
      'utf-8',
      [['2', 'b']],
      { ENCODING_INVALID: 1 },
    ]);
  });

  it('are found in UTF-16 too: half a letter of two halves', async () => {
    const read = await inspectText(utf16('\ufeffId,S\n1,a\ud83d\n2,b\n'));
    expect([read.rows, read.reasons]).toEqual([[['2', 'b']], { ENCODING_INVALID: 1 }]);
  });

  it('are no trouble where most speak for a code page', async () => {
    const read = await inspectText(joined('Id,S\n1,M', [0xe4], 'ssa\n2,Gr', [0xf6], 'n\n'));
    expect([read.source.encoding, read.rows]).toEqual([
      'windows-1252',
      [
        ['1', 'Mässa'],
        ['2', 'Grön'],
      ],
    ]);
  });
});

describe('NUL bytes', () => {
  it('stand in the text of a cell as written, and end nothing', async () => {
    const read = await inspectText('a,b\n1,x\u0000y\n2,\u0000\n3,z\n');
    expect(read.rows).toEqual([
      ['1', 'x\u0000y'],
      ['2', '\u0000'],
      ['3', 'z'],
    ]);
  });

  it('are left out of what is loaded, and counted', async () => {
    const { files, streams } = await importing([
      fileOf('Lead.csv', header + lead('a', 'W\u0000eb') + lead('b', 'W\u0000eb') + lead('c')),
    ]);
    expect(files[0]).toMatchObject({
      loaded: 3,
      findings: [{ reason: 'NUL_BYTE', column: 'LeadSource', count: 2 }],
    });
    const text = streams.map(({ stream }) => new TextDecoder('latin1').decode(stream)).join('');
    expect(text).toContain('Web');
    expect(text).not.toContain('W\u0000eb');
  });

  it('in an id or a date do not cost the record, where the rest of it can be read', async () => {
    const found = await ledgerOf([
      fileOf('Lead.csv', `${header}${lead('a\u0000').replace('2026-03', '2026\u0000-03')}${lead('b')}`),
    ]);
    expect(found).toMatchObject({ loaded: 2, setAside: 0 });
  });

  it('that are all an id is made of leave no id', async () => {
    const found = await ledgerOf([fileOf('Lead.csv', header + lead('\u0000\u0000') + lead('b'))]);
    expect(fates(found)).toEqual([2, 1, 1, { ID_MISSING: 1 }]);
  });
});

describe('line ends', () => {
  it('of all kinds in one file each end a record', async () => {
    const read = await inspectText('a,b\r\n1,x\n2,y\r3,z\r\n4,"u\rv"\r5,w\n6,t');
    expect(read.rows.map((row) => row[0])).toEqual(['1', '2', '3', '4', '5', '6']);
    expect([read.rows[3], read.source.eol]).toEqual([['4', 'u\rv'], 'mixed']);
  });

  it('that are CR are told from LF inside quoted cells', async () => {
    const read = await inspectText('a,b\r1,"x\ny"\r2,z\r');
    expect([read.rows, read.source.eol]).toEqual([
      [
        ['1', 'x\ny'],
        ['2', 'z'],
      ],
      'cr',
    ]);
  });

  it('that are CR stay letters of a cell where LF ends all records', async () => {
    const rows = Array.from({ length: 20 }, (_, row) => `${row},b\n`).join('');
    const read = await inspectText(`a,b\n${rows}20,x\ry\n`);
    expect(read.rows.at(-1)).toEqual(['20', 'x\ry']);
  });

  it('inside quoted cells are no line ends of the file', async () => {
    expect((await inspectText('a,b\r\n1,"x\ny"\r\n')).source.eol).toBe('crlf');
  });
});

describe('files that were joined', () => {
  it('have a byte-order mark and the header in their middle, which are no data', async () => {
    const read = await inspectText('\ufeff"Id","S"\n"1","a"\n\ufeff"Id","S"\n"2","b"\n');
    expect([read.rows, read.notData]).toEqual([
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
      1,
    ]);
  });
});

describe('records beyond measure', () => {
  it('of one cell of fifty megabytes are read', async () => {
    const long = 'x'.repeat(50 << 20);
    const read = await inspectText(`n,v,w\n1,"${long}",a\n2,b,c\n`);
    expect([read.loaded, read.rows[0]?.[1]?.length, read.rows[1]]).toEqual([2, 50 << 20, ['2', 'b', 'c']]);
  });

  it('longer than 64 MiB are set aside, and the next one is read', async () => {
    const long = 'x'.repeat(70 << 20);
    const read = await inspectText(`n,v,w\n1,"${long}",a\n2,b,c\n`);
    expect([read.rows, read.reasons]).toEqual([[['2', 'b', 'c']], { LIMIT_EXCEEDED: 1 }]);
  });

  it('of five thousand columns are read', async () => {
    const names = Array.from({ length: 5000 }, (_, column) => `c${column}`);
    const rows = [1, 2, 3].map((row) => names.map((_, column) => `${row * column}`));
    const read = await inspectText([names, ...rows].map((cells) => cells.join(',')).join('\n'));
    expect([read.header, read.rows]).toEqual([names, rows]);
  });
});

describe('headers', () => {
  it.each([
    [
      'with empty and repeated names',
      'Id,,Source,Source,\n1,2,a,b,3\n4,5,c,d,6\n',
      ['Id', '', 'Source', 'Source', ''],
    ],
    ['with marks in them', '"Date ""A""",n\n2024-01-02,1\n', ['Date "A"', 'n']],
    ['with a mark too many', '"Id,Source,"Note"\n1,a,"b"\n2,c,"d"\n', ['"Id', 'Source', 'Note']],
    ['with an empty name too many', 'Id,,Source,Note\n1,a,b\n2,c,d\n', ['Id', 'Source', 'Note']],
    ['with another delimiter', 'Id,Source,Note,Day\n1;a;"b;c";2\n2;c;d;3\n', ['Id', 'Source', 'Note', 'Day']],
    [
      'of two lines',
      'Lead,Lead,Deal\nId,Source,Value\n1,a,2\n2,b,3\n',
      ['Lead Id', 'Lead Source', 'Deal Value'],
    ],
    [
      'below a title with empty cells behind it',
      'Report,,\n,,\nId,Source,Value\n1,a,2\n',
      ['Id', 'Source', 'Value'],
    ],
  ])('%s are read, and the rows below them', async (_, text, names) => {
    const read = await inspectText(text);
    expect(read.header).toEqual(names);
    expect([read.loaded, read.setAside]).toEqual([read.records - read.notData, 0]);
  });

  it('with fewer names than the rows have cells name no column, and ask', async () => {
    const read = await inspectText('Id,SourceNote,Day\n1,a,b,\n2,c,d,\n');
    expect(read.header).toEqual(['Id', 'SourceNote', 'Day']);
    expect(read.headerQuestion).toMatch(/names 3 columns, but the rows have 4 cells/);
    expect(read.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2', 'column 3', 'column 4']);
    expect(read.loaded).toBe(2);
  });
});
