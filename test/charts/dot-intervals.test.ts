import { describe, expect, it } from 'vitest';
import { dotFrame, type DotRow } from '../../src/charts/dot-frame.ts';
import { DotIntervals } from '../../src/charts/dot-intervals.tsx';
import { columnsOf, elementsWith, markupOf, tableOf } from '../support/chart-markup.ts';

const row = (key: string, value: number | null, low: number | null, high: number | null): DotRow => ({
  key,
  label: `Row ${key}`,
  note: '1 of 9',
  value,
  low,
  high,
  isSettled: value !== null && value > 0,
});

const rows = [row('a', 0.4, 0.3, 0.55), row('b', -0.1, -0.2, 0), row('c', null, null, null)];

describe('the places of a dot chart', () => {
  it('lie on one scale that holds 0 and every end of an interval', () => {
    const { ticks, xOf, left, right } = dotFrame(rows, 720);
    expect(ticks.map((tick) => Number(tick.toFixed(6)))).toEqual([-0.2, 0, 0.2, 0.4, 0.6]);
    expect(xOf(-0.2)).toBeCloseTo(left, 9);
    expect(xOf(ticks.at(-1) ?? 0)).toBeCloseTo(right, 9);
    expect(xOf(0.2) - xOf(0)).toBeCloseTo(xOf(0.4) - xOf(0.2), 9);
  });

  it('start at 0 where nothing lies below it', () => {
    expect(dotFrame([row('a', 0.4, 0.3, 0.55)], 720).ticks[0]).toBe(0);
  });

  it('have the words above their row where there is no room beside it', () => {
    expect(dotFrame(rows, 720).isStacked).toBe(false);
    const narrow = dotFrame(rows, 150);
    expect(narrow.isStacked).toBe(true);
    expect(narrow.yOf(1) - narrow.yOf(0)).toBeGreaterThan(
      dotFrame(rows, 720).yOf(1) - dotFrame(rows, 720).yOf(0),
    );
    expect(narrow.height).toBeGreaterThan(narrow.yOf(2));
  });

  it('cut an interval that would press all others flat, where that is asked for', () => {
    const far = [row('a', 100, 80, 130), row('b', 10, 1, 900)];
    const { xOf, left, right, ticks } = dotFrame(far, 720, 2);
    expect(ticks.at(-1)).toBeLessThanOrEqual(200);
    expect([xOf(0), xOf(900)]).toEqual([left, right]);
    expect(dotFrame(far, 720).ticks.at(-1)).toBeGreaterThanOrEqual(900);
  });

  it('are there without a single value', () => {
    const { ticks, xOf } = dotFrame([row('c', null, null, null)], 720);
    expect(ticks.length).toBeGreaterThan(0);
    expect(Number.isFinite(xOf(0))).toBe(true);
    expect(Number.isFinite(dotFrame([], 720).height)).toBe(true);
  });
});

describe('a dot chart', () => {
  const html = markupOf(DotIntervals, {
    title: 'Shares',
    summary: 'Two of them',
    rows,
    rowTitle: 'Group',
    words: { value: 'Share', low: 'From', high: 'To', note: 'Leads' },
    format: (value: number) => value.toFixed(2),
    formatTick: (value: number) => value.toFixed(1),
  });

  it('draws what its table says, and no dot without a value', () => {
    const marks = elementsWith(html, 'data-mark');
    expect(marks.map((mark) => mark['data-value'])).toEqual(['0.4', '-0.1', '']);
    expect(elementsWith(html, 'data-x').map((dot) => dot['class'])).toEqual(['fill-mark', 'ring']);
    expect(columnsOf(html)).toEqual(['Share', 'From', 'To', 'Leads']);
    expect(tableOf(html)).toEqual([
      { label: 'Row a', cells: [0.4, 0.3, 0.55, '1 of 9'] },
      { label: 'Row b', cells: [-0.1, -0.2, 0, '1 of 9'] },
      { label: 'Row c', cells: [null, null, null, '1 of 9'] },
    ]);
  });

  it('leaves the notes out of its table where they only repeat the values', () => {
    const plain = markupOf(DotIntervals, {
      title: 'Shares',
      summary: 'Two of them',
      rows,
      rowTitle: 'Group',
      words: { value: 'Share', low: 'From', high: 'To', note: null },
      format: (value: number) => value.toFixed(2),
      formatTick: (value: number) => value.toFixed(1),
    });
    expect(columnsOf(plain)).toEqual(['Share', 'From', 'To']);
  });

  it('puts each dot where the scale has its value', () => {
    const { xOf } = dotFrame(rows, 720);
    expect(elementsWith(html, 'data-x').map((dot) => Number(dot['data-x']))).toEqual([xOf(0.4), xOf(-0.1)]);
  });
});
