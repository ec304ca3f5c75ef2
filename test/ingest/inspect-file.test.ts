import { describe, expect, it } from 'vitest';
import { inspectText } from '../support/inspect-text.ts';

const columnsOf = async (text: string) =>
  (await inspectText(text)).columns.map(({ type, values }) => [type, values] as const);

describe('the values of a column', () => {
  it('are ids where a number would lose zeros or digits', async () => {
    const [, zeros, long] = await columnsOf('n,a,b\n1,007,12345678901234567\n2,010,12345678901234568\n');
    expect(zeros).toEqual(['id', ['007', '010']]);
    expect(long).toEqual(['id', ['12345678901234567', '12345678901234568']]);
  });

  it.each([
    ['Ja', 'Nej'],
    ['Sí', 'No'],
    ['Tak', 'Nie'],
    ['Oui', 'Non'],
    ['TRUE', 'false'],
  ])('are yes or no where all cells say so: %s, %s', async (yes, no) => {
    const [, column] = await columnsOf(`n;a\n1;${yes}\n2;${no}\n3;\n`);
    expect(column).toEqual(['boolean', [true, false, null]]);
  });

  it('are numbers with the decimal mark that the whole column shows', async () => {
    const [, comma, point] = await columnsOf('n;a;b\n1;1.234,5;1,234.5\n2;2.000;2,000\n3;-12;(12)\n');
    expect(comma).toEqual(['number', [1234.5, 2000, -12]]);
    expect(point).toEqual(['number', [1234.5, 2000, -12]]);
  });

  it('are asked about where thousands and decimals look alike', async () => {
    const { columns } = await inspectText('n;a\n1;1.234\n2;5.678\n');
    expect(columns[1]?.question).toMatch(/1\.234 separate thousands or decimals\?/);
    expect(columns[1]?.values).toEqual(['1.234', '5.678']);
  });

  it('are dates in the order that the whole column shows', async () => {
    const [, dayFirst, monthFirst] = await columnsOf(
      'n,a,b\n1,03/04/2025,03/04/2025 14:05\n2,27/09/2025,09/27/2025 02:10 PM\n',
    );
    expect(dayFirst).toEqual(['date', ['2025-04-03', '2025-09-27']]);
    expect(monthFirst).toEqual(['datetime', ['2025-03-04T14:05:00', '2025-09-27T14:10:00']]);
  });

  it('are asked about where day and month look alike', async () => {
    const { columns } = await inspectText('n,a\n1,03/04/2025\n2,05/06/2025\n');
    expect(columns[1]?.question).toMatch(/^Is 03\/04\/2025 day first or month first\?/);
    expect(columns[1]?.values).toEqual(['03/04/2025', '05/06/2025']);
  });

  it('stay text where they fit no single type', async () => {
    const [, column] = await columnsOf('n,a\n1,12\n2,twelve\n');
    expect(column).toEqual(['text', ['12', 'twelve']]);
  });
});

describe('what stands below a table', () => {
  it('is not data: a blank line, the name of the report and its copyright', async () => {
    const result = await inspectText(
      'Id,Source,Status\n1,Web,New\n2,Fair,New\n\nLeads this year\n"Copyright (c), all rights reserved"\n',
    );
    expect([result.loaded, result.setAside, result.notData]).toEqual([2, 0, 3]);
  });

  it('is set aside where it follows without a gap: it may be a broken row', async () => {
    const result = await inspectText('Id,Source,Status\n1,Web,New\n2\n');
    expect([result.loaded, result.setAside, result.notData]).toEqual([1, 1, 0]);
  });
});
