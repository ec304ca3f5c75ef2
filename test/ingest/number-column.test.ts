import { describe, expect, it } from 'vitest';
import { NumberColumn } from '../../src/ingest/number-column.ts';

const read = (cells: readonly (string | null)[]) => {
  const column = new NumberColumn();
  for (const cell of cells) column.append(cell);
  return column.finish();
};

const valuesOf = (cells: readonly (string | null)[]): readonly (number | null)[] =>
  Array.from(read(cells).values, (value) => (Number.isNaN(value) ? null : value));

describe('a column of numbers', () => {
  it('is read as written where nothing can be mistaken', () => {
    expect(valuesOf(['5', '-3', '12.5', '0.0625', null])).toEqual([5, -3, 12.5, 0.0625, null]);
  });

  it('has decimal commas where one cell of all shows it', () => {
    expect(valuesOf(['1.234', '5,50', '1.234.567,8'])).toEqual([1234, 5.5, 1_234_567.8]);
    expect(read(['1.234', '5,50']).readAs).toBe('number, decimal comma');
  });

  it('has decimal points where one cell of all shows it', () => {
    expect(valuesOf(['1,234', '5.50', '1,234,567.8'])).toEqual([1234, 5.5, 1_234_567.8]);
    expect(read(['1,234', '5.50']).readAs).toBe('number, decimal point');
  });

  it('reads a decimal comma in the last of many cells', () => {
    const many = Array.from({ length: 5000 }, () => '1.234');
    expect(valuesOf([...many, '0,5'])[0]).toBe(1234);
  });

  it.each([
    ['€ 1,234.50', 1234.5],
    ['1 234,50 €', 1234.5],
    ['1\u00a0234,50 SEK', 1234.5],
    ["1'234.50", 1234.5],
    ['USD 12.50', 12.5],
    ['(12.50)', -12.5],
    ['\u221212.50', -12.5],
  ])('reads the amount %s', (cell, value) => expect(valuesOf([cell])).toEqual([value]));

  it.each([
    ['$1,117.10K', 1_117_100],
    ['-$2.5M', -2_500_000],
    ['1.117,10 K €', 1_117_100],
    ['SEK 12.50K', 12_500],
  ])('reads the shortened amount %s', (cell, value) => expect(valuesOf([cell])[0]).toBeCloseTo(value, 6));

  it('tells decimals by the digits of a shortened amount, not by its thousands', () => {
    expect(valuesOf(['$1,117.10K', '1,250'])).toEqual([1_117_100, 1250]);
  });

  it.each(['10K', '14 K', '3M', 'K', '$K'])('takes %s for a code, not for thousands', (cell) =>
    expect(read([cell, '5.5']).problems.get(0)).toBe('NUMBER_UNREADABLE'),
  );

  it.each(['many', '1,2,3', '12-3', '1e5', 'NaN', 'Infinity', '0x10', '--5', '.'])(
    'leaves "%s" empty and says so',
    (cell) => {
      const numbers = read([cell, '5.5']);
      expect(numbers.values[0]).toBeNaN();
      expect([...numbers.problems]).toEqual([[0, 'NUMBER_UNREADABLE']]);
    },
  );

  it('guesses nothing where cells contradict each other: 1,5 beside 2.5 is not 15', () => {
    const numbers = read(['1,5', '2.5']);
    expect(Array.from(numbers.values)).toEqual([Number.NaN, 2.5]);
    expect([...numbers.problems]).toEqual([[0, 'NUMBER_UNREADABLE']]);
  });

  it('reads lakhs', () => expect(valuesOf(['12,34,567.50'])).toEqual([1_234_567.5]));

  it('does not complain of empty cells', () => expect(read([null, '5']).problems.size).toBe(0));
});
