import { describe, expect, it } from 'vitest';
import { findDialect } from '../../src/ingest/csv-dialect.ts';
import { usualDialect } from '../../src/ingest/dialect.ts';

const dialectOf = (text: string) => findDialect(new TextEncoder().encode(text));

describe('the dialect of a file', () => {
  it.each([
    [',', 'Id,Source\n1,Web\n2,Event\n'],
    [';', 'Id;Source;Amount\n1;Web;1,50\n2;Event;2,75\n'],
    ['\t', 'Id\tSource\n1\tWeb, online\n2\tEvent\n'],
    ['|', 'Id|Source\n1|Web\n2|Event\n'],
  ])('has the delimiter %j where it gives rows of one width', (delimiter, text) => {
    expect(dialectOf(text)).toEqual({ ...usualDialect, delimiter });
  });

  it('is not misled by delimiters inside quotation marks', () => {
    expect(dialectOf('"Id","Note"\n"1","a;b;c"\n"2","d;e;f"\n').delimiter).toBe(',');
  });

  it('is not misled by a title above the header', () => {
    expect(dialectOf('Leads of 2026\n\nId;Source;Status\n1;Web;New\n2;Web;New\n').delimiter).toBe(';');
  });

  it('is not misled by more titles above the header than there are records', () => {
    const text = 'Leads\nof the year\nprinted on Monday\n\nId;Source;Status\n1;Web;New\n';
    expect(dialectOf(text).delimiter).toBe(';');
  });

  it('has lines that end with CR alone where no LF occurs', () => {
    expect(dialectOf('Id,Source\r1,Web\r')).toEqual({ ...usualDialect, lineEnd: 'cr' });
  });

  it('has lines that end with LF where both occur', () => {
    expect(dialectOf('Id,Source\r\n1,Web\r\n').lineEnd).toBe('lf');
  });

  it.each(['', 'Id\n1\n2\n', 'one cell'])('of one column is read with commas: %j', (text) => {
    expect(dialectOf(text).delimiter).toBe(',');
  });

  it.each([
    ['apostrophes', "Id,Note\n1,'a, b'\n2,'c, d'\n", { quote: "'" }],
    [
      'a backslash before marks inside',
      'Id,Note\n1,"say \\"hi, you\\""\n2,"plain, text"\n',
      { escape: 'backslash' },
    ],
    ['a space behind each comma', 'Id, Source, Status\n1, Web, New\n2, Event, New\n', { delimiter: ', ' }],
    ['spaces', 'Id Source Status\n1 Web New\n2 Event New\n', { delimiter: ' ' }],
  ])('is found where cells are written with %s', (_, text, difference) => {
    expect(dialectOf(text)).toEqual({ ...usualDialect, ...difference });
  });

  it('takes no apostrophes for marks where one cell alone is made of them', () => {
    expect(dialectOf("Id,Day,Note,n\n1,2026-01-01,'',2\n2,2026-01-02,,3\n3,2026-01-03,,4\n").quote).toBe('"');
  });

  it('keeps decimal commas together in a file with semicolons', () => {
    expect(dialectOf('Id;Amount;Cost\n1;1,50;2,25\n2;2,75;3,10\n').delimiter).toBe(';');
  });
});
