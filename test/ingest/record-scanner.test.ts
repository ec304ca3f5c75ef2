import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDialect } from '../../src/ingest/csv-dialect.ts';
import type { ReadRecord } from '../../src/ingest/read-record.ts';
import { readRecords } from '../../src/ingest/read-records.ts';
import { usualDialect, type Dialect } from '../../src/ingest/dialect.ts';
import { recordCutter } from '../../src/ingest/record-scanner.ts';
import { splitRecords } from '../../src/ingest/split-records.ts';
import { hasTorture, missing, readTorture, tortureDir } from '../support/oracle.ts';

const commas = usualDialect;

const nextRecord = (bytes: Uint8Array, start: number, dialect: Dialect, isLast: boolean) =>
  recordCutter(dialect)(bytes, start, isLast);

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const read = async (
  text: string | Uint8Array<ArrayBuffer>,
  dialect: Dialect,
  width = 0,
): Promise<readonly ReadRecord[]> => {
  const records: ReadRecord[] = [];
  await readRecords(
    { name: 'table.csv', file: new Blob([text]), encoding: 'utf-8', dialect, width, isBroken: false },
    (record) => records.push(record),
    () => undefined,
    new AbortController().signal,
  );
  return records;
};

const cellsOf = async (text: string, dialect = commas, width = 0) =>
  (await read(text, dialect, width)).map(({ cells }) => cells);

/** How many records the scanner alone counts. */
const counted = (bytes: Uint8Array, dialect: Dialect): number => {
  let count = 0;
  for (let at = 0; at < bytes.length; count += 1)
    at = nextRecord(bytes, at, dialect, true)?.next ?? bytes.length;
  return count;
};

describe.skipIf(!hasTorture)(`csv-spectrum${missing(hasTorture, 'TORTURE_DIR')}`, () => {
  const names = hasTorture ? readdirSync(join(tortureDir, 'csv-spectrum/csvs')) : [];

  it('has twelve files', () => expect(names).toHaveLength(12));

  /** The JSON of this file was given another number than its CSV, so that column is compared with the CSV's own. */
  const corrected: Readonly<Record<string, readonly [string, string]>> = {
    'location_coordinates.csv': ['1234567890', '2095257564'],
  };

  it.each(names)('%s gives the rows of its JSON', async (name) => {
    const bytes = readTorture(`csv-spectrum/csvs/${name}`);
    const records = await read(bytes, findDialect(bytes));
    const [headers = [], ...rows] = records.map(({ cells }) => cells ?? []);
    const [wrong, right] = corrected[name] ?? ['', ''];
    const json: unknown = JSON.parse(
      new TextDecoder()
        .decode(readTorture(`csv-spectrum/json/${name.replace('.csv', '.json')}`))
        .replace(wrong, right),
    );
    expect(
      rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index]]))),
    ).toEqual([json].flat());
  });
});

describe('records', () => {
  it.each([
    ['LF', 'a,b\nc,d\n', commas],
    ['CRLF', 'a,b\r\nc,d\r\n', commas],
    ['CR', 'a,b\rc,d\r', { ...usualDialect, delimiter: ',', lineEnd: 'cr' }],
    ['no end on the last line', 'a,b\nc,d', commas],
    ['LF and CRLF by turns', 'a,b\r\nc,d\n', commas],
    ['CRLF after LF', 'a,b\nc,d\r\n', commas],
  ] as const)('end at line ends of any kind: %s', async (_, text, dialect) => {
    expect(await cellsOf(text, dialect)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('do not end inside quotation marks', async () => {
    expect(await cellsOf('"a\nb",c\r\n"d\r\ne",f\r\n')).toEqual([
      ['a\nb', 'c'],
      ['d\r\ne', 'f'],
    ]);
  });

  it('keep delimiters and doubled marks inside quotation marks', async () => {
    expect(await cellsOf('"a,b","say ""hi"""\n')).toEqual([['a,b', 'say "hi"']]);
  });

  it('take a mark inside an unquoted cell as a letter', async () => {
    expect(await cellsOf('6" pipe,b\nc,d\n')).toEqual([
      ['6" pipe', 'b'],
      ['c', 'd'],
    ]);
  });

  it('allow spaces between a closing mark and what follows', async () => {
    expect(await cellsOf('"a" ,"b" \n"c","d"  ')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('of empty lines are kept, for the ledger to name them', async () => {
    expect(await cellsOf('\n\na,b\n\n')).toEqual([[''], [''], ['a', 'b'], ['']]);
  });

  it('keep NUL bytes inside their cell', async () => {
    expect(await cellsOf('a\u0000b,c\nd,e\n')).toEqual([
      ['a\u0000b', 'c'],
      ['d', 'e'],
    ]);
  });

  it('are none in an empty file', async () => expect(await cellsOf('')).toEqual([]));

  it('say on which line and at which bytes they stand', async () => {
    const records = await read('a,"b\nc"\n"é",f\ng,h', commas);
    expect(records.map(({ line, from, to }) => [line, from, to])).toEqual([
      [1, 0, 7],
      [3, 8, 14],
      [4, 15, 18],
    ]);
  });
});

describe('cells of several lines', () => {
  it('may be prose with as many commas as the table has', async () => {
    const note = 'We met Ann, Bo and Cy\nthey liked it, all of it, a lot';
    expect(await cellsOf(`id,note,by\n1,"${note}",x\n2,b,y\n`, commas, 3)).toContainEqual(['1', note, 'x']);
  });

  it('are none where two lost marks met: the rows between are read', async () => {
    const rows = await cellsOf('id,n,by\n1,"a,x\n2,b,y\n3,c,z\n4,d",w\n5,e,v\n', commas, 3);
    expect(rows).toEqual([
      ['id', 'n', 'by'],
      null,
      ['2', 'b', 'y'],
      ['3', 'c', 'z'],
      ['4', 'd"', 'w'],
      ['5', 'e', 'v'],
    ]);
  });

  it('do not begin in a cell that lost its delimiter', async () => {
    const records = await read('id,n,by\n1,aa"b, c",d\n', commas);
    expect(records.map(({ trouble }) => trouble)).toEqual(['none', 'QUOTE_STRAY']);
  });
});

describe('damaged quotation marks', () => {
  it('spoil one line where a mark stands inside a quoted cell', async () => {
    const records = await read('a,b\n"c"d",e\nf,g\n', commas);
    expect(records.map(({ cells, trouble }) => [cells, trouble])).toEqual([
      [['a', 'b'], 'none'],
      [null, 'QUOTE_STRAY'],
      [['f', 'g'], 'none'],
    ]);
  });

  it('spoil one line where a mark is never closed, not the rest of the file', async () => {
    const records = await read('a,b\n"c,d\ne,f\ng,h\n', commas);
    expect(records.map(({ cells, trouble }) => [cells, trouble])).toEqual([
      [['a', 'b'], 'none'],
      [null, 'QUOTE_UNCLOSED'],
      [['e', 'f'], 'none'],
      [['g', 'h'], 'none'],
    ]);
  });

  it('spoil the last line where that one is never closed', async () => {
    const records = await read('a,b\n"c,d', commas);
    expect(records.map(({ trouble }) => trouble)).toEqual(['none', 'QUOTE_UNCLOSED']);
  });

  it('count lines on as if nothing had happened', async () => {
    const records = await read('a,b\r\n"c,d\r\ne,f\r\n', commas);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe('any table in any dialect', () => {
  const delimiter = fc.constantFrom(',', ';', '\t', '|');
  const piece = fc.constantFrom(
    'a',
    'é',
    '€',
    '"',
    '""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r\n',
    ' ',
    '0',
    '😀',
    '\u0000',
  );
  const cell = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );

  interface Writing {
    readonly delimiter: Dialect['delimiter'];
    readonly ends: readonly string[];
    readonly always: boolean;
    readonly open: boolean;
  }

  const writing: fc.Arbitrary<Writing> = fc.record({
    delimiter,
    ends: fc.oneof(
      fc.constant(['\n']),
      fc.constant(['\r\n']),
      fc.array(fc.constantFrom('\n', '\r\n'), { minLength: 12, maxLength: 12 }),
    ),
    always: fc.boolean(),
    open: fc.boolean(),
  });

  const write = (rows: readonly (readonly string[])[], style: Writing): string => {
    const cellText = (value: string): string =>
      style.always || /["\r\n]/.test(value) || value.includes(style.delimiter)
        ? `"${value.replaceAll('"', '""')}"`
        : value;
    const lines = rows.map((row, index) => {
      const end = style.ends[index % style.ends.length] ?? '\n';
      return row.map(cellText).join(style.delimiter) + (style.open && index === rows.length - 1 ? '' : end);
    });
    return lines.join('');
  };

  it('is read back cell by cell', async () => {
    await fc.assert(
      fc.asyncProperty(table, writing, async (rows, style) => {
        const dialect: Dialect = { ...usualDialect, delimiter: style.delimiter };
        const records = await read(write(rows, style), dialect);
        expect(records.map(({ cells }) => cells)).toEqual(rows);
      }),
      { seed: 61, numRuns: 400 },
    );
  });

  it('has as many records by its bytes as the parser makes rows of it', () => {
    fc.assert(
      fc.property(table, writing, (rows, style) => {
        const text = write(rows, { ...style, ends: ['\n'], open: false });
        const dialect: Dialect = { ...usualDialect, delimiter: style.delimiter };
        expect(counted(bytesOf(text), dialect)).toBe(splitRecords(text.slice(0, -1), dialect, '\n').length);
      }),
      { seed: 62, numRuns: 400 },
    );
  });

  it('gives the same records whether it comes whole or ends in the middle of a piece', () => {
    fc.assert(
      fc.property(table, writing, fc.nat(200), (rows, style, cut) => {
        const bytes = bytesOf(write(rows, style));
        const dialect: Dialect = { ...usualDialect, delimiter: style.delimiter };
        const whole = nextRecord(bytes, 0, dialect, true);
        const part = nextRecord(bytes.subarray(0, cut), 0, dialect, false);
        expect([null, whole]).toContainEqual(part);
      }),
      { seed: 63, numRuns: 600 },
    );
  });

  it('keeps its identity on random bytes: every byte belongs to one record', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(34, 44, 10, 13, 97, 32), { maxLength: 60 }), (numbers) => {
        const bytes = Uint8Array.from(numbers);
        for (let at = 0; at < bytes.length;) {
          const record = nextRecord(bytes, at, commas, true);
          expect(record?.start).toBe(at);
          expect(record?.next).toBeGreaterThan(at);
          expect(record?.end).toBeLessThanOrEqual(record?.next ?? -1);
          at = record?.next ?? bytes.length;
        }
      }),
      { seed: 64, numRuns: 600 },
    );
  });

  it('is never read with two different counts, however damaged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('"', ',', '\n', '\r\n', '\r', 'a', ' '), { maxLength: 40 }),
        async (pieces) => {
          const text = pieces.join('');
          const records = await read(text, commas);
          expect(records).toHaveLength(counted(bytesOf(text), commas));
        },
      ),
      { seed: 65, numRuns: 1500 },
    );
  });
});
