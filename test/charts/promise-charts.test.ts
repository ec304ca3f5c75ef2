import { describe, expect, it } from 'vitest';
import { PromiseBars, type PromiseBarsProps } from '../../src/charts/promise-bars.tsx';
import { promiseFrame } from '../../src/charts/promise-frame.ts';
import { TradeOff, type TradeOffProps } from '../../src/charts/trade-off.tsx';
import { tradeOffFrame } from '../../src/charts/trade-off-frame.ts';
import { elementsWith, markupOf, tableOf, textsOf } from '../support/chart-markup.ts';

const bars: PromiseBarsProps = {
  bars: [
    { key: 'a', label: 'May', tick: 'M', done: 80, promised: 100 },
    { key: 'b', label: 'June', tick: null, done: 100, promised: 100 },
    { key: 'c', label: 'July', tick: 'J', done: null, promised: 120 },
  ],
  most: null,
  title: 'Delivered',
  summary: 'Kept in 1 of 2.',
  words: { row: 'Month', done: 'Delivered', promised: 'Promised' },
  format: String,
};

describe('bars against a promise', () => {
  it('stand on 0 and share one scale with the promise', () => {
    const frame = promiseFrame(bars, 300);
    expect(frame.yOf(0)).toBe(frame.floor);
    expect(frame.floor - frame.yOf(60)).toBeCloseTo((frame.floor - frame.yOf(120)) / 2, 9);
    expect(frame.yOf(-5)).toBe(frame.floor);
    expect([0, 1, 2].map((index) => frame.xOf(index) + frame.barWidth / 2)).toEqual([50, 150, 250]);
    expect(frame.step).toBe(
      `M0.0 ${frame.yOf(100).toFixed(1)}H100.0L100.0 ${frame.yOf(100).toFixed(1)}H200.0L200.0 ${frame.yOf(120).toFixed(1)}H300.0`,
    );
  });

  it('end at the end of the scale where one is given', () => {
    const frame = promiseFrame({ ...bars, most: 1 }, 300);
    expect(frame.yOf(5)).toBe(frame.yOf(1));
  });

  it('have a floor where all is 0, and no path without a period', () => {
    expect(promiseFrame({ bars: [], most: null }, 300)).toMatchObject({ step: '' });
    expect(promiseFrame({ bars: [], most: null }, 300).yOf(7)).toBe(116);
  });

  it('are dark where kept, grey where not, and an outline where still to come', () => {
    const rects = elementsWith(markupOf(PromiseBars, bars), 'height').filter(
      (one) => 'class' in one && 'x' in one,
    );
    expect(rects.map((one) => one['class'])).toEqual(['fill-mark-2', 'fill-mark', 'line-mark line-dashed']);
  });

  it('write the same numbers into their table', () =>
    expect(tableOf(markupOf(PromiseBars, bars))).toEqual([
      { label: 'May', cells: [80, 100] },
      { label: 'June', cells: [100, 100] },
      { label: 'July', cells: [null, 120] },
    ]));

  it('name the last promise, and nothing of none', () => {
    expect(textsOf(markupOf(PromiseBars, bars))).toContain('120');
    expect(textsOf(markupOf(PromiseBars, { ...bars, bars: [] }))).toEqual(['Delivered']);
  });
});

const point = (key: string, cost: number, gain: number, isKept = true) => ({
  key,
  label: key,
  cost,
  gain,
  isKept,
});
const kept = [point('a', 100, 10), point('b', 200, 20)];
const tradeOff: TradeOffProps = {
  points: [...kept, point('c', 250, 15), point('d', 300, 30, false)],
  front: kept,
  isFrontKept: true,
  chosen: point('chosen', 220, 18),
  today: point('today', 150, 12),
  title: 'Deals against hours',
  summary: 'Three of four.',
  words: {
    row: 'Pair',
    cost: 'Hours',
    gain: 'Deals',
    state: 'Replayed',
    kept: 'kept',
    notKept: 'not kept',
    onFront: 'on the line',
  },
  formatCost: String,
  formatGain: String,
};

describe('costs against gains', () => {
  it('hold every point between the axes, and join the front', () => {
    const frame = tradeOffFrame(tradeOff, 400, String);
    for (const { cost, gain } of tradeOff.points) {
      expect(frame.xOf(cost)).toBeGreaterThanOrEqual(frame.left);
      expect(frame.xOf(cost)).toBeLessThanOrEqual(frame.right);
      expect(frame.yOf(gain)).toBeLessThanOrEqual(frame.bottom);
    }
    expect(frame.line).toBe(
      `M${frame.xOf(100).toFixed(1)} ${frame.yOf(10).toFixed(1)}L${frame.xOf(200).toFixed(1)} ${frame.yOf(20).toFixed(1)}`,
    );
  });

  it('draw what could not be kept hollow, and a line of such dashed', () => {
    const circles = elementsWith(markupOf(TradeOff, tradeOff), 'cx').map((one) => one['class']);
    expect(circles).toEqual([
      'fill-mark-2',
      'fill-mark-2',
      'fill-mark-2',
      'dot-hollow',
      'ring',
      'dot-chosen',
    ]);
    const lines = (html: string) => elementsWith(html, 'd').map((one) => one['class']);
    expect(lines(markupOf(TradeOff, tradeOff))).toContain('line-ink');
    expect(lines(markupOf(TradeOff, { ...tradeOff, isFrontKept: false }))).toContain('line-ink line-dashed');
  });

  it('write every point into their table, the named ones first', () =>
    expect(tableOf(markupOf(TradeOff, tradeOff))).toEqual([
      { label: 'chosen', cells: [220, 18, 'kept'] },
      { label: 'today', cells: [150, 12, 'kept'] },
      { label: 'a', cells: [100, 10, 'on the line'] },
      { label: 'b', cells: [200, 20, 'on the line'] },
      { label: 'c', cells: [250, 15, 'kept'] },
      { label: 'd', cells: [300, 30, 'not kept'] },
    ]));
});
