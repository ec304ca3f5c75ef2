import { describe, expect, it } from 'vitest';
import { sparkPoints } from '../../src/charts/sparkline-points.ts';
import { Sparkline, type SparklineProps } from '../../src/charts/sparkline.tsx';
import { elementsWith, markupOf } from '../support/chart-markup.ts';

const line = (values: readonly (number | null)[], more: Partial<SparklineProps> = {}): string =>
  markupOf(Sparkline, { values, label: 'Eight weeks, from 9 to 3', ...more });

const marks = (html: string) =>
  elementsWith(html, 'data-mark').map((mark) => [
    Number(mark['data-mark']),
    Number(mark['data-value']),
    mark['class'],
  ]);

describe('the places of a sparkline', () => {
  it('run from edge to edge, the least value at the bottom and the largest at the top', () => {
    expect(sparkPoints([2, 4, 3]).map(({ x, y }) => [x, y])).toEqual([
      [5, 21],
      [48, 5],
      [91, 13],
    ]);
  });

  it('leave out what is not there and keep the place of the others', () =>
    expect(sparkPoints([1, null, 3]).map(({ index, x }) => [index, x])).toEqual([
      [0, 5],
      [2, 91],
    ]));

  it('of equal values lie in the middle', () =>
    expect(sparkPoints([7, 7]).map(({ y }) => y)).toEqual([13, 13]));

  it('of values below nothing keep their order', () => {
    const [low, high] = sparkPoints([-9, -3]);
    expect(low?.y).toBeGreaterThan(high?.y ?? 0);
  });

  it('of one value is the right edge', () => expect(sparkPoints([7])).toMatchObject([{ x: 91, y: 13 }]));
});

describe('a sparkline', () => {
  it('marks its last value', () => expect(marks(line([9, 5, 3]))).toEqual([[2, 3, 'fill-mark']]));

  it('marks the last value there is', () => expect(marks(line([9, 5, null]))).toEqual([[1, 5, 'fill-mark']]));

  it('has a ring at a young end and dashes to it', () => {
    const html = line([9, 5, 3], { youngFrom: 2 });
    expect(marks(html)).toEqual([[2, 3, 'ring']]);
    expect(html.match(/line-dotted-short/g)).toHaveLength(1);
  });

  it('has a triangle at a signal, besides the last value', () =>
    expect(marks(line([9, 5, 3], { signal: { index: 1, direction: 'down' } }))).toEqual([
      [2, 3, 'fill-mark'],
      [1, 5, 'fill-signal'],
    ]));

  it('has the triangle alone where the signal is the last value', () =>
    expect(marks(line([9, 5], { signal: { index: 1, direction: 'down' } }))).toEqual([
      [1, 5, 'fill-signal'],
    ]));

  it('has a gap where a value is missing', () =>
    expect(line([1, 2, null, 4, 5]).match(/<path/g)).toHaveLength(2));

  it('has a dashed line at the period of a decision', () => {
    const html = line([1, 2, 3], { marksAt: [1] });
    expect(elementsWith(html, 'x1').map((mark) => mark['x1'])).toEqual(['48']);
  });

  it('of nothing is an empty sheet with its words', () => {
    const html = line([]);
    expect(marks(html)).toEqual([]);
    expect(html).toContain('aria-label="Eight weeks, from 9 to 3"');
  });

  it('of nothing but missing values has no number that is none', () =>
    expect(line([null, null])).not.toContain('NaN'));

  it('has no style in its markup', () => expect(line([1, 2])).not.toContain('style='));
});
