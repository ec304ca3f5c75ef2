import { describe, expect, it } from 'vitest';
import { question } from '../../src/sql/question.ts';
import { number, text } from '../../src/sql/row-spec.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';
import { sharedEngine } from '../support/engine.ts';

const one = question(sql`SELECT 1::INTEGER AS one`, { one: number });

const added = question(
  sql`SELECT extension_name AS name FROM duckdb_extensions() WHERE loaded OR (installed AND install_mode <> 'STATICALLY_LINKED')
      ORDER BY name`,
  { name: text },
);

const forbidden: readonly (readonly [string, Sql])[] = [
  ['a file of another site', sql`SELECT * FROM read_csv('https://example.com/x.csv')`],
  ['a file of another site by its bare name', sql`SELECT * FROM 'https://example.com/x.csv'`],
  ['a file of this computer', sql`SELECT * FROM read_csv('/etc/hostname')`],
  ['the text of a file of this computer', sql`SELECT * FROM read_text('/etc/hostname')`],
  ['a Parquet file of another site', sql`SELECT * FROM 'https://example.com/x.parquet'`],
  ['writing a file', sql`COPY (SELECT 1) TO 'out.csv'`],
  ['writing to another site', sql`COPY (SELECT 1) TO 'https://example.com/out.csv'`],
  ['loading an extension', sql`LOAD httpfs`],
  ['attaching a database', sql`ATTACH 'other.db'`],
  ['opening the doors again', sql`SET enable_external_access = true`],
  ['fetching extensions again', sql`SET autoinstall_known_extensions = true`],
  ['unlocking the configuration', sql`SET lock_configuration = false`],
];

describe('the engine', () => {
  it.each(forbidden)('refuses %s and answers afterwards', async (_, statement) => {
    const engine = await sharedEngine();
    await expect(engine.run([statement])).rejects.toMatchObject({
      name: 'EngineError',
      statement: statement.text,
    });
    expect(await engine.ask(one)).toEqual([{ one: 1 }]);
  });

  it('has no more extensions after being told to install one', async () => {
    const engine = await sharedEngine();
    const before = await engine.ask(added);
    await engine.run([sql`INSTALL httpfs`]).catch(() => undefined);
    expect(await engine.ask(added)).toEqual(before);
    await expect(engine.run([sql`LOAD httpfs`])).rejects.toMatchObject({ name: 'EngineError' });
    expect(await engine.ask(one)).toEqual([{ one: 1 }]);
  });

  it('refuses a statement it does not understand, with the statement itself', async () => {
    const engine = await sharedEngine();
    await expect(
      engine.ask(question(sql`SELECT nothing FROM nowhere`, { nothing: number })),
    ).rejects.toMatchObject({
      statement: 'SELECT nothing FROM nowhere',
    });
    expect(await engine.ask(one)).toEqual([{ one: 1 }]);
  });

  it('refuses an answer that lacks a declared column', async () => {
    const engine = await sharedEngine();
    const asked = question(sql`SELECT 1::INTEGER AS one`, { two: number });
    await expect(engine.ask(asked)).rejects.toThrow('The answer has no column "two".');
  });

  it('refuses a 64-bit count that JavaScript could not hold exactly', async () => {
    const engine = await sharedEngine();
    const asked = question(sql`SELECT count(*) AS n`, { n: number });
    await expect(engine.ask(asked)).rejects.toThrow('cast it in the statement');
  });

  it('refuses an empty value in a column that is declared without', async () => {
    const engine = await sharedEngine();
    const asked = question(sql`SELECT NULL::DOUBLE AS n`, { n: number });
    await expect(engine.ask(asked)).rejects.toThrow('Column "n" is empty in row 1.');
  });
});
