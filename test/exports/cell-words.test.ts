import { describe, expect, it } from 'vitest';
import { cellWords } from '../../src/exports/cell-words.ts';
import { exportTable } from '../../src/exports/export-columns.ts';
import type { ColumnKind } from '../../src/exports/review-document.ts';
import { rateOf } from '../../src/metrics/rate-of.ts';

describe('a cell as a person reads it', () => {
  it.each([
    [rateOf(3, 40), 'rate', '7.5% (3 of 40)'],
    [rateOf(1, 4), 'rate', '1 of 4'],
    [null, 'rate', '–'],
    ['Web', 'text', 'Web'],
    [1234, 'people', '1,234'],
    [2.25, 'number', '2.3'],
    [0.125, 'share', '12.5%'],
    [-0.0125, 'points', '−1.3'],
    [123_450, 'money', '€1,235'],
  ] as const)('%j of %s is %s', (cell, kind, words) => expect(cellWords(cell, kind, 'EUR')).toBe(words));

  it('shows no money without a currency', () => expect(cellWords(100, 'money', null)).toBe('–'));
});

describe('a cell as a spreadsheet takes it', () => {
  const flat = (kind: ColumnKind, value: number) =>
    exportTable({ columns: [{ label: 'A', kind }], rows: [[value]], total: null, rowsAre: 'places' }, 'EUR');

  it.each([
    ['points', 0.25, 'A (percentage points)', 25],
    ['money', 150, 'A (EUR)', 1.5],
    ['share', 0.25, 'A', 0.25],
    ['people', 3, 'A', 3],
  ] as const)('says the unit of %s', (kind, value, label, shown) => {
    const { columns, rows } = flat(kind, value);
    expect([columns[0]?.label, rows[0]?.[0]]).toEqual([label, shown]);
  });
});
