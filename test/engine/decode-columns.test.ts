import { describe, expect, it } from 'vitest';
import { question } from '../../src/sql/question.ts';
import { number, text } from '../../src/sql/row-spec.ts';
import { sql } from '../../src/sql/sql.ts';
import { sharedEngine } from '../support/engine.ts';

const rows = { name: text, count: number };

const columns = async (values: string) =>
  (await sharedEngine()).columns(
    question({ ...sql``, text: `SELECT name, count FROM (VALUES ${values}) v(name, count)` }, rows),
  );

describe('an answer as columns', () => {
  it('holds each text once, and each row the code of its own', async () => {
    const { name, count } = await columns(
      `('Web', 1::INTEGER), ('Web', 2), ('Event', 3), ('Web', 4), ('', 5), ('Fest', 6)`,
    );
    expect(name.values).toEqual(['Web', 'Event', '', 'Fest']);
    expect([...name.codes]).toEqual([0, 0, 1, 0, 2, 3]);
    expect([...count]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('keeps texts apart that differ in a leading byte-order mark or the last letter alone', async () => {
    const { name } = await columns(`('\uFEFFWeb', 1::INTEGER), ('Web', 2), ('Wec', 3)`);
    expect(name.values).toEqual(['\uFEFFWeb', 'Web', 'Wec']);
  });

  it('has no rows where nothing is found', async () => {
    const found = await (
      await sharedEngine()
    ).columns(question(sql`SELECT 'a' AS name, 1::INTEGER AS count WHERE false`, rows));
    expect(found).toEqual({
      name: { codes: new Int32Array(), values: [] },
      count: expect.objectContaining({ length: 0 }) as unknown,
    });
  });

  it('reads numbers with a fraction, and small whole ones', async () => {
    expect([...(await columns(`('a', 1.5::DOUBLE), ('b', -2)`)).count]).toEqual([1.5, -2]);
    expect([...(await columns(`('a', 7::TINYINT), ('b', -2)`)).count]).toEqual([7, -2]);
  });

  it('is the same over many chunks of an answer', async () => {
    const engine = await sharedEngine();
    const asked = question(
      sql`SELECT 'g' || (i // 3000) AS name, i::INTEGER AS count FROM range(10000) r(i) ORDER BY i`,
      rows,
    );
    const { name, count } = await engine.columns(asked);
    const plain = await engine.ask(asked);
    expect(Array.from(name.codes, (code) => name.values[code])).toEqual(plain.map((row) => row.name));
    expect([...count]).toEqual(plain.map((row) => row.count));
  });

  it('refuses an empty cell', async () => {
    await expect(columns(`('a', 1::INTEGER), (NULL, 2)`)).rejects.toThrow('Column "name" has empty cells.');
    await expect(columns(`('a', 1::INTEGER), ('b', NULL)`)).rejects.toThrow(
      'Column "count" has empty cells.',
    );
  });

  it('refuses a whole number of 64 bits', async () => {
    await expect(columns(`('a', 1::BIGINT)`)).rejects.toThrow('cast it in the statement');
  });
});
