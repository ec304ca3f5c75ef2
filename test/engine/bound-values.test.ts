import { describe, expect, it } from 'vitest';
import { isTooLong, tabled } from '../../src/engine/bound-values.ts';
import { number, text } from '../../src/sql/row-spec.ts';
import { question } from '../../src/sql/question.ts';
import { join, sql } from '../../src/sql/sql.ts';
import { sharedEngine } from '../support/engine.ts';
import { tableNames } from '../support/table-names.ts';

const listOf = (values: readonly string[]) =>
  join(
    values.map((value) => sql`${value}`),
    ', ',
  );

describe('values bound to a statement', () => {
  it('go with it as long as they are few', () => {
    expect(isTooLong(sql`SELECT ${'x'.repeat(7_990)}`)).toBe(false);
    expect(isTooLong(sql`SELECT ${'x'.repeat(8_000)}`)).toBe(true);
  });

  it('are looked up where they are many, each text once, and numbers stay where they are', () => {
    const { text: asked, params } = tabled(sql`SELECT ${'a'}, ${7}, ${'b'}, ${'a'}, ${null}`, 'long');
    expect(asked).toBe("SELECT getvariable('long')[1], ?, getvariable('long')[2], getvariable('long')[1], ?");
    expect(params).toEqual([7, null]);
  });

  it('find what they name among thousands of names', async () => {
    const engine = await sharedEngine();
    const names = Array.from({ length: 1_200 }, (_, index) => `Channel ${index} ${'é'.repeat(20)}`);
    const asked = question(
      sql`SELECT count(*)::DOUBLE AS found FROM (VALUES (${names[1199] ?? ''}), ('Another')) AS t(channel) WHERE channel IN (${listOf(names)})`,
      { found: number },
    );
    expect(await engine.ask(asked)).toEqual([{ found: 1 }]);
  });

  it('come back unharmed, however long, and leave no table and no harm behind', async () => {
    const engine = await sharedEngine();
    const before = await tableNames(engine);
    const long = `it's "long" ? \\ ${'å'.repeat(65_536)}`;
    for (let turn = 0; turn < 20; turn += 1) {
      const copies = Array.from({ length: 12 }, () => sql`SELECT ${long}::TEXT AS value`);
      const asked = question(
        sql`SELECT DISTINCT value, ${turn}::DOUBLE AS turn FROM (${join(copies, ' UNION ALL ')})`,
        { value: text, turn: number },
      );
      expect(await engine.ask(asked)).toEqual([{ value: long, turn }]);
    }
    expect(await tableNames(engine)).toEqual(before);
  });
});
