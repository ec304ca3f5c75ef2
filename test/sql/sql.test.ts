import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, sql } from '../../src/sql/sql.ts';

describe('a statement', () => {
  it('holds values beside its text, never in it', () => {
    expect(sql`SELECT ${'a'} WHERE x = ${1} AND y IS ${null}`).toEqual({
      text: 'SELECT ? WHERE x = ? AND y IS ?',
      params: ['a', 1, null],
    });
  });

  it('takes up other statements with their values, in order', () => {
    const inner = sql`b = ${2}`;
    expect(sql`SELECT ${1} WHERE ${inner} AND c = ${3}`).toEqual({
      text: 'SELECT ? WHERE b = ? AND c = ?',
      params: [1, 2, 3],
    });
  });

  it('is the same text for any value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sql`x = ${a} OR x IN (${join([sql`${a}`, sql`${b}`], ', ')})`).toEqual({
          text: 'x = ? OR x IN (?, ?)',
          params: [a, a, b],
        });
      }),
      { seed: 111 },
    );
  });

  it('joined of nothing is nothing', () => expect(join([], ' AND ')).toEqual({ text: '', params: [] }));
});
