import { describe, expect, it } from 'vitest';
import {
  addByDay,
  byPeriod,
  packFacet,
  partOf,
  spanOf,
  totalOf,
  upTo,
  withCount,
} from '../../../src/metrics/cube/facet.ts';

const everything = { rows: null, columns: null, from: -Infinity, to: Infinity };

/** Two groups: Web on days 1, 2, 4 with 10, 20, 40; Event on days 2 and 3 with 200 and 300. */
const facet = packFacet(
  {
    row_group: { codes: Int32Array.of(0, 0, 0, 1, 1), values: ['Web', 'Event'] },
    column_group: { codes: Int32Array.of(0, 0, 0, 0, 0), values: ['Small'] },
    day: Int32Array.of(1, 2, 4, 2, 3),
    count: Float64Array.of(10, 20, 40, 200, 300),
    half: Int32Array.of(5, 10, 20, 100, 150),
  },
  ['count', 'half'],
);

const daily = (first: number, length: number, sign: 1 | -1 = 1): number[] => {
  const into = new Float64Array(length);
  addByDay(facet, 'count', first, into, sign);
  return [...into];
};

describe('a facet', () => {
  it('has one cell for each pair of groups', () => {
    expect(facet.cells).toEqual([
      { row: 'Web', column: 'Small', start: 0, end: 3 },
      { row: 'Event', column: 'Small', start: 3, end: 5 },
    ]);
  });

  it('starts a new cell where the second group alone changes', () => {
    const { cells } = packFacet(
      {
        row_group: { codes: Int32Array.of(0, 0), values: ['Web'] },
        column_group: { codes: Int32Array.of(0, 1), values: ['Small', 'Large'] },
        day: Int32Array.of(1, 1),
      },
      [],
    );
    expect(cells.map(({ column }) => column)).toEqual(['Small', 'Large']);
  });

  it('adds up to all of its counts', () => expect(totalOf(facet, 'count')).toBe(570));

  it('of nothing has no cell, no span and a total of 0', () => {
    const empty = packFacet(
      {
        row_group: { codes: new Int32Array(), values: [] },
        column_group: { codes: new Int32Array(), values: [] },
        day: new Int32Array(),
        count: new Int32Array(),
      },
      ['count'],
    );
    expect([empty.cells, spanOf(empty), totalOf(empty, 'count')]).toEqual([[], null, 0]);
  });

  it('spans from its first to its last day, over all cells', () => {
    expect(spanOf(facet)).toEqual({ first: 1, last: 4 });
    expect(spanOf(partOf(facet, { ...everything, rows: new Set(['Event']) }))).toEqual({ first: 2, last: 3 });
  });

  it('can hold a count made of others', () => {
    expect(totalOf(withCount(facet, 'other', { count: 1, half: -1 }), 'other')).toBe(285);
  });
});

describe('a part of a facet', () => {
  it.each([
    ['both days included', 2, 3, 520],
    ['a day that some groups lack', 3, 3, 300],
    ['from the day after the last', 5, 9, 0],
    ['to the day before the first', -9, 0, 0],
    ['one day', 4, 4, 40],
  ])('by days: %s', (_, from, to, total) => {
    expect(totalOf(partOf(facet, { ...everything, from, to }), 'count')).toBe(total);
  });

  it('by groups of the first field', () => {
    expect(totalOf(partOf(facet, { ...everything, rows: new Set(['Web']) }), 'count')).toBe(70);
  });

  it('by groups of the second field', () => {
    expect(totalOf(partOf(facet, { ...everything, columns: new Set(['Large']) }), 'count')).toBe(0);
  });

  it('leaves out a cell of which no day is left', () => {
    expect(partOf(facet, { ...everything, from: 4, to: 4 }).cells.map(({ row }) => row)).toEqual(['Web']);
  });

  it('up to a day includes that day', () => expect(totalOf(upTo(facet, 2), 'count')).toBe(230));
});

describe('counts by day', () => {
  it('are added over the groups, each at its place', () => expect(daily(1, 4)).toEqual([10, 220, 300, 40]));
  it('leave out days before the first place and behind the last', () =>
    expect(daily(2, 2)).toEqual([220, 300]));
  it('can be taken away', () => expect(daily(3, 2, -1)).toEqual([-300, -40]));
});

describe('counts by period', () => {
  it.each([
    [
      [1, 3, 5],
      [230, 340],
    ],
    [[2, 3], [220]],
    [[-5, 0], [0]],
    [
      [-5, 2, 9],
      [10, 560],
    ],
    [[6, 9], [0]],
    [
      [3, 4, 5],
      [300, 40],
    ],
    [[1], []],
    [[], []],
  ])('from boundaries %j', (starts, totals) => {
    expect([...byPeriod(facet, starts)('count')]).toEqual(totals);
  });
});
