import { beforeAll, describe, expect, it } from 'vitest';
import { askConsole, ConsoleError, consoleTables } from '../../src/engine/console.ts';
import { EngineError } from '../../src/engine/query-engine.ts';
import {
  consoleRows,
  consoleStatement,
  describeStatement,
  rowsStatement,
} from '../../src/sql/console/console-statement.ts';
import { sharedEngine } from '../support/engine.ts';
import { buildFrom, tablesOf } from '../support/leak-data.ts';
import { tableNames } from '../support/table-names.ts';

const refusal = (typed: string): string | null => {
  const statement = consoleStatement(typed);
  return statement.isAllowed ? null : statement.reason;
};

describe('a statement that was typed', () => {
  it('may read, in any case and behind a comment', () => {
    for (const typed of [
      'SELECT 1',
      '  from journey',
      'With a AS (SELECT 1) SELECT * FROM a;',
      '-- how many?\nselect count(*) from lead',
      '/* ; */ SELECT \';\' AS "a;b", $$;$$, $q$ ; $q$ -- ;',
      'SELECT 1;;  ',
    ])
      expect(refusal(typed)).toBeNull();
  });

  it('is one, and reads', () => {
    expect(refusal('SELECT 1; SELECT 2')).toMatch(/^Only one statement/);
    for (const typed of [
      'DROP TABLE lead',
      'CREATE TABLE a AS SELECT 1',
      'SET x = 1',
      'selected',
      '(SELECT 1)',
    ])
      expect(refusal(typed)).toMatch(/^Only statements that read/);
    for (const typed of ['', '  ', '-- SELECT 1', '/* SELECT 1'])
      expect(refusal(typed)).toMatch(/no statement/);
  });

  it('closes its brackets, so that it cannot end what it is put into', () => {
    for (const typed of ['SELECT 1) AS a, (SELECT 2', 'SELECT (1', 'SELECT 1)'])
      expect(refusal(typed)).toBe('The brackets do not match.');
    expect(refusal('SELECT \'(\' , ")"')).toBeNull();
  });

  it('is read as the engine reads it, where a quote or a comment ends', () => {
    const drop = ')); DROP TABLE lead; --';
    for (const typed of [
      `SELECT E'\\'' ${drop}'`,
      `SELECT 1 /* /* */ ' */ ${drop}'`,
      `SELECT 1 AS a$$ ${drop}$$`,
      `SELECT $é$ ' $é$ ${drop}'`,
      `SELECT 1 --\r${drop}`,
    ])
      expect(refusal(typed)).toMatch(/^Only one statement/);
    expect(refusal("SELECT DATE'2026-03-01', E'it\\'s; ('")).toBeNull();
  });

  it('loses its semicolon alone', () => {
    const statement = consoleStatement("SELECT ';' -- ;\n;");
    expect(statement).toEqual({ isAllowed: true, text: "SELECT ';' -- ;\n" });
  });
});

describe('the console', () => {
  const ask = async (typed: string) => {
    const { columns, rows, isCut } = await askConsole(await sharedEngine(), typed);
    expect(rows.map(({ place }) => place)).toEqual([...rows.keys()]);
    return { columns, rows: rows.map(({ values }) => values), isCut };
  };

  beforeAll(() =>
    buildFrom(
      tablesOf({
        one: ['2026-03-01', ['mql', '2026-03-02'], ['opportunity', '2026-04-01', 'won', '2026-05-01', 7000]],
        two: ['2026-03-05', ['mql', '2026-03-31']],
      }),
    ),
  );

  it('gives columns with their types and values as texts, no value as null', async () =>
    expect(
      await ask(
        "SELECT count(*) AS n, DATE '2026-03-01' AS day, NULL AS none, [1, 2] AS list FROM lead -- all",
      ),
    ).toEqual({
      columns: [
        { name: 'n', type: 'BIGINT' },
        { name: 'day', type: 'DATE' },
        { name: 'none', type: 'INTEGER' },
        { name: 'list', type: 'INTEGER[]' },
      ],
      rows: [['2', '2026-03-01', null, '[1, 2]']],
      isCut: false,
    }));

  it('keeps columns of one name apart, and the order that was asked for', async () => {
    const { columns, rows } = await ask('SELECT lead_id, lead_id FROM lead ORDER BY lead_id DESC');
    expect(new Set(columns.map(({ name }) => name)).size).toBe(2);
    expect(rows).toEqual([
      ['two', 'two'],
      ['one', 'one'],
    ]);
  });

  it('takes a statement that begins with FROM or WITH', async () => {
    expect((await ask('FROM journey')).rows.length).toBe(2);
    expect((await ask('WITH a AS (SELECT 7 AS x) SELECT x FROM a;')).rows).toEqual([['7']]);
  });

  it('cuts a long answer and says so', async () => {
    const { rows, isCut } = await ask(`SELECT * FROM range(${consoleRows + 1})`);
    expect([rows.length, isCut]).toEqual([consoleRows, true]);
    expect((await ask(`SELECT * FROM range(${consoleRows})`)).isCut).toBe(false);
  });

  it('writes nothing, whatever is tried', async () => {
    const engine = await sharedEngine();
    const before = await tableNames(engine);
    for (const typed of [
      'WITH a AS (SELECT 1) INSERT INTO definition SELECT * FROM a',
      'WITH a AS (SELECT 1) DELETE FROM lead',
      'FROM lead; DROP TABLE lead',
      'SELECT * FROM (DROP TABLE lead)',
      "SELECT * FROM query('DROP TABLE lead')",
      "SELECT * FROM read_csv('https://example.com/a.csv')",
      "FROM 'a.parquet'",
    ])
      await expect(ask(typed)).rejects.toThrow(ConsoleError);
    expect(await tableNames(engine)).toEqual(before);
    expect((await ask('SELECT count(*) FROM lead')).rows).toEqual([['2']]);
  });

  it('runs no second statement, even where the first is not looked at', async () => {
    const engine = await sharedEngine();
    for (const statement of [describeStatement, rowsStatement])
      for (const typed of ['SELECT 1) AS a; DROP TABLE lead; --', 'SELECT 1)) AS a; DROP TABLE lead; --'])
        await expect(engine.run([statement(typed)])).rejects.toThrow(EngineError);
    expect((await ask('SELECT count(*) FROM lead')).rows).toEqual([['2']]);
  });

  it('says in words what is wrong, with the words of the engine behind', async () => {
    await expect(ask('SELECT wrong FROM lead')).rejects.toThrow(/^A column is not there.* \(Binder Error/);
    await expect(ask('SELECT * FROM nothing')).rejects.toThrow(/^There is no such table.* \(Catalog Error/);
    await expect(ask('SELECT FROM WHERE')).rejects.toThrow(/^The statement is not written.* \(Parser Error/);
    await expect(ask("SELECT 'a'::INTEGER")).rejects.toThrow(/^A value cannot be read/);
  });

  it('names the tables there are, those of the files first', async () => {
    const tables = await consoleTables(await sharedEngine());
    expect(tables[0]?.name).toBe('lead');
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(['opportunity', 'journey', 'opp']));
    expect(tables.find(({ name }) => name === 'journey')?.columns).toContainEqual({
      name: 'anchor_date',
      type: 'DATE',
    });
  });
});
