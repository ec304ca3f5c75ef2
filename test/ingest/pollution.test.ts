import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/ingest/inspect-file.ts';
import { inspectText } from '../support/inspect-text.ts';

const header = ['DATE', 'TIME', 'Qty', 'PRODUCTID', 'Price', 'Type', 'Description', 'URL', 'Comments'];

const rowOf = (index: number): readonly string[] => [
  `${String((index % 28) + 1).padStart(2, '0')}/${String((index % 12) + 1).padStart(2, '0')}/2018`,
  `${String(8 + (index % 10)).padStart(2, '0')}:${String((index * 7) % 60).padStart(2, '0')}`,
  String((index * 13) % 90),
  `P_${1000 + index}`,
  `${index % 40}.${10 + (index % 80)}`,
  ['Candy', 'Tool', 'Paper'][index % 3] ?? '',
  index % 4 === 0 ? 'sugar, gelatine, colour' : 'plain goods',
  `https://example.com/goods/${index}?a=1`,
  index % 5 === 0 ? 'said "fresh" twice' : index % 7 === 0 ? 'two\nlines' : '',
];

const rows = Array.from({ length: 80 }, (_, index) => rowOf(index));

interface Style {
  readonly delimiter: string;
  readonly quote: string;
  readonly escape: string;
  readonly end: string;
}

const plain: Style = { delimiter: ',', quote: '"', escape: '"', end: '\r\n' };

const written = (cell: string, { delimiter, quote, escape }: Style): string =>
  cell.includes(delimiter.trim() || ' ') || cell.includes(quote) || cell.includes(' ') || /[\n\r,]/.test(cell)
    ? quote + cell.replaceAll(quote, escape + quote) + quote
    : cell;

const lineOf = (cells: readonly string[], style: Style): string =>
  cells.map((cell) => written(cell, style)).join(style.delimiter);

const fileOf = (style: Style = plain, lines: readonly (readonly string[])[] = [header, ...rows]): string =>
  lines.map((cells) => lineOf(cells, style) + style.end).join('');

const linesOf = (): string[] => [header, ...rows].map((cells) => lineOf(cells, plain));

const joined = (lines: readonly string[]): string => lines.map((line) => line + plain.end).join('');

describe('a file in another dialect is read cell by cell as it was written', () => {
  it.each<readonly [string, Partial<Style>]>([
    ['semicolons', { delimiter: ';' }],
    ['tabs', { delimiter: '\t' }],
    ['vertical bars', { delimiter: '|' }],
    ['a comma and a space', { delimiter: ', ' }],
    ['spaces', { delimiter: ' ' }],
    ['apostrophes as marks', { quote: "'", escape: "'" }],
    ['a backslash before marks', { escape: '\\' }],
    ['lines that end with LF', { end: '\n' }],
  ])('%s', async (_, difference) => {
    const result = await inspectText(fileOf({ ...plain, ...difference }));
    expect(result.header).toEqual(header);
    expect(result.rows).toEqual(rows);
    expect(result.setAside).toBe(0);
  });

  it('lines that end with CR', async () => {
    const flat = rows.map((cells) => cells.map((cell) => cell.replace('\n', ' ')));
    const result = await inspectText(fileOf({ ...plain, end: '\r' }, [header, ...flat]));
    expect(result.rows).toEqual(flat);
  });

  it('without a line end at the end', async () => {
    expect((await inspectText(fileOf().trimEnd())).rows).toEqual(rows);
  });

  it('without a header', async () => {
    const result = await inspectText(fileOf(plain, rows));
    expect([result.header, result.rows]).toEqual([[], rows]);
  });

  it('with a header alone', async () => {
    const result = await inspectText(fileOf(plain, [header]));
    expect([result.header, result.records]).toEqual([header, 0]);
  });

  it('with one row alone', async () => {
    expect((await inspectText(fileOf(plain, [header, rowOf(3)]))).rows).toEqual([rowOf(3)]);
  });

  it('with lines above the header, which are not data', async () => {
    const result = await inspectText(`Goods of the year\r\nprinted on Monday\r\n\r\n${fileOf()}`);
    expect([result.header, result.rows.length, result.notData]).toEqual([header, rows.length, 3]);
  });

  it('with blank lines at the end, which are not data', async () => {
    const result = await inspectText(`${fileOf()}\r\n\r\n`);
    expect([result.rows.length, result.notData]).toEqual([rows.length, 2]);
  });
});

const positions = rows
  .flatMap((_, row) => header.map((__, column) => [row, column] as const))
  .filter((_, index) => index % 13 === 0);

describe('damage to one row never reaches another', () => {
  const expectOthers = (
    { rows: read, records, loaded, setAside, notData }: Inspection,
    row: number,
    what: string,
  ): void => {
    expect(records, what).toBe(loaded + setAside + notData);
    const others = rows.filter((_, index) => index !== row).map((cells) => cells.join('\u0001'));
    const got = read.map((cells) => cells.join('\u0001'));
    expect(
      got.filter((cells) => !others.includes(cells)),
      what,
    ).toEqual([]);
    expect(
      others.filter((cells) => !got.includes(cells)),
      what,
    ).toEqual([]);
  };

  it('by a delimiter too many', async () => {
    for (const [row, column] of positions) {
      const lines = linesOf();
      const cells = rowOf(row).map((cell) => written(cell, plain));
      lines[row + 1] = [...cells.slice(0, column), '', ...cells.slice(column)].join(',');
      expectOthers(await inspectText(joined(lines)), row, `row ${row}, column ${column}`);
    }
  });

  it('by a delimiter too few', async () => {
    for (const [row, column] of positions.filter(([, at]) => at < header.length - 1)) {
      const lines = linesOf();
      const cells = rowOf(row).map((cell) => written(cell, plain));
      lines[row + 1] = [
        ...cells.slice(0, column),
        `${cells[column] ?? ''}${cells[column + 1] ?? ''}`,
        ...cells.slice(column + 2),
      ].join(',');
      expectOthers(await inspectText(joined(lines)), row, `row ${row}, column ${column}`);
    }
  });

  it.each(['before', 'behind', 'both'])('by a quotation mark too many %s a cell', async (where) => {
    for (const [row, column] of positions.filter(([at]) => !(rowOf(at)[8] ?? '').includes('\n'))) {
      const lines = linesOf();
      const cells = rowOf(row).map((cell) => written(cell, plain));
      const cell = cells[column] ?? '';
      cells[column] = `${where === 'behind' ? '' : '"'}${cell}${where === 'before' ? '' : '"'}`;
      lines[row + 1] = cells.join(',');
      const result = await inspectText(joined(lines));
      const isHarmless = result.rows.length === rows.length;
      if (!isHarmless) expectOthers(result, row, `row ${row}, column ${column}`);
      expect(result.rows.length).toBeGreaterThanOrEqual(rows.length - 1);
    }
  });

  it('by another delimiter', async () => {
    for (const [row] of positions) {
      const lines = linesOf();
      lines[row + 1] = lineOf(
        rowOf(row).map((cell) => cell.replace('\n', ' ')),
        { ...plain, delimiter: ';' },
      );
      expectOthers(await inspectText(joined(lines)), row, `row ${row}`);
    }
  });

  it('by a second table below, whose rows are set aside', async () => {
    const other = ['Name;Age', 'Ann;31', 'Bo;45'].map((line) => line.replace(';', ','));
    const result = await inspectText(joined([...linesOf(), '', ...other]));
    expect([result.rows.length, result.setAside, result.notData]).toEqual([rows.length, 3, 1]);
  });

  it('by a repeated header, which is not data', async () => {
    const result = await inspectText(joined([...linesOf(), lineOf(header, plain), lineOf(rowOf(1), plain)]));
    expect([result.rows.length, result.notData]).toEqual([rows.length + 1, 1]);
  });
});
